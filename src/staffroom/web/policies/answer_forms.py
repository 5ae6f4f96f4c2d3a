"""Which forms has somebody who reads, comments, approves, answers or records?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from staffroom.records.versions import Answer
from staffroom.web.policies.forms import DAY_HINT, words
from staffroom.web.policies.shown_text import ShownText


class CommentForm(forms.Form):
    """A comment on a draft, or on one of its clauses."""

    place = forms.TypedChoiceField(label=_("About"), required=False, coerce=int, empty_value=None)
    text = words(_("Your comment"))

    def __init__(self, *args: Any, text: ShownText, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        clauses = [(one.place, " ".join(one.text.split())[:90]) for one in text.body if one.strength]
        place: Any = self.fields["place"]
        place.choices = [("", _("The whole policy")), *clauses]


class ReplyForm(forms.Form):
    """The answer to a comment."""

    is_taken_up = forms.ChoiceField(
        label=_("Is it taken up?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes, the draft is changed")), ("no", _("No"))],
    )
    text = words(
        _("Your answer"), hint=_("Everybody whom the policy binds can read it. It cannot be changed.")
    )


class ApprovalForm(forms.Form):
    """What an approver decides."""

    APPROVE, REFUSE = "approve", "refuse"

    text_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)
    decision = forms.ChoiceField(
        label=_("Your decision"),
        widget=forms.RadioSelect,
        choices=[(APPROVE, _("I approve these words")), (REFUSE, _("It should be changed first"))],
    )
    reason = words(_("What should change"), required=False, hint=_("Only if it should be changed."))


class AnswerForm(forms.Form):
    """What somebody says to a policy that they have read."""

    text_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)
    answer = forms.ChoiceField(
        label=_("Your answer"),
        widget=forms.RadioSelect,
        choices=[
            (Answer.ACCEPTED.value, _("I have read it, and I will keep to it")),
            (Answer.QUESTIONS.value, _("I have questions first")),
            (Answer.DECLINED.value, _("I decline")),
        ],
    )
    reason = words(
        _("Your questions, or why you decline"),
        required=False,
        hint=_("The person who keeps the policy reads this. Leave it empty if you accept."),
    )


class QuestionReplyForm(forms.Form):
    """The reply to a question about a policy."""

    text = words(_("Your reply"), hint=_("Who asked reads it beside the policy. It cannot be changed."))


class PaperForm(forms.Form):
    """A signed sheet of paper."""

    scan = forms.FileField(
        label=_("Scan of the signed sheet"),
        help_text=_("A PDF, JPEG or PNG of at most 10 MB."),
        widget=forms.FileInput({"accept": ".pdf,.jpg,.jpeg,.png"}),
    )
    signed_on = forms.DateField(
        label=_("Day on the sheet"), help_text=DAY_HINT, widget=forms.DateInput({"width": "10"})
    )


class ExemptForm(forms.Form):
    """Why somebody need not acknowledge a policy."""

    reason = words(_("Reason"), hint=_("The person can read it. Write nothing about their health."))


class CheckForm(forms.Form):
    """A file that is said to be an acknowledgement."""

    file = forms.FileField(
        label=_("The PDF, or the JSON file"), widget=forms.FileInput({"accept": ".pdf,.json"})
    )
