"""How does a page do something in the office, and say why it was not done?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from staffroom.school.monitoring.refusals import NotAccepted, NotPermitted
from staffroom.web.pages import Refused


def did(form: forms.BaseForm, act: Callable[[], Any]) -> bool:
    """Do it and say true; where the office does not take what was entered, write that on the form.

    Raises Refused where a rule says no.
    """
    try:
        act()
    except NotPermitted as error:
        raise Refused(error.decision) from None
    except NotAccepted as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
        return False
    return True
