"""How are standings and posts given and ended?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.rules import access, tenure
from staffroom.school.people.actions import end_post, end_standing, give_post, give_standing
from staffroom.school.people.models import Person, PostHeld, StandingHeld
from staffroom.school.people.queries import other_keepers
from staffroom.web.pages import page
from staffroom.web.people.asking import address_of, ask, find_person, refuse_unless, tell
from staffroom.web.people.fields import DayField
from staffroom.web.people.words import POSTS, STANDINGS
from staffroom.web.requests import Request, actor_of, day_of

KEEPING = (Post.HEADTEACHER.value, Post.ADMINISTRATOR.value)
LAST_DAY_HINT = _("The last day on which it holds. Leave it empty to take an end back.")
SINCE_HINT = _("Empty for always. For example 1 9 2026 or 1 September 2026")


class GiveStandingForm(forms.Form):
    """Which standing, from when."""

    standing = forms.ChoiceField(
        label=_("Standing"), choices=list(STANDINGS.items()), widget=forms.RadioSelect
    )
    since = DayField(label=_("First day"), required=False, help_text=SINCE_HINT)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean(self) -> None:
        """Refuse a standing that is held already."""
        held = self.person.standings.filter(standing=self.cleaned_data.get("standing"))
        stretches = held.values_list("since", "until")
        refuse_unless(tenure.may_begin(stretches, self.cleaned_data.get("since")))


class GivePostForm(forms.Form):
    """Which post, from when, and in which place among several."""

    post = forms.ChoiceField(label=_("Post"), choices=list(POSTS.items()), widget=forms.RadioSelect)
    since = DayField(label=_("First day"), required=False, help_text=SINCE_HINT)
    place = forms.IntegerField(
        label=_("Place"),
        min_value=1,
        max_value=99,
        initial=1,
        widget=forms.TextInput(attrs={"width": "2", "inputmode": "numeric"}),
        help_text=_("Where several hold the same post, the one in place 1 is asked first."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean(self) -> None:
        """Refuse a post that is held already."""
        held = self.person.posts.filter(post=self.cleaned_data.get("post"))
        stretches = held.values_list("since", "until")
        refuse_unless(tenure.may_begin(stretches, self.cleaned_data.get("since")))


class EndForm(forms.Form):
    """Which of what is held ends, and when."""

    held = forms.ModelChoiceField(label="", queryset=StandingHeld.objects.none(), empty_label=None)
    last_day = DayField(label=_("Last day"), required=False, help_text=LAST_DAY_HINT)

    def __init__(self, *args: Any, person: Person, label: Any, held: Any, words: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        field: Any = self.fields["held"]
        field.label, field.queryset = label, held
        field.label_from_instance = lambda one: words.get(str(one), str(one))

    def clean(self) -> None:
        """Refuse a last day before the first, and an end after which nobody could look after people."""
        held, last_day = self.cleaned_data.get("held"), self.cleaned_data.get("last_day")
        if held is None or last_day is None:
            return
        refuse_unless(tenure.may_end(held.since, last_day))
        if isinstance(held, PostHeld) and held.post in KEEPING:
            refuse_unless(tenure.may_let_go(self._keepers_left(held, last_day)))

    def _keepers_left(self, held: PostHeld, last_day: date) -> int:
        """Count who keeps people then, with the person's own other posts."""
        own = self.person.posts.filter(post__in=KEEPING, until__isnull=True).exclude(pk=held.pk)
        return own.count() + other_keepers(self.person, on=last_day)


@page(admits=access.keeps_people, answers=("GET", "POST"))
def give_a_standing(request: Request, ref: str) -> HttpResponse:
    """Give a person a standing."""
    person = find_person(request, ref)
    back = address_of(request, person)
    form = GiveStandingForm(request.POST or None, person=person, initial={"since": day_of(request)})
    if request.method == "POST" and form.is_valid():
        standing = Standing(form.cleaned_data["standing"])
        since = form.cleaned_data["since"]
        give_standing(by=actor_of(request), at=request.at, person=person, standing=standing, since=since)
        said = _("The standing was given. If that was a mistake, end it.")
        return tell(request, said, back)
    return ask(request, form, title=_("Give a standing"), button=_("Give"), back=back, lead=person.name)


@page(admits=access.keeps_people, answers=("GET", "POST"))
def end_a_standing(request: Request, ref: str) -> HttpResponse:
    """End a person's standing."""
    person = find_person(request, ref)
    back = address_of(request, person)
    form = EndForm(
        request.POST or None,
        person=person,
        label=_("Standing"),
        held=person.standings.all(),
        words=STANDINGS,
        initial={"last_day": day_of(request)},
    )
    if request.method == "POST" and form.is_valid():
        held, last_day = form.cleaned_data["held"], form.cleaned_data["last_day"]
        end_standing(by=actor_of(request), at=request.at, held=held, last_day=last_day)
        return tell(request, _told_of_end(last_day), back)
    return ask(request, form, title=_("End a standing"), button=_("Keep"), back=back, lead=person.name)


@page(admits=access.keeps_people, answers=("GET", "POST"))
def give_a_post(request: Request, ref: str) -> HttpResponse:
    """Give a person a post."""
    person = find_person(request, ref)
    back = address_of(request, person)
    form = GivePostForm(request.POST or None, person=person, initial={"since": day_of(request)})
    if request.method == "POST" and form.is_valid():
        post, given = Post(form.cleaned_data["post"]), form.cleaned_data
        give_post(
            by=actor_of(request),
            at=request.at,
            person=person,
            post=post,
            since=given["since"],
            place=given["place"],
        )
        return tell(request, _("The post was given. If that was a mistake, end it."), back)
    return ask(request, form, title=_("Give a post"), button=_("Give"), back=back, lead=person.name)


@page(admits=access.keeps_people, answers=("GET", "POST"))
def end_a_post(request: Request, ref: str) -> HttpResponse:
    """End a person's post."""
    person = find_person(request, ref)
    back = address_of(request, person)
    form = EndForm(
        request.POST or None,
        person=person,
        label=_("Post"),
        held=person.posts.all(),
        words=POSTS,
        initial={"last_day": day_of(request)},
    )
    if request.method == "POST" and form.is_valid():
        held, last_day = form.cleaned_data["held"], form.cleaned_data["last_day"]
        end_post(by=actor_of(request), at=request.at, held=held, last_day=last_day)
        return tell(request, _told_of_end(last_day), back)
    return ask(request, form, title=_("End a post"), button=_("Keep"), back=back, lead=person.name)


def _told_of_end(last_day: date | None) -> Any:
    if last_day is None:
        return _("The end was taken back: it holds on.")
    return _("The last day was kept. To take it back, end it again with an empty last day.")
