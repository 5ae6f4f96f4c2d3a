"""Is the list of services written as the other lists are, and safely?"""

from __future__ import annotations

from django import forms

from staffroom.web.monitoring.fields import service_field


def form_with(choices, **options):
    class Made(forms.Form):
        service = service_field(**options)

    form = Made(initial={"service": "x"})
    form.fields["service"].choices = choices
    return form


def test_the_service_that_is_chosen_is_marked_and_no_other():
    written = str(form_with([("", "Choose one"), ("x", "X"), ("facebook", "Facebook")])["service"])
    assert '<option value="x" selected>X</option>' in written
    assert written.count("selected") == 1
    assert 'id="id_service"' in written


def test_a_title_cannot_break_out_of_the_list():
    written = str(form_with([('"><script>', "<b>&</b>")])["service"])
    assert "<script>" not in written
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in written


def test_a_service_that_is_not_in_the_list_is_not_taken():
    form = form_with([("x", "X")])
    form.is_bound, form.data = True, {"service": "y"}
    assert not form.is_valid()
