"""Does every model of the office say of each field what it holds, how long, and who may ask for it?"""

from __future__ import annotations

import pytest
from django.apps import apps

from staffroom.records.privacy import Held, Kind

MODELS = [model for model in apps.get_models() if model.__module__.startswith("staffroom.")]


def fields_of(model):
    return {field.name for field in model._meta.concrete_fields} - {"id"}


def declared_by(model):
    return {name: held for name, held in vars(model.Privacy).items() if isinstance(held, Held)}


def test_there_are_models():
    assert len(MODELS) > 5


@pytest.mark.clause("CON-1", "CON-2")
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_declared_and_nothing_else(model):
    assert set(declared_by(model)) == fields_of(model)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_link_to_a_person_is_never_called_housekeeping(model):
    relations = [field for field in model._meta.concrete_fields if field.is_relation]
    links = {field.name for field in relations if field.related_model.__name__ in ("Person", "User")}
    assert {name for name in links if declared_by(model)[name].kind is Kind.HOUSEKEEPING} == set()
