"""The week's document has the shape that its schema promises."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from reports.made_reports import EVERY, hidden, typical
from staffroom.reports.week_document import draw_document

SCHEMA = json.loads((files("staffroom.cli") / "schemas" / "report-week.json").read_text("utf-8"))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", sorted(EVERY))
def test_every_document_fits_the_schema(name):
    document = json.loads(json.dumps(draw_document(EVERY[name]())))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)


@pytest.mark.clause("CON-1", "CON-2")
def test_the_schema_refuses_a_number_that_is_not_rounded():
    document = draw_document(typical()) | {"visits": 123}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(document)


def test_the_schema_refuses_what_it_does_not_know():
    document = draw_document(typical()) | {"names": ["somebody"]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(document)


def test_hidden_numbers_are_null():
    document = draw_document(hidden())
    assert document["visits"] is None
    assert document["minutes"] == {"least": None, "most": None}
    assert {each["visits"] for each in document["hours"]} == {None}


def test_the_document_holds_the_figures_of_the_report():
    document = draw_document(typical())
    assert document["visits"] == 120
    assert document["weeks"][-1] == {"monday": "2026-11-16", "working": 40, "purpose": None, "outside": 75}
    assert document["coverage"]["attributed_percent"] == 87
    assert len(document["services"]) == len(typical().services)


def test_lines_about_listed_services_are_left_out():
    assert "41200" not in json.dumps(draw_document(typical()))
