"""The addresses of the pages for notices."""

from __future__ import annotations

from django.urls import path

from staffroom.web.home.tasks import SOURCES
from staffroom.web.notices.adding import add_way
from staffroom.web.notices.confirming import confirm_way
from staffroom.web.notices.listing import show_notices
from staffroom.web.notices.mail import show_mail
from staffroom.web.notices.mail_test import send_test
from staffroom.web.notices.one import show_notice
from staffroom.web.notices.post import show_post
from staffroom.web.notices.removing import remove_way
from staffroom.web.notices.tasks import post_tasks
from staffroom.web.notices.ways import show_ways

SOURCES.append(post_tasks)

urlpatterns = [
    path("", show_notices, name="notices"),
    path("addresses/", show_ways, name="notices_ways"),
    path("addresses/add/", add_way, name="notices_way_add"),
    path("addresses/<slug:ref>/confirm/", confirm_way, name="notices_way_confirm"),
    path("addresses/<slug:ref>/remove/", remove_way, name="notices_way_remove"),
    path("mail/", show_mail, name="notices_mail"),
    path("mail/test/", send_test, name="notices_mail_test"),
    path("post/", show_post, name="notices_post"),
    path("<slug:ref>/", show_notice, name="notices_one"),
]
