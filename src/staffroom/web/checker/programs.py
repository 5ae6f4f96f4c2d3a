"""Which programs does the checker's page start in the browser, and what may they do?

Both are answered here and not as static files, so that each has a policy of its own: the worker may compile
the Python that it runs and ask this server only; the service worker may answer for the checker's pages only.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from django.contrib.staticfiles import finders
from django.http import Http404, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from staffroom.school.people.queries.school import find_school
from staffroom.web.checker.pure_half import pack_pure_half
from staffroom.web.pages import page
from staffroom.web.requests import Request

SCRIPT: Final = "text/javascript; charset=utf-8"
WORKER_MAY: Final = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
SERVICE_MAY: Final = "default-src 'none'; script-src 'self'; connect-src 'self'"
WORKER, SERVICE_WORKER = PROGRAMS = ("built/checker/worker.js", "built/checker/service-worker.js")
LATER: Final = "built/checker/later.js"
KEPT: Final = (
    "built/faces.css", "built/govuk.css", "built/govuk.js", "built/start.js", "built/checker/page.js",
    LATER, "built/checker/showing.js", "staffroom/staffroom.css", "staffroom/icon.svg",
    "built/atkinson-hyperlegible-next-latin-400-normal.woff2",
    "built/atkinson-hyperlegible-next-latin-700-normal.woff2",
    "built/pyodide/pyodide.mjs", "built/pyodide/pyodide.asm.mjs", "built/pyodide/pyodide.asm.wasm",
    "built/pyodide/pyodide-lock.json", "built/pyodide/python_stdlib.zip",
)  # fmt: skip


@page(admits=None)
def give_worker(request: Request) -> HttpResponse:
    """Give the program that checks a draft in the browser."""
    script = _script(WORKER).replace("%PYODIDE%", static("built/pyodide/"))
    return HttpResponse(script, content_type=SCRIPT, headers={"Content-Security-Policy": WORKER_MAY})


@page(admits=None)
def give_service_worker(request: Request) -> HttpResponse:
    """Give the program that keeps the checker at hand without a network, and takes what a phone shares."""
    kept = [reverse("checker"), reverse("checker_worker"), reverse("checker_pure_half"), *map(static, KEPT)]
    script = _script(SERVICE_WORKER)
    values = {"EDITION": _edition(), "KEPT": "\n".join(kept), "LATER": static(LATER)}
    for name, value in values.items():
        script = script.replace(f"%{name}%", value)
    return HttpResponse(script, content_type=SCRIPT, headers={"Content-Security-Policy": SERVICE_MAY})


@page(admits=None)
def give_manifest(request: Request) -> HttpResponse:
    """Say how the checker is installed on a phone, and that texts may be shared with it."""
    school = find_school()
    share = {"title": "title", "text": "text", "url": "url"}
    return JsonResponse(
        {
            "name": _("Before you post"),
            "short_name": _("Before you post"),
            "description": school.name if school else "Staffroom",
            "start_url": reverse("checker"),
            "scope": reverse("checker"),
            "display": "standalone",
            "background_color": "#ffffff",
            "theme_color": "#0b0c0c",
            "icons": [{"src": static("staffroom/icon.svg"), "sizes": "any", "type": "image/svg+xml"}],
            "share_target": {
                "action": reverse("checker_share"),
                "method": "POST",
                "enctype": "multipart/form-data",
                "params": share,
            },
        },
        content_type="application/manifest+json",
    )


@cache
def _edition() -> str:
    """Name what a browser keeps by its content, so that it is fetched again once any of it has changed."""
    digest = hashlib.sha256(pack_pure_half()[1].encode())
    for name in (*KEPT, *PROGRAMS):
        digest.update(_find(name).read_bytes())
    return digest.hexdigest()[:32]


@cache
def _script(name: str) -> str:
    return _find(name).read_text("utf-8")


def _find(name: str) -> Path:
    """Find a built file. Raises Http404 where the front end was not built."""
    found = finders.find(name)
    if found is None:
        raise Http404
    return Path(str(found))
