"""What does a browser need so that the checker runs in it?"""

from __future__ import annotations

import hashlib
import io
import zipfile
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from django.http import HttpResponse, HttpResponseNotModified

from staffroom.web.pages import page
from staffroom.web.requests import Request

ROOMS: Final = ("policy", "records", "rules", "detectors")
MADE: Final = (1980, 1, 1, 0, 0, 0)  # the same bytes every time


@page(admits=None)
def give_pure_half(request: Request) -> HttpResponse:
    """Give the pure rooms of this very release as a zip file; they hold nothing of the school."""
    packed, mark = pack_pure_half()
    if request.headers.get("If-None-Match") == mark:
        return HttpResponseNotModified(headers={"ETag": mark})
    return HttpResponse(packed, content_type="application/zip", headers={"ETag": mark})


@cache
def pack_pure_half() -> tuple[bytes, str]:
    """Pack the sources of the pure rooms; return them with a mark that changes when they do."""
    package = files("staffroom")
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        _add(packed, package / "__init__.py", "staffroom/__init__.py")
        for room in ROOMS:
            _add_folder(packed, package / room, f"staffroom/{room}")
    content = written.getvalue()
    return content, f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def _add_folder(packed: zipfile.ZipFile, folder: Traversable, name: str) -> None:
    for one in sorted(folder.iterdir(), key=lambda found: found.name):
        if one.is_dir() and one.name != "__pycache__":
            _add_folder(packed, one, f"{name}/{one.name}")
        elif one.is_file():
            _add(packed, one, f"{name}/{one.name}")


def _add(packed: zipfile.ZipFile, file: Traversable, name: str) -> None:
    packed.writestr(zipfile.ZipInfo(name, MADE), file.read_bytes(), zipfile.ZIP_DEFLATED)
