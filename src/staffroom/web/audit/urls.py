"""The addresses of the pages for the audit log."""

from __future__ import annotations

from django.urls import path

from staffroom.web.audit.log import show_log

urlpatterns = [path("", show_log, name="audit")]
