"""Where does everything about monitoring stand, as far as this person may open it?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from staffroom.rules import access
from staffroom.school.monitoring.queries.safeguards import switch
from staffroom.web.pages import page
from staffroom.web.requests import Request


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of this part: its name, its route, what it is for, and who is admitted."""

    name: Promise | str
    route: str
    words: Promise | str
    admits: access.Rule


ENTRIES = (
    Entry(_("What is recorded"), "monitoring_notice", _("The notice, in plain words."), access.anybody),
    Entry(_("My record"), "my_record", _("What is held on you. Nobody else sees it."), access.anybody),
    Entry(
        _("School purposes"),
        "purposes",
        _("Who may use which service for the school's work. Ask for it here."),
        access.in_scope,
    ),
    Entry(
        _("Answer requests and remarks"),
        "answering",
        _("What waits for an answer, the oldest first."),
        access.keeps_purposes,
    ),
    Entry(_("Counts of a week"), "counts", _("By service, day and hour, without names."), access.sees_counts),
    Entry(_("Trend"), "counts_trend", _("The last weeks side by side."), access.sees_counts),
    Entry(_("Summary for governors"), "counts_summary", _("One page to print."), access.sees_counts),
    Entry(
        _("The monitoring record"),
        "monitoring_record",
        _("What must be written down, the review, the switch and the settings."),
        access.governs_monitoring,
    ),
    Entry(
        _("Logs"), "log_sources", _("Which logs are read, and what could not be read."), access.keeps_network
    ),
    Entry(
        _("The school's word about hosts"),
        "overrides",
        _("What the school lists otherwise than the catalogue."),
        access.keeps_network,
    ),
    Entry(
        _("The school's own lists"),
        "domain_lists",
        _("Sites that count beside those of the catalogue."),
        access.keeps_network,
    ),
    Entry(
        _("The school's networks"),
        "networks",
        _("Which addresses are staff's, pupils', guests' and shared."),
        access.keeps_network,
    ),
    Entry(
        _("Devices"),
        "devices",
        _("Which device is one person's, and which are shared."),
        access.keeps_devices,
    ),
    Entry(
        _("Who held which address"),
        "identities",
        _("Where the network writes leases and sign-ins."),
        access.keeps_network,
    ),
)


@page(admits=access.anybody)
def show_overview(request: Request) -> HttpResponse:
    """List the pages of this part that the person may open."""
    assert request.viewer is not None
    entries = [one for one in ENTRIES if one.admits(request.viewer).allowed]
    return render(request, "monitoring/overview.html", {"entries": entries, "is_on": switch().is_on})
