"""The addresses of the pages for people."""

from __future__ import annotations

from django.urls import path

from staffroom.web.people.listing import show_people

urlpatterns = [path("", show_people, name="people")]
