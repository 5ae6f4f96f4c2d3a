"""How does a draft come about: from a published text, from the template, or from the version before?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePath
from typing import Final

from django.conf import settings
from django.db import transaction

from staffroom.policy import text as words
from staffroom.policy.editing import with_control
from staffroom.policy.template import load_template, template_policy
from staffroom.policy.text import read_policy
from staffroom.readers.documents.opening import read_document
from staffroom.records.actors import Actor
from staffroom.records.versions import VersionState
from staffroom.rules.version_flow import OPEN
from staffroom.school.audit.actions import About, record
from staffroom.school.policies.actions.marking import note_changes
from staffroom.school.policies.acts import Act
from staffroom.school.policies.models import Policy, Version
from staffroom.school.policies.refusals import NotDone
from staffroom.school.policies.texts import Meaning, meanings_of, read_words, write_words
from staffroom.vault.kept_files import keep_file

NOT_YET: Final = {"approved": "not approved yet", "approved_by": "nobody yet"}
PUBLISHED: Final = "policies"  # the folder of the files that were imported


def require_no_other_open(policy: Policy) -> None:
    """Go on where a policy has no open version. Raises NotDone otherwise."""
    if policy.versions.filter(state__in=[one.value for one in OPEN]).exists():
        raise NotDone(["Another version is being worked on. Finish or withdraw that one first."])


@transaction.atomic
def import_version(*, by: Actor, at: datetime, policy: Policy, content: bytes, name: str) -> Version:
    """Make a draft of a published text, whose pieces make that text again word for word.

    The file is kept as it came. Raises UnreadableDocumentError or NotAPolicyError, with one sentence for the
    person, for a file that is no policy.
    """
    document = read_document(content, name)
    read = read_policy(document.paragraphs, document.after)
    version = _start(policy, at, read)
    version.source_hash = version.text_hash
    version.source_kind = PurePath(name).suffix.lower().lstrip(".")[:10]
    version.source_file = keep_file(content, Path(settings.FOLDER) / PUBLISHED)
    version.save()
    record(
        by=by,
        at=at,
        act=Act.IMPORTED,
        about=About("version", version.ref),
        figures={"kind": version.source_kind},
    )
    return version


@transaction.atomic
def draft_from_template(*, by: Actor, at: datetime, policy: Policy) -> Version:
    """Make a draft of the template, for a school that has no policy yet."""
    return _draft(by, at, policy, template_policy(load_template()))


@transaction.atomic
def draft_from_version(*, by: Actor, at: datetime, version: Version) -> Version:
    """Make a draft with the words of an earlier version, to be reviewed.

    Its front page no longer says that it is approved.
    """
    edited = with_control(read_words(version), NOT_YET)
    is_longer = len(edited.pieces) != version.pieces.count()
    return _draft(
        by, at, version.policy, edited, like=version, meanings=None if is_longer else meanings_of(version)
    )


def _draft(
    by: Actor,
    at: datetime,
    policy: Policy,
    read: words.Policy,
    like: Version | None = None,
    meanings: Mapping[int, Meaning] | None = None,
) -> Version:
    version = _start(policy, at, read, like, meanings)
    record(by=by, at=at, act=Act.DRAFTED, about=About("version", version.ref), clause="GEN-4")
    return version


def _start(
    policy: Policy,
    at: datetime,
    read: words.Policy,
    like: Version | None = None,
    meanings: Mapping[int, Meaning] | None = None,
) -> Version:
    require_no_other_open(policy)
    before = policy.versions.filter(state=VersionState.IN_FORCE.value).first()
    version = Version.objects.create(policy=policy, before=before, made_at=at)
    if like is not None:
        version.elsewhere = like.elsewhere
    write_words(version, read, meanings)
    note_changes(version)
    return version
