from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.logs.mapping import read_mapping

GOOD = """
name = "ours"
title = "Our filter"
delimiter = "tab"
recognised_by = ["When", "Who"]

[time]
columns = ["When"]
patterns = ["%d/%m/%Y %H:%M:%S"]
zone = "Europe/London"

[columns]
user = "Who"
url = "Where"

[blocked]
column = "Verdict"
values = ["Blocked"]
"""


def changed(old: str, new: str) -> object:
    assert old in GOOD
    return tomllib.loads(GOOD.replace(old, new))


def test_a_good_mapping_is_read():
    mapping = read_mapping(tomllib.loads(GOOD))
    assert (mapping.name, mapping.delimiter, mapping.header) == ("ours", b"\t", True)
    assert mapping.time == ("When",)
    assert mapping.columns == {"user": "Who", "url": "Where"}
    assert mapping.blocked_values == {"blocked"}
    assert set(mapping.names) == {"When", "Who", "Where", "Verdict"}


def test_the_example_of_the_documentation_is_a_good_mapping():
    page = (Path(__file__).parents[3] / "docs/reference/columns.md").read_text("utf-8")
    mapping = read_mapping(tomllib.loads(page.partition("```toml")[2].partition("```")[0]))
    assert set(mapping.columns) >= {"client", "user", "url", "octets"}
    assert mapping.time == ("Date", "Time")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('url = "Where"', "", "which column holds the url or the host"),
        ('user = "Who"', "", "which column holds the user or the client"),
        ('url = "Where"', 'adress = "Where"', "names a column 'adress'"),
        ('url = "Where"', "url = 0", "the url must be a column's name, or its number counted from 1"),
        ('url = "Where"', "url = true", "the url must be a column's name"),
        ('delimiter = "tab"', 'delimiter = "~"', "delimiter must be comma, tab, semicolon"),
        ('delimiter = "tab"', "header = false", "must give columns by number"),
        ('values = ["Blocked"]', "", "not which values mean it"),
        ('values = ["Blocked"]', "values = [403]", "values of .blocked. must be text"),
        ("Europe/London", "Europe/Lundun", "not one of the IANA names"),
        ("%d/%m/%Y %H:%M:%S", "%d/%m %H:%M", "day, month and year once each"),
        ("%d/%m/%Y %H:%M:%S", "%d/%d/%m/%Y", "day, month and year once each"),
        ("%d/%m/%Y %H:%M:%S", "%", "day, month and year once each"),
        ('columns = ["When"]', "", "columns of .time. must be a column's name"),
        ('name = "ours"', "name = 7", "name must be text"),
    ],
)
def test_a_bad_mapping_is_one_clear_sentence(old: str, new: str, sentence: str):
    with pytest.raises(ValueError, match=sentence) as error:
        read_mapping(changed(old, new))
    assert str(error.value).endswith(".")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("raw", [None, 7, "text", [], {}, {"time": 1}, {"time": {"columns": 1}}])
def test_what_is_no_mapping_at_all_is_one_clear_sentence(raw: object):
    with pytest.raises(ValueError, match="missing or is not a table"):
        read_mapping(raw)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
keys = st.sampled_from(
    ["name", "title", "delimiter", "header", "time", "columns", "blocked", "recognised_by"]
)


@given(st.dictionaries(keys, values, max_size=8), st.booleans())
def test_any_table_is_a_mapping_or_a_value_error(changes: dict[str, object], keep: bool):
    raw = {**(tomllib.loads(GOOD) if keep else {}), **changes}
    try:
        mapping = read_mapping(raw)
    except ValueError:
        return
    assert mapping.columns
