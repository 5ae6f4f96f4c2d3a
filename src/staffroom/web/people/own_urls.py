"""The address of what is written of oneself."""

from __future__ import annotations

from django.urls import path

from staffroom.web.people.person import show_own

urlpatterns = [path("", show_own, name="my_details")]
