"""The addresses of the checker. All that it keeps at hand on a phone lies under one of them."""

from __future__ import annotations

from django.urls import path

from staffroom.web.checker.checking import show_checker
from staffroom.web.checker.ground import give_ground
from staffroom.web.checker.programs import give_manifest, give_service_worker, give_worker
from staffroom.web.checker.pure_half import give_pure_half
from staffroom.web.checker.sharing import take_share

urlpatterns = [
    path("", show_checker, name="checker"),
    path("ground.json", give_ground, name="checker_ground"),
    path("pure-half.zip", give_pure_half, name="checker_pure_half"),
    path("worker.js", give_worker, name="checker_worker"),
    path("service-worker.js", give_service_worker, name="checker_service_worker"),
    path("manifest.webmanifest", give_manifest, name="checker_manifest"),
    path("share/", take_share, name="checker_share"),
]
