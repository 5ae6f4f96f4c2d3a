"""Which posts give a person duties under the policy?"""

from __future__ import annotations

from enum import StrEnum


class Post(StrEnum):
    """A post that the policy, or the law behind it, gives duties to; in the order of seniority."""

    HEADTEACHER = "headteacher"
    DEPUTY = "deputy headteacher"
    ASSISTANT = "assistant headteacher"
    LEADERSHIP = "senior leader"  # another member of the SLT
    CHAIR = "chair of governors"
    SAFEGUARDING_GOVERNOR = "safeguarding governor"
    SAFEGUARDING_LEAD = "designated safeguarding lead"
    DATA_PROTECTION = "data protection officer"
    NETWORK = "network manager"
    POLICY_OWNER = "policy owner"
    ADMINISTRATOR = "administrator"  # keeps people, posts and the calendar up to date
