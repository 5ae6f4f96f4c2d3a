"""How is it said that a person has left, and how is that taken back?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from staffroom.rules import access, tenure
from staffroom.school.people.actions import bring_back, leave
from staffroom.school.people.models import Person
from staffroom.school.people.queries import other_keepers
from staffroom.web.pages import page
from staffroom.web.people.asking import address_of, ask, find_person, refuse_unless, tell
from staffroom.web.people.fields import DAY_HINT, DayField
from staffroom.web.people.tenures import KEEPING
from staffroom.web.requests import Request, actor_of, day_of

LEAD = _(
    "After the last day they can no longer sign in; where it is today, from this minute on. Everything that "
    "was written of them stays. You can take this back."
)


class LeaveForm(forms.Form):
    """The last day."""

    last_day = DayField(label=_("Last day"), help_text=DAY_HINT)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean(self) -> None:
        """Refuse a last day before the first, and that the last keeper of people goes."""
        last_day = self.cleaned_data.get("last_day")
        if last_day is None:
            return
        refuse_unless(tenure.may_end(self.person.since, last_day))
        if self.person.posts.filter(post__in=KEEPING, until__isnull=True).exists():
            refuse_unless(tenure.may_let_go(other_keepers(self.person, on=last_day)))


@page(admits=access.keeps_people, answers=("GET", "POST"))
def say_left(request: Request, ref: str) -> HttpResponse:
    """Say that a person has left or will leave."""
    person = find_person(request, ref)
    back = address_of(request, person)
    form = LeaveForm(request.POST or None, person=person, initial={"last_day": day_of(request)})
    if request.method == "POST" and form.is_valid():
        leave(by=actor_of(request), at=request.at, person=person, last_day=form.cleaned_data["last_day"])
        said = _("The last day was kept. Their page has a button to take it back.")
        return tell(request, said, back)
    title = _("%(name)s leaves") % {"name": person.name}
    return ask(request, form, title=title, button=_("They leave"), back=back, lead=LEAD)


@page(admits=access.keeps_people, answers=("POST",))
def take_back(request: Request, ref: str) -> HttpResponse:
    """Take back that a person has left."""
    person = find_person(request, ref)
    bring_back(by=actor_of(request), at=request.at, person=person)
    said = _("%(name)s is here again, with the standings, posts and sign-in of before.")
    return tell(request, said % {"name": person.name}, address_of(request, person))
