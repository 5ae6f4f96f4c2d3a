"""The published examples of GOV.UK Frontend's form components, and our fields that should look the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django import forms
from django.template.loader import render_to_string

COMPONENTS = Path(__file__).parents[2] / "frontend/node_modules/govuk-frontend/dist/govuk/components"

# What our fields cannot say, and why that is left out: nothing in Staffroom needs it.
LEFT_OUT = {
    "prefix": "no field has one",
    "suffix": "no field has one",
    "describedBy": "a field is described by its own hint and error only",
    "formGroup": "a group has no content of its own",
    "inputWrapper": "no field has one",
    "attributes": "no field needs any other attribute",
    "isPageHeading": "the page has its own heading",
    "html": "all text is text",
    "conditional": "a form never changes while it is filled in",
    "divider": "no list of choices has one",
    "disabled": "what cannot be chosen is not shown",
    "behaviour": "no choice rules out the others",
    "javascript": "the browser’s own field for files is kept",
    "visuallyHiddenText": "the word before an error comes from our translations",
    "disableAutoFocus": "the summary takes the focus",
    "descriptionText": "the summary is its list",
    "descriptionHtml": "the summary is its list",
    "titleHtml": "all text is text",
    "caller": "templates call nothing",
    "rows": "a text area is as long as its form says",
    "translated": "text comes from our translations",
    "label attributes": "a label has no other attributes",
}
OF_A_FIELD = {"hint", "id", "label"}
CHOSEN = {"selected", "checked"}
TITLE = "There is a problem"
WIDTH = "govuk-input--width-"
INPUT_ATTRS = ("autocomplete", "inputmode", "pattern", "autocapitalize")


@dataclass(frozen=True, slots=True)
class Example:
    """One published example: of which component, its name, what it was made of, and its HTML."""

    component: str
    name: str
    options: dict[str, Any]
    html: str


def examples(component: str) -> Iterator[Example]:
    """Yield the published examples of a component."""
    file = COMPONENTS / component / "fixtures.json"
    for one in json.loads(file.read_text("utf-8"))["fixtures"]:
        yield Example(component, one["name"], one["options"], one["html"])


def reasons(example: Example) -> set[str]:
    """Return why an example cannot be made of our fields; nothing where it can."""
    return set(_reasons(example.options)) | set(_odd(example))


def _reasons(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (LEFT_OUT[key] for key in value if key in LEFT_OUT and key != "rows")
        for inner in value.values():
            yield from _reasons(inner)
    if isinstance(value, list):
        for inner in value:
            yield from _reasons(inner)


def _odd(example: Example) -> Iterator[str]:
    options = example.options
    items = [item or {} for item in options.get("items") or []]
    fieldset, label = options.get("fieldset") or {}, options.get("label") or {"text": "-"}
    are_choices = example.component in ("radios", "checkboxes")
    odd = {
        "no other class is used": not str(options.get("classes") or WIDTH).startswith(WIDTH),
        "every choice has a value": any("value" not in item for item in items),
        "no single choice has a hint, id or label of its own": any(OF_A_FIELD & set(item) for item in items),
        "a choice’s value is a word": any(item.get("value") in (False, None) for item in items),
        "a field has one value": options.get("value") is not None and any(CHOSEN & set(i) for i in items),
        "the summary has one title": options.get("titleText", TITLE) != TITLE,
        "choices always have a legend": are_choices and not fieldset.get("legend"),
        "a legend is its text": set(fieldset.get("legend") or {}) > {"text"} or len(fieldset) > 1,
        "a label is its text": set(label) != {"text"},
        "Django writes an attribute that is a truth its own way": options.get("spellcheck") is not None,
        "files come one by one": "multiple" in options,
    }
    yield from (reason for reason, is_so in odd.items() if is_so)


def render(example: Example) -> str:
    """Render our field for an example."""
    if example.component == "error-summary":
        return _render_summary(example.options)
    id_, name = _id_of(example.options), example.options["name"]
    html = str(next(iter(_form(example))).as_field_group())
    return html.replace(f'name="{id_}"', f'name="{name}"')


def _id_of(options: dict[str, Any]) -> str:
    """Return the id of an example’s field; ours follow from the name, so it is rendered under that."""
    return str(options.get("id") or options.get("idPrefix") or options["name"])


def _form(example: Example) -> forms.Form:
    options = example.options
    field = _field(example)
    name = _id_of(options)
    value = options.get("value")
    values = options.get("values") or (_checked(example) if value is None else value)
    error = (options.get("errorMessage") or {}).get("text", "")
    made = type("Made", (forms.Form,), {name: field, "use_required_attribute": False})
    if not error:
        return made(initial={name: values}, auto_id="%s")  # type: ignore[no-any-return]
    form = made({name: values}, auto_id="%s")
    form.add_error(name, error)
    return form  # type: ignore[no-any-return]


def _checked(example: Example) -> Any:
    items = example.options.get("items") or []
    chosen = [item["value"] for item in items if item.get("checked") or item.get("selected")]
    return chosen if example.component == "checkboxes" else (chosen or [""])[0]


def _field(example: Example) -> forms.Field:
    options = example.options
    said = options.get("label") or (options.get("fieldset") or {}).get("legend") or {"text": ""}
    hint = (options.get("hint") or {}).get("text", "")
    given = {"label": said["text"], "help_text": hint, "required": False, "widget": _widget(example)}
    if example.component in ("select", "radios", "checkboxes"):
        kind = forms.MultipleChoiceField if example.component == "checkboxes" else forms.ChoiceField
        choices = [(str(item["value"]), item["text"]) for item in options.get("items") or []]
        return kind(choices=choices, **given)
    return forms.FileField(**given) if example.component == "file-upload" else forms.CharField(**given)


def _widget(example: Example) -> forms.Widget:
    options = example.options
    attrs = {name: options[name] for name in INPUT_ATTRS if options.get(name)}
    if str(options.get("classes") or "").startswith(WIDTH):
        attrs["width"] = options["classes"].removeprefix(WIDTH)
    if example.component == "textarea":
        return forms.Textarea(attrs={"rows": options.get("rows") or 5} | attrs)
    if example.component == "input":
        widget = forms.TextInput(attrs)
        widget.input_type = options.get("type") or "text"
        return widget
    kinds = {"select": forms.Select, "radios": forms.RadioSelect, "checkboxes": forms.CheckboxSelectMultiple}
    return kinds.get(example.component, forms.FileInput)(attrs)


def _render_summary(options: dict[str, Any]) -> str:
    """Render the summary of a form in which these errors were found."""
    errors = options.get("errorList") or []
    names = {one["href"].removeprefix("#"): one["text"] for one in errors if one.get("href")}
    fields = {name: forms.CharField(required=False) for name in names}
    form = type("Made", (forms.Form,), fields)({}, auto_id="%s")
    for name, text in names.items():
        form.add_error(name, text)
    for one in errors:
        if not one.get("href"):
            form.add_error(None, one["text"])
    return render_to_string("frame/errors.html", {"form": form})
