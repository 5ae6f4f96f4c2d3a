"""The addresses of the first steps."""

from __future__ import annotations

from django.urls import path

from staffroom.web.home.tasks import SOURCES
from staffroom.web.setup.administrator import make_administrator
from staffroom.web.setup.school import describe_first
from staffroom.web.setup.wizard import begin, finish, show_step, show_steps, unfinished_setup

SOURCES.append(unfinished_setup)

urlpatterns = [
    path("", show_steps, name="setup"),
    path("begin/<slug:token>/", begin, name="setup_begin"),
    path("school/", describe_first, name="setup_school"),
    path("administrator/", make_administrator, name="setup_administrator"),
    path("finish/", finish, name="setup_finish"),
    path("<slug:name>/", show_step, name="setup_step"),
]
