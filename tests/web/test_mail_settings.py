"""Can those who keep the mail set it up, try it, and see why notices do not get through?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client
from django.utils import timezone

from notifiers.made_servers import Letters, free_port, mail_server
from school.made_people import make_person
from school.notices.made_notices import make_notice, use_server
from staffroom.records.posts import Post
from staffroom.school.audit.models import Entry
from staffroom.school.notices.models import MailSettings, Notice, State
from staffroom.school.notices.secrets import MAIL_PASSWORD, read_secret
from web.questions import questions
from web.visiting import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.allow_hosts(["127.0.0.1"])]

PASSWORD = "a made password"
GIVEN = {
    "host": "mail.hollybank.example",
    "port": "587",
    "security": "starttls",
    "user": "staffroom",
    "password": PASSWORD,
    "sender": "staffroom@hollybank.example",
    "sender_name": "",
}


@pytest.fixture
def head():
    return make_person(Post.HEADTEACHER)


@pytest.fixture
def client(head):
    return sign_in(Client(), head)


def test_settings_are_kept_and_the_password_only_as_a_secret(client):
    answered = client.post("/notices/mail/", GIVEN)
    assert answered["Location"] == "/notices/mail/"
    assert MailSettings.objects.get().host == "mail.hollybank.example"
    assert read_secret(MAIL_PASSWORD) == PASSWORD
    assert (settings.FOLDER / "keys" / MAIL_PASSWORD).stat().st_mode & 0o777 == 0o600
    assert PASSWORD not in str(list(MailSettings.objects.values()))
    assert PASSWORD not in client.get("/notices/mail/").content.decode()
    assert Entry.objects.filter(act="notices.mail settings changed").count() == 1


def test_a_password_that_is_left_empty_stays_and_goes_with_the_user_name(client):
    client.post("/notices/mail/", GIVEN)
    client.post("/notices/mail/", GIVEN | {"password": "", "port": "465"})
    assert (MailSettings.objects.get().port, read_secret(MAIL_PASSWORD)) == (465, PASSWORD)
    client.post("/notices/mail/", GIVEN | {"password": "", "user": ""})
    assert read_secret(MAIL_PASSWORD) == ""


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"host": "mail hollybank"}, "Enter the name of the mail server"),
        ({"sender": "nobody"}, "Enter an email address"),
        ({"security": "none"}, "the password could be read on its way"),
        ({"port": "0"}, "There is a problem"),
    ],
)
def test_settings_that_could_not_work_are_refused_with_a_sentence(client, wrong, said):
    assert said in client.post("/notices/mail/", GIVEN | wrong).content.decode()
    assert not MailSettings.objects.exists()


def test_a_test_goes_to_whoever_asks_and_says_so(client, head):
    letters, port = Letters(), free_port()
    use_server(port)
    with mail_server(letters, port):
        done = client.post("/notices/mail/test/", follow=True)
    assert "A test is on its way to you." in done.content.decode()
    assert letters.receivers == [head.email]
    assert Entry.objects.get(act="notices.mail tested").figures == {"arrived": True}


def test_a_test_that_does_not_go_out_says_why(client):
    use_server(free_port())
    answered = client.post("/notices/mail/test/")
    assert answered.status_code == 502
    assert "The server does not answer." in answered.content.decode()
    assert Entry.objects.get(act="notices.mail tested").figures == {"arrived": False}
    assert client.get("/notices/mail/test/")["Location"] == "/notices/mail/"


def test_the_post_is_counted_by_reason_without_names(client):
    people = [make_person(given_name="Canary") for _ in range(3)]
    for person in people:
        make_notice(person)
    Notice.objects.filter(person=people[0]).update(state=State.REFUSED, because="address refused")
    Notice.objects.filter(person=people[1]).update(because="server not reached")
    page = client.get("/notices/post/").content.decode()
    assert "2 notices wait" in page
    assert "1 notice was refused" in page
    assert "The server does not answer." in page
    assert "there is no such address" in page
    assert "Canary" not in page
    assert not any(person.email in page for person in people)


def test_refused_notices_go_once_more_when_somebody_asks(client):
    make_notice()
    Notice.objects.update(state=State.REFUSED, because="address refused")
    done = client.post("/notices/post/", follow=True)
    assert "1 notice goes once more." in done.content.decode()
    assert Notice.objects.get().state == State.WAITING


def test_the_page_of_the_post_asks_no_more_for_many_notices(client):
    make_notice()
    few = questions(client, "/notices/post/")
    for _ in range(40):
        make_notice()
    assert questions(client, "/notices/post/") == few


def home_of(*posts: Post) -> str:
    return sign_in(Client(), make_person(*posts)).get("/").content.decode()


def test_who_keeps_the_mail_is_asked_to_set_it_up_and_nobody_else():
    assert "Set up the school&#x27;s mail" in home_of(Post.ADMINISTRATOR)
    assert "Set up the school&#x27;s mail" not in home_of()


def test_a_notice_that_is_stuck_is_a_task_for_who_keeps_the_mail():
    use_server(free_port())
    make_notice()
    Notice.objects.update(written_at=timezone.now() - timedelta(minutes=50))
    assert "Notices do not get through" not in home_of(Post.ADMINISTRATOR)
    Notice.objects.update(written_at=timezone.now() - timedelta(minutes=70))
    assert "Notices do not get through" in home_of(Post.ADMINISTRATOR)
    assert "Notices do not get through" not in home_of(Post.DEPUTY)


def send_by_django() -> int:
    connection = get_connection("staffroom.school.notices.django_mail.SchoolMail")
    mail = EmailMultiAlternatives(
        "A new password", "Text", to=["robin@hollybank.example"], connection=connection
    )
    mail.attach_alternative("<p>Text</p>", "text/html")
    return mail.send()


def test_mail_that_the_library_for_signing_in_sends_goes_through_the_schools_server():
    letters, port = Letters(), free_port()
    use_server(port)
    with mail_server(letters, port):
        assert send_by_django() == 1
    ((to, letter),) = letters.arrived
    assert (to, letter["From"]) == (["robin@hollybank.example"], "staffroom@hollybank.example")


def test_such_mail_that_does_not_go_out_raises_nothing():
    assert send_by_django() == 0
    use_server(free_port())
    assert send_by_django() == 0
