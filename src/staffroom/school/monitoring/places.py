"""Where do evidence, and what was worked out for it, lie on this machine?"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
from django.conf import settings

TRAFFIC = "traffic"
PLAIN = "STAFFROOM_PLAIN"  # any value: do without compiled kernels


def traffic_folder() -> Path:
    """Return the folder of evidence, its state and its keys; the same that the command line uses."""
    return Path(settings.FOLDER) / TRAFFIC


def cache_folder() -> Path:
    """Return where is kept what can be made again, such as bank holidays."""
    return Path(platformdirs.user_cache_dir("staffroom"))


def kernels_folder() -> Path | None:
    """Return where compiled kernels are kept; None to do without."""
    return None if os.environ.get(PLAIN) else cache_folder() / "kernels"
