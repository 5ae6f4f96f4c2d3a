"""How do the pages say how strongly the policy speaks, and who might read a post?"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from staffroom.records.findings import Audience, Strength

PROTECTED: Final = "protected"  # in place of a strength: the law may protect what is said
STRENGTHS: Final = {
    Strength.MUST.name.lower(): _("The policy says you must not"),
    Strength.SHOULD.name.lower(): _("The policy says you should not"),
    Strength.ADVISED.name.lower(): _("Advice"),
    PROTECTED: _("The law may protect this"),
}

AUDIENCES: Final = {
    Audience.PUPIL.value: _("a pupil"),
    Audience.PARENT.value: _("a parent"),
    Audience.COLLEAGUE.value: _("a colleague"),
    Audience.COMMUNITY.value: _("the community"),
    Audience.EMPLOYER.value: _("your employer"),
    Audience.FUTURE_EMPLOYER.value: _("a future employer"),
}
