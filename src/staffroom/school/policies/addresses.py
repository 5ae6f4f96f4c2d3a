"""Where does somebody go on who has read a notice?"""

from __future__ import annotations

from django.urls import reverse

from staffroom.school.policies.models import Campaign, Policy, Version


def of_policy(policy: Policy) -> str:
    """Return the path of a policy's page."""
    return reverse("policy", args=[policy.ref])


def of_reading(version: Version) -> str:
    """Return the path of the page where a version is read and acknowledged."""
    return reverse("policy_reading", args=[version.ref])


def of_approval(version: Version) -> str:
    """Return the path of the page where a version is approved."""
    return reverse("policy_approval", args=[version.ref])


def of_consultation(version: Version) -> str:
    """Return the path of the page where a version is commented on."""
    return reverse("policy_consultation", args=[version.ref])


def of_campaign(campaign: Campaign) -> str:
    """Return the path of a campaign's page."""
    return reverse("policy_campaign", args=[campaign.ref])


def of_own() -> str:
    """Return the path of the page with one's own acknowledgements."""
    return reverse("policies_mine")
