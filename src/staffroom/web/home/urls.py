"""The addresses of the first page and of those that belong to no other room."""

from __future__ import annotations

from django.urls import path

from staffroom.web.home.counting import show_metrics
from staffroom.web.home.first import show_home
from staffroom.web.home.health import show_health
from staffroom.web.home.invited import people_to_invite
from staffroom.web.home.statement import show_accessibility
from staffroom.web.home.tasks import SOURCES

SOURCES.append(people_to_invite)

urlpatterns = [
    path("", show_home, name="home"),
    path("accessibility/", show_accessibility, name="accessibility"),
    path("healthz", show_health, name="health"),
    path("metrics", show_metrics, name="metrics"),
]
