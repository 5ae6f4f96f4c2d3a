"""Is a day read as people in Britain write it?"""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from staffroom.web.people.fields import DayField

FIELD = DayField(required=False)


@pytest.mark.parametrize(
    "text",
    ["1 9 2026", "01/09/2026", "1.9.2026", "2026-09-01", "1 September 2026", "1 Sep 2026", " 1  9 2026 "],
)
def test_a_day_is_read_the_day_first(text):
    assert FIELD.clean(text) == date(2026, 9, 1)


@pytest.mark.parametrize("text", ["31 2 2026", "9 2026", "tomorrow", "1 1 0001", "1 Septober 2026", "1 9 26"])
def test_what_is_no_day_is_refused_in_words(text):
    with pytest.raises(ValidationError, match="Write a day such as"):
        FIELD.clean(text)


@given(day=st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_that_is_shown_is_read_as_the_same_day(day):
    assert FIELD.clean(FIELD.prepare_value(day)) == day


@given(text=st.text(max_size=30))
def test_any_text_is_a_day_none_or_refused(text):
    try:
        found = FIELD.clean(text)
    except ValidationError:
        return
    assert found is None or 1900 <= found.year <= 2200
