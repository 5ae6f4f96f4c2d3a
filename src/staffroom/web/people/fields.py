"""How does a form take a day?"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from staffroom.readers.rosters.cells import read_day

DAY_HINT: Final = _("Day, month and year, for example 1 9 2026 or 1 September 2026")
NO_DAY: Final = _("Write a day such as 1 9 2026 or 1 September 2026.")
_MONTH_FORMS: Final = ("%d %B %Y", "%d %b %Y")


class DayField(forms.Field):
    """A day in one box, written as people in Britain write it: the day first."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", DAY_HINT)
        super().__init__(**kwargs)
        self.widget.attrs.update(width="10", autocomplete="off")

    def to_python(self, value: Any) -> date | None:
        """Read a day. Raises ValidationError for what is none."""
        text = " ".join(str(value or "").split())
        if not text:
            return None
        found = read_day(re.sub(r"[ .]", "/", text)) or read_day(text) or _read_month(text)
        if found is None:
            raise ValidationError(NO_DAY)
        return found

    def prepare_value(self, value: Any) -> Any:
        """Write a day as it is asked for."""
        return f"{value.day} {value.month} {value.year}" if isinstance(value, date) else value


def _read_month(text: str) -> date | None:
    for form in _MONTH_FORMS:
        try:
            found = datetime.strptime(text, form)  # noqa: DTZ007  a day has no time zone
        except ValueError:
            continue
        return read_day(found.date().isoformat())
    return None
