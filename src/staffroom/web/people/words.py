"""What are standings, posts and the fields of an import called on a page?"""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.roster_tables import Field, Whom

Words = dict[str, Any]  # texts that are translated when they are shown

STANDINGS: Final[Words] = {
    Standing.EMPLOYEE: _("Employee"),
    Standing.GOVERNOR: _("Governor"),
    Standing.TRUSTEE: _("Trustee"),
    Standing.DIRECTOR: _("Director"),
    Standing.VOLUNTEER: _("Volunteer"),
    Standing.AGENCY: _("Agency worker"),
}
POSTS: Final[Words] = {
    Post.HEADTEACHER: _("Headteacher"),
    Post.DEPUTY: _("Deputy Headteacher"),
    Post.ASSISTANT: _("Assistant Headteacher"),
    Post.LEADERSHIP: _("Other senior leader"),
    Post.CHAIR: _("Chair of governors"),
    Post.SAFEGUARDING_GOVERNOR: _("Safeguarding governor"),
    Post.SAFEGUARDING_LEAD: _("Designated safeguarding lead"),
    Post.DATA_PROTECTION: _("Data protection officer"),
    Post.NETWORK: _("Network manager"),
    Post.POLICY_OWNER: _("Policy owner"),
    Post.ADMINISTRATOR: _("Administrator"),
}
# The fields that an import may change, and what a column of a table may hold.
FIELDS: Final[Words] = {
    "identifier": _("code"),
    "given_name": _("given name"),
    "family_name": _("family name"),
    "email": _("e-mail address"),
    "phone": _("phone"),
    "job": _("job"),
    "year": _("year"),
    "since": _("first day"),
    "accounts": _("account"),
    "standings": _("standing"),
    "source": _("kept up to date by imports from now on"),
}
COLUMNS: Final[Words] = {
    Field.IDENTIFIER: _("Code of the person in your own system"),
    Field.NAME: _("Full name"),
    Field.GIVEN_NAME: _("Given name"),
    Field.FAMILY_NAME: _("Family name"),
    Field.EMAIL: _("E-mail address"),
    Field.PHONE: _("Phone"),
    Field.JOB: _("Job"),
    Field.ROLE: _("Standing or role"),
    Field.ACCOUNT: _("Network account"),
    Field.YEAR: _("Year (pupils)"),
    Field.SINCE: _("First day"),
    Field.UNTIL: _("Last day"),
}
WHOM: Final[Words] = {Whom.STAFF: _("Staff, governors and others"), Whom.PUPILS: _("Pupils")}
DAYS: Final = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
