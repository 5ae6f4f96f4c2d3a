"""Does an exported Windows security log say who was at which address, and when?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.identities.made_identities import assert_sound, claims, damaged, problems, read, spans, utc
from staffroom.readers.identities.reader import Problem
from staffroom.readers.identities.windows_logons import FORMAT

COLUMNS = (
    "TimeCreated,Id,TargetUserName,TargetDomainName,"
    "IpAddress,LogonType,TargetLogonId,WorkstationName,Computer"
)
HEAD = COLUMNS.encode() + b"\r\n"
USER = "SCHOOL\\a.teacher"


def row(
    number: str,
    clock: str,
    *,
    user: str = "a.teacher",
    address: str = "10.0.0.5",
    kind: str = "2",
    session: str = "0x1a2b",
    computer: str = "PC-12",
) -> bytes:
    """Write an event of 7 September 2026 at a UTC time of day."""
    cells = (
        f"2026-09-07T{clock}:00.1237Z",
        number,
        user,
        "SCHOOL",
        address,
        kind,
        session,
        "PC-12",
        computer,
    )
    return ",".join(f'"{cell}"' for cell in cells).encode() + b"\r\n"


def whole(clock: str) -> str:
    """Return the moment of an event, whose seconds have a fraction."""
    return f"07 {clock}:00.123"


def test_a_claim_runs_from_logon_to_logoff() -> None:
    (claim,) = claims(FORMAT, HEAD + row("4624", "08:00") + row("4634", "15:00", address="-"))

    assert (claim.address, claim.account, claim.machine) == ("10.0.0.5", USER, "")
    assert (claim.since, claim.until) == (utc(whole("08:00")), utc(whole("15:00")))
    assert claim.source == "windows-logons"


def test_a_locked_screen_is_nobodys_until_it_is_unlocked() -> None:
    events = (
        row("4624", "08:00")
        + row("4800", "10:00", address="")
        + row("4801", "11:00", address="")
        + row("4647", "12:00")
    )

    assert [(since, until) for _, since, until, _ in spans(FORMAT, HEAD + events)] == [
        (utc(whole("08:00")), utc(whole("10:00"))),
        (utc(whole("11:00")), utc(whole("12:00"))),
    ]


def test_a_logon_without_an_end_holds_for_ten_hours() -> None:
    assert spans(FORMAT, HEAD + row("4624", "08:00")) == [
        ("10.0.0.5", utc(whole("08:00")), utc(whole("18:00")), USER)
    ]


def test_a_logoff_of_another_session_or_machine_ends_nothing() -> None:
    others = row("4634", "09:00", session="0xffff") + row("4634", "09:00", computer="PC-13")

    assert spans(FORMAT, HEAD + row("4624", "08:00") + others)[0][2] == utc(whole("18:00"))


def test_a_ticket_from_a_domain_controller_is_a_sign_in_that_another_one_prolongs() -> None:
    tickets = row("4768", "08:00", address="::ffff:10.0.0.5") + row("4768", "12:00", session="")

    assert spans(FORMAT, HEAD + tickets) == [("10.0.0.5", utc(whole("08:00")), utc(whole("22:00")), USER)]


def test_a_logoff_or_lock_ends_what_a_ticket_of_the_same_account_claims() -> None:
    begun = row("4768", "08:00") + row("4624", "08:00")

    for number in ("4634", "4647", "4800"):
        ended = {claim.until for claim in claims(FORMAT, HEAD + begun + row(number, "09:00", address=""))}
        assert ended == {utc(whole("09:00"))}


def test_two_people_at_one_address_are_two_claims_that_overlap() -> None:
    tickets = row("4768", "08:00") + row("4768", "09:00", user="b.helper")
    first, second = claims(FORMAT, HEAD + tickets)

    assert (first.account, second.account) == (USER, "SCHOOL\\b.helper")
    assert first.until is not None
    assert first.until > second.since


@pytest.mark.parametrize("kind", ["2", "7", "10", "11"])
def test_somebody_at_a_keyboard_or_a_remote_desktop_is_a_sign_in(kind: str) -> None:
    assert len(claims(FORMAT, HEAD + row("4624", "08:00", kind=kind))) == 1


@pytest.mark.parametrize("kind", ["0", "3", "4", "5", "8", "9", ""])
def test_a_shared_folder_or_a_service_is_nobody_at_a_keyboard(kind: str) -> None:
    assert claims(FORMAT, HEAD + row("4624", "08:00", kind=kind)) == []


@pytest.mark.parametrize(
    "user", ["PC-12$", "SYSTEM", "ANONYMOUS LOGON", "LOCAL SERVICE", "DWM-1", "UMFD-0", "-", ""]
)
def test_a_machine_and_a_system_account_are_nobody(user: str) -> None:
    assert claims(FORMAT, HEAD + row("4624", "08:00", user=user) + row("4768", "08:00", user=user)) == []


def test_a_ticket_that_was_refused_is_no_sign_in() -> None:
    head = b"TimeCreated,EventID,TargetUserName,IpAddress,Status\n"
    event = b"2026-09-07T08:00:00Z,4768,a.teacher,10.0.0.5,%s\n"

    assert claims(FORMAT, head + event % b"0x18") == []
    assert claims(FORMAT, head + event % b"0x0")[0].account == "a.teacher"


def test_the_newest_event_may_come_first_as_get_winevent_writes_it() -> None:
    forward = [row("4624", "08:00"), row("4800", "10:00"), row("4801", "11:00"), row("4634", "12:00")]

    assert spans(FORMAT, HEAD + b"".join(reversed(forward))) == spans(FORMAT, HEAD + b"".join(forward))


def test_semicolons_tabs_utf_16_and_powershells_first_line_are_read_alike() -> None:
    events = HEAD + row("4624", "08:00") + row("4634", "15:00")
    expected = spans(FORMAT, events)
    text = events.decode()

    for written in (
        text.replace(",", ";").encode(),
        text.replace(",", "\t").encode(),
        text.encode("utf-16"),
        text.encode("utf-8-sig"),
        b"#TYPE Selected.System.Diagnostics.Eventing.Reader.EventLogRecord\r\n" + events,
    ):
        assert FORMAT.recognises(written)
        assert spans(FORMAT, written) == expected


def test_names_in_windows_own_encoding_are_read() -> None:
    (claim,) = claims(FORMAT, HEAD + row("4624", "08:00", user="zoë.teacher").decode().encode("cp1252"))

    assert claim.account == "SCHOOL\\zoë.teacher"


@pytest.mark.parametrize(
    ("times", "since"),
    [
        (("07/09/2026 09:00:00", "25/09/2026 09:00:00"), "07 08:00"),
        (("9/7/2026 9:00:00 AM", "9/25/2026 3:00:00 PM"), "07 08:00"),
        (("9/7/2026 9:00:00 AM", "9/8/2026 3:00:00 PM"), "07 08:00"),
        (("07/09/2026 09:00:00", "08/09/2026 10:00:00"), "07 08:00"),
        (("2026-09-07 09:00:00", "2026-09-08 10:00:00"), "07 08:00"),
        (("2026-09-07T09:00:00+01:00", "2026-09-08T10:00:00+01:00"), "07 08:00"),
    ],
)
def test_the_dates_of_one_file_say_together_whether_day_or_month_comes_first(
    times: tuple[str, str], since: str
) -> None:
    lines = b"".join(f"{time},4624,a.teacher,10.0.0.5,2\n".encode() for time in times)

    assert spans(FORMAT, b"TimeCreated,EventID,TargetUserName,IpAddress,LogonType\n" + lines)[0][1] == utc(
        since
    )


@pytest.mark.parametrize("address", ["-", "", "127.0.0.1", "::1", "0.0.0.0", "PC-12"])
def test_a_sign_in_that_names_no_address_of_the_network_is_a_problem(address: str) -> None:
    assert problems(FORMAT, HEAD + row("4624", "08:00", address=address)) == [
        Problem(2, "The sign-in names no network address.")
    ]


def test_a_time_that_cannot_be_read_is_a_problem_with_its_line() -> None:
    assert problems(FORMAT, HEAD + row("4624", "08:00") + row("4634", "29:00")) == [
        Problem(3, "The time of the event cannot be read.")
    ]


def test_a_cell_without_end_is_a_problem_and_no_more_than_its_share_is_lost() -> None:
    endless = b'"' + b"x" * 200_000 + b"\r\n"
    found = read(FORMAT, HEAD + row("4624", "08:00") + endless + row("4624", "09:00", session="0x9"))

    assert found[0] == Problem(3, "The row is no CSV that can be read; rows after it may be missing.")
    assert len(found) == 3


def test_a_quotation_mark_that_is_never_closed_is_a_problem_and_not_silence() -> None:
    events = row("4624", "08:00") + b'"2026-09-07T08:00:00Z,4624\r\n' + row("4624", "09:00", session="0x9")

    assert len(problems(FORMAT, HEAD + events)) == 1


def test_a_file_without_the_columns_is_one_problem() -> None:
    assert problems(FORMAT, b"Level,Date and Time,Source,Event ID,Task Category\n") == [
        Problem(0, "No header names the columns EventID, TimeCreated and TargetUserName.")
    ]


def test_it_recognises_its_own_files_only() -> None:
    assert FORMAT.recognises(HEAD)
    assert FORMAT.recognises(b'"EventID";"TimeCreated";"Account Name"\n')
    assert not FORMAT.recognises(row("4624", "08:00"))
    assert not FORMAT.recognises(b"")


@given(
    damaged(HEAD + row("4624", "08:00") + row("4800", "09:00") + row("4801", "10:00") + row("4768", "11:00"))
)
def test_no_file_is_ever_too_broken(content: bytes) -> None:
    assert_sound(read(FORMAT, content))
    assert_sound(read(FORMAT, HEAD + content))
    assert FORMAT.recognises(content) in (True, False)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["4624", "4634", "4647", "4768", "4800", "4801"]),
            st.integers(0, 23),
            st.sampled_from(["a.teacher", "b.helper"]),
            st.sampled_from(["0x1", "0x2"]),
        ),
        max_size=12,
    )
)
def test_whatever_the_order_of_events_every_claim_is_sound_and_bounded(
    events: list[tuple[str, int, str, str]],
) -> None:
    content = b"".join(
        row(number, f"{hour:02d}:00", user=user, session=session) for number, hour, user, session in events
    )
    found = read(FORMAT, HEAD + content)

    assert_sound(found)
    assert all(not isinstance(one, Problem) and one.until is not None for one in found)
