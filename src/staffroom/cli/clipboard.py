"""What is copied on this machine, as it is copied?"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from typing import Final

EVERY: Final = 0.5  # seconds between two looks
PATIENCE: Final = 5  # seconds that a program may take to answer
LARGEST: Final = 4_000_000  # bytes that are taken of what was copied
NO_CLIPBOARD: Final = (
    "The clipboard cannot be read here. On Linux, install wl-clipboard or xclip and run this on the desktop; "
    "macOS and Windows need nothing."
)
# A program that prints the clipboard, and the variable without which it has no desktop to ask.
PROGRAMS: Final = (
    (("wl-paste", "--no-newline"), "WAYLAND_DISPLAY"),
    (("xclip", "-selection", "clipboard", "-out"), "DISPLAY"),
    (("xsel", "--clipboard", "--output"), "DISPLAY"),
    (("pbpaste",), ""),
    (("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard -Raw"), ""),
)


def find_clipboard() -> tuple[str, ...] | None:
    """Return the program that prints what is copied on this machine; None where there is none."""
    for program, desktop in PROGRAMS:
        if shutil.which(program[0]) and (not desktop or os.environ.get(desktop)):
            return program
    return None


def copied_texts(program: tuple[str, ...]) -> Iterator[str]:
    """Yield each text that is copied from now on; what was there before is left alone. Never ends."""
    before = _read(program)
    while True:
        time.sleep(EVERY)
        now = _read(program)
        if now != before and now.strip():
            yield now
        before = now


def _read(program: tuple[str, ...]) -> str:
    """Return what is copied; "" where it is no text, or the desktop does not answer."""
    try:
        done = subprocess.run(program, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout[:LARGEST].decode("utf-8", errors="replace") if done.returncode == 0 else ""
