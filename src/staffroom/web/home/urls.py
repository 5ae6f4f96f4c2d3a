"""The addresses of the first page and of those that belong to no other room."""

from __future__ import annotations

from django.urls import path

from staffroom.web.home.counting import show_metrics
from staffroom.web.home.first import show_home
from staffroom.web.home.health import show_health

urlpatterns = [
    path("", show_home, name="home"),
    path("healthz", show_health, name="health"),
    path("metrics", show_metrics, name="metrics"),
]
