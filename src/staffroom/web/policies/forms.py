"""Which forms has somebody who keeps a policy?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from staffroom.policy.clause import Binds, Force
from staffroom.policy.dates import read_date
from staffroom.policy.text import Role
from staffroom.records.posts import Post
from staffroom.rules.publishing import ESSENTIALS, Essential
from staffroom.school.people.models import Person
from staffroom.school.policies.models import Policy
from staffroom.school.policies.queries.people import possible_governors, possible_owners
from staffroom.web.policies.strengths import BINDS, FORCES

DAY_HINT = _("For example, 27/3/2027")
FILES = ".txt,.docx,.pdf,.md"


def words(label: Any, *, required: bool = True, hint: Any = "", rows: int = 4) -> forms.CharField:
    """Make a field for some sentences."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=hint,
        max_length=10_000,
        widget=forms.Textarea({"rows": rows}),
        strip=True,
    )


class AddForm(forms.Form):
    """A new policy: its title, and the published text where there is one."""

    title = forms.CharField(label=_("Title"), max_length=160, initial=_("Social networking policy"))
    file = forms.FileField(
        label=_("Your published policy"),
        required=False,
        help_text=_("A .txt, .docx, .pdf or .md file. Leave this empty to start from the template."),
        widget=forms.FileInput({"accept": FILES}),
    )


class DraftForm(forms.Form):
    """From what a new version is begun."""

    FROM_VERSION, FROM_FILE, FROM_TEMPLATE = "version", "file", "template"

    source = forms.ChoiceField(
        label=_("Start from"),
        widget=forms.RadioSelect,
        choices=[
            (FROM_VERSION, _("the words that are in force now")),
            (FROM_FILE, _("a file")),
            (FROM_TEMPLATE, _("the template that comes with Staffroom")),
        ],
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("Only if you start from a file: .txt, .docx, .pdf or .md."),
        widget=forms.FileInput({"accept": FILES}),
    )

    def __init__(self, *args: Any, has_version: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_version:
            source: Any = self.fields["source"]
            source.choices = source.choices[1:]

    def clean(self) -> dict[str, Any]:
        """Ask for the file where it is to start from one."""
        said = super().clean() or {}
        if said.get("source") == self.FROM_FILE and not said.get("file"):
            self.add_error("file", _("Choose the file to start from."))
        return said


class SettingsForm(forms.Form):
    """Who answers for a policy, who approves it, and how long people have."""

    title = forms.CharField(label=_("Title"), max_length=160)
    owner = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Senior leader responsible"),
        required=False,
        help_text=_("A member of the senior leadership team."),
    )
    governor = forms.ModelChoiceField(Person.objects.none(), label=_("Governor responsible"), required=False)
    approving_posts = forms.MultipleChoiceField(
        label=_("Who approves each version"),
        choices=[
            (one.value, one.value.capitalize())
            for one in Post
            if one not in (Post.NETWORK, Post.ADMINISTRATOR)
        ],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("At least two. Each must be another person."),
    )
    days_to_read = forms.IntegerField(
        label=_("Days to read and answer"),
        min_value=7,
        max_value=120,
        widget=forms.NumberInput({"width": "3"}),
    )

    def __init__(self, *args: Any, policy: Policy, on: date, **kwargs: Any) -> None:
        names = ("title", "owner", "governor", "approving_posts", "days_to_read")
        kwargs["initial"] = {name: getattr(policy, name) for name in names}
        super().__init__(*args, **kwargs)
        _offer(self.fields["owner"], possible_owners(on=on))
        _offer(self.fields["governor"], possible_governors(on=on))


class LinkForm(forms.Form):
    """A document that is read together with a policy."""

    title = forms.CharField(label=_("Title"), max_length=160)
    version = forms.CharField(label=_("Version or date"), max_length=40, required=False)
    address = forms.URLField(
        label=_("Address"), required=False, assume_scheme="https", help_text=_("Where people can read it.")
    )


class ConsultForm(forms.Form):
    """How long a draft is open to comments."""

    until = forms.DateField(
        label=_("Last day for comments"), help_text=DAY_HINT, widget=forms.DateInput({"width": "10"})
    )


class HeadingForm(forms.Form):
    """The words of a heading."""

    text = forms.CharField(label=_("Heading"), max_length=200)


class PieceForm(forms.Form):
    """The words of a clause, how strongly it speaks and whom it binds."""

    text = words(_("Words"), rows=6)
    force = forms.ChoiceField(label=_("How strongly it speaks"), choices=FORCES)
    binds = forms.ChoiceField(
        label=_("Whom it binds"),
        choices=BINDS,
        help_text=_("When the clause changes in what it asks, these people read it again."),
    )


class AddPieceForm(PieceForm):
    """A new clause or heading."""

    role = forms.ChoiceField(
        label=_("Add"),
        widget=forms.RadioSelect,
        choices=[(Role.CLAUSE.value, _("a clause")), (Role.HEADING.value, _("a heading"))],
    )
    force = forms.ChoiceField(label=_("How strongly it speaks"), choices=FORCES, initial=Force.SHOULD.value)
    binds = forms.ChoiceField(label=_("Whom it binds"), choices=BINDS, initial=Binds.STAFF.value)
    field_order = ("role", "text", "force", "binds")


class FrontForm(forms.Form):
    """The lines of the front page that a person writes; approval writes the others."""

    version = forms.CharField(
        label=_("Version number"), max_length=40, widget=forms.TextInput({"width": "10"})
    )
    issued = forms.CharField(label=_("Date of issue"), required=False, help_text=_("For example, March 2027"))
    review_by = forms.CharField(
        label=_("Date for review"), help_text=_("For example, March 2028. Reviews are due each year.")
    )
    owner = forms.CharField(
        label=_("SLT member responsible"),
        max_length=160,
        required=False,
        help_text=_("A role, such as Director of Finance and Resources. Not a name."),
    )

    def clean_issued(self) -> str:
        """Refuse what is no date."""
        return _dated(self.cleaned_data["issued"])

    def clean_review_by(self) -> str:
        """Refuse what is no date."""
        return _dated(self.cleaned_data["review_by"])


class AboutForm(forms.Form):
    """What is said about a draft beside its words."""

    summary = words(_("What has changed, in a few sentences"), required=False)
    not_consulted = words(
        _("If staff were not consulted: why not"), required=False, hint=_("Leave this empty if they were.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in ESSENTIALS:
            self.fields[self.name_of(one)] = forms.CharField(
                label=one.question,
                required=False,
                max_length=300,
                help_text=_(
                    "Only if this policy does not say it: name the document that does, and where in it."
                ),
            )

    @staticmethod
    def name_of(one: Essential) -> str:
        """Return the name of the field about one of the essentials."""
        return one.name.replace(" ", "_")


def _offer(field: Any, people: QuerySet[Person]) -> None:
    field.queryset = people


def _dated(text: str) -> str:
    if text and read_date(text) is None:
        raise ValidationError(_("Write a month and a year, such as March 2028, or a whole date."))
    return text
