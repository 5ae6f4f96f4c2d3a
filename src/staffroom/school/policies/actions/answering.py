"""How does somebody acknowledge a version, and how is it recorded for those who did so on paper?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from staffroom.policy.keeping import keeps
from staffroom.records.actors import Actor
from staffroom.records.versions import Answer
from staffroom.rules.acknowledging import decide_answer, decide_recording, is_settled
from staffroom.school.audit.actions import About, record
from staffroom.school.notices.actions import send
from staffroom.school.people.models import Person
from staffroom.school.policies.acts import Act
from staffroom.school.policies.addresses import of_campaign, of_own
from staffroom.school.policies.models import Acknowledgement, Asked
from staffroom.school.policies.queries.bundles import bundle_for
from staffroom.school.policies.refusals import NotDone, require
from staffroom.school.policies.signing import sign_answer
from staffroom.school.policies.states import day_of
from staffroom.school.policies.texts import hash_words, read_words
from staffroom.vault.kept_files import keep_file

SCANS: Final = "scans"  # the folder of scanned paper acknowledgements
LARGEST_SCAN: Final = 10_000_000  # bytes
KINDS: Final = ((b"%PDF-", "pdf"), (b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"))
OWN_ANSWERS: Final = (Answer.ACCEPTED, Answer.QUESTIONS, Answer.DECLINED)


@dataclass(frozen=True, slots=True)
class Paper:
    """A scan of a signed sheet, and the day that stands on it."""

    scan: bytes
    signed_on: date


@keeps("GEN-9")
@transaction.atomic
def acknowledge(
    *, by: Actor, at: datetime, asked: Asked, answer: Answer, text_hash: str, reason: str = ""
) -> Acknowledgement:
    """Answer for oneself, to the words that were shown.

    Raises NotDone for another person's, where the reason is missing, where the words are no longer those
    that were shown, and where the asking has ended.
    """
    held = _hold(asked)
    if by.ref != held.person.ref or answer not in OWN_ANSWERS:
        raise NotDone(["Each person answers for themselves."])
    require(decide_answer(answer, reason))
    _require_same_words(held, text_hash)
    made = _store(at, held, answer, reason=reason.strip())
    record(
        by=by,
        at=at,
        act=Act.ACKNOWLEDGED,
        about=About("acknowledgement", made.ref),
        clause="GEN-9",
        figures={"answer": answer.value},
    )
    if answer is Answer.QUESTIONS:
        _pass_on_question(by, at, made)
    return made


@transaction.atomic
def record_paper(*, by: Actor, at: datetime, asked: Asked, recorder: Person, paper: Paper) -> Acknowledgement:
    """Record an acknowledgement on paper, by a second person and with the scan; the person is told."""
    held = _hold(asked)
    require(decide_recording(recorder.ref, held.person.ref))
    kind = kind_of(paper.scan)
    if by.ref != recorder.ref or paper.signed_on > day_of(at):
        raise NotDone(["The day on the paper is still to come. Check it."])
    scan = keep_file(paper.scan, Path(settings.FOLDER) / SCANS)
    made = _store(
        at, held, Answer.ON_PAPER, recorded_by=recorder, scan=scan, scan_kind=kind, signed_on=paper.signed_on
    )
    record(by=by, at=at, act=Act.RECORDED, about=About("acknowledgement", made.ref), clause="GEN-9")
    _tell(by, at, made, _("Your acknowledgement on paper was recorded"))
    return made


@transaction.atomic
def exempt(*, by: Actor, at: datetime, asked: Asked, recorder: Person, reason: str) -> Acknowledgement:
    """Exempt a person from acknowledging, with a reason; the person is told."""
    held = _hold(asked)
    require(decide_recording(recorder.ref, held.person.ref), decide_answer(Answer.EXEMPT, reason))
    if by.ref != recorder.ref:
        raise NotDone(["Each person answers for themselves."])
    made = _store(at, held, Answer.EXEMPT, reason=reason.strip(), recorded_by=recorder)
    record(by=by, at=at, act=Act.EXEMPTED, about=About("acknowledgement", made.ref), clause="GEN-9")
    _tell(by, at, made, _("You need not acknowledge the policy for now"))
    return made


def kind_of(scan: bytes) -> str:
    """Return what kind of file a scan is, by its first bytes. Raises NotDone for any other, or a huge one."""
    if len(scan) > LARGEST_SCAN:
        raise NotDone(["This file is over 10 MB. Scan the sheet again in black and white."])
    for beginning, kind in KINDS:
        if scan.startswith(beginning):
            return kind
    raise NotDone(["This file is no scan. Give a PDF, a JPEG or a PNG."])


def _hold(asked: Asked) -> Asked:
    held = Asked.objects.select_for_update(of=("self",)).select_related("person", "campaign__version__policy")
    found = held.get(pk=asked.pk)
    if found.campaign.ended_at is not None:
        raise NotDone(["This asking has ended, because a newer one has begun. Go back to your policies."])
    return found


def _require_same_words(asked: Asked, text_hash: str) -> None:
    version = asked.campaign.version
    if not text_hash == version.text_hash == hash_words(read_words(version)):
        raise NotDone(["These are not the words that were shown to you. Open the policy again."])


def _store(
    at: datetime,
    asked: Asked,
    answer: Answer,
    *,
    reason: str = "",
    recorded_by: Person | None = None,
    scan: str = "",
    scan_kind: str = "",
    signed_on: date | None = None,
) -> Acknowledgement:
    """Store an answer with its signature, and put the person's state right."""
    made = Acknowledgement(
        asked=asked,
        person=asked.person,
        answer=answer.value,
        reason=reason,
        text_hash=asked.campaign.version.text_hash,
        bundle=bundle_for(asked.person, asked.campaign.version, on=day_of(at)).codes,
        at=at,
        signed_on=signed_on,
        recorded_by=recorded_by,
        scan=scan,
        scan_kind=scan_kind,
    )
    sign_answer(made)
    made.save(force_insert=True)
    asked.state = answer.value
    asked.remind_on = None if is_settled(answer) else asked.remind_on
    asked.save(update_fields=["state", "remind_on"])
    return made


def _tell(by: Actor, at: datetime, made: Acknowledgement, subject: str) -> None:
    body = _(
        "Another person recorded this for you under “%(title)s”. What was recorded, by whom and why is on "
        "the page below. If it is not right, tell the person who keeps the policy."
    )
    title = made.asked.campaign.version.policy.title
    send(
        by=by,
        at=at,
        to=made.person,
        kind="policy recorded",
        subject=subject,
        body=body % {"title": title},
        link=of_own(),
        once=f"recorded {made.ref}",
    )


def _pass_on_question(by: Actor, at: datetime, made: Acknowledgement) -> None:
    """Tell the policy's owner that somebody has a question; the question itself stays on the page."""
    campaign = made.asked.campaign
    owner = campaign.version.policy.owner
    if owner is None:
        return
    send(
        by=by,
        at=at,
        to=owner,
        kind="policy question",
        subject=_("Somebody has a question about a policy"),
        body=_("Somebody has a question about “%(title)s”. It is on the page below.")
        % {"title": campaign.version.policy.title},
        link=of_campaign(campaign),
        once=f"question {made.ref}",
    )
