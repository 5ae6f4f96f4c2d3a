"""Does the pure half give the same answers in a browser as it does here?

Pyodide (from npm) runs it in Debian's Chromium, unchanged and without a network: the sources of the five
pure rooms and the pure-Python packages that they may use.
"""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import sysconfig
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser import pure_conformance
from detectors.cases import all_cases
from detectors.made_ground import GROUND
from staffroom.detectors.exchange import write_ground

ROOT = Path(__file__).parents[2]
PYODIDE = ROOT / "frontend" / "node_modules" / "pyodide"
CHROMIUM = Path("/usr/bin/chromium")
SAMPLES = ROOT.parent / "shared" / "data" / "logs"
PACKAGES = ("icalendar", "dateutil", "tzdata", "pypdf", "typing_extensions.py", "six.py")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
LONGEST_LOG = 200_000
PATIENCE = 240_000  # milliseconds

pytestmark = [
    pytest.mark.slow,
    pytest.mark.enable_socket,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed: apt install chromium"),
    pytest.mark.skipif(not PYODIDE.is_dir(), reason="Pyodide is not there: make setup"),
]

MADE_LOG = b"".join(
    b"17%08d.%03d %6d 10.0.0.%d TCP_TUNNEL/200 %d CONNECT %s:443 teacher%d HIER_DIRECT/192.0.2.1 -\n"
    % (89000000 + n, n % 1000, n, n % 250, n * 7, host, n % 9)
    for n, host in enumerate([b"www.facebook.com", b"bank.example", b"pbs.twimg.com"] * 200)
)


DRAFTS = {"ground": write_ground(GROUND), "texts": sorted({case.text for case in all_cases()})}


def logs() -> dict[str, bytes]:
    """Return logs to read: a made one, and the real samples where they are."""
    found = {"made.log": MADE_LOG}
    for file in sorted(SAMPLES.rglob("*")) if SAMPLES.is_dir() else []:
        if file.is_file():
            found[file.name] = file.read_bytes()[:LONGEST_LOG]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all that the page needs, and nothing else of this machine."""
    (tmp_path / "pyodide").symlink_to(PYODIDE)
    shutil.copy(ROOT / "tests" / "browser" / "pure_half.html", tmp_path)
    with zipfile.ZipFile(tmp_path / "pure.zip", "w") as pure:
        _add_rooms(pure)
        _add_packages(pure)
        pure.write(pure_conformance.__file__, "pure_conformance.py")
        pure.writestr("drafts.json", json.dumps(DRAFTS))
    with zipfile.ZipFile(tmp_path / "logs.zip", "w") as written:
        for name, log in logs().items():
            written.writestr(name, log)
    return tmp_path


def _add_rooms(pure: zipfile.ZipFile) -> None:
    source = ROOT / "src"
    pure.write(source / "staffroom" / "__init__.py", "staffroom/__init__.py")
    for room in pure_conformance.ROOMS:
        _add(pure, source, source / "staffroom" / room)


def _add_packages(pure: zipfile.ZipFile) -> None:
    installed = Path(sysconfig.get_paths()["purelib"])
    for name in PACKAGES:
        _add(pure, installed, installed / name)


def _add(pure: zipfile.ZipFile, root: Path, path: Path) -> None:
    for file in [path] if path.is_file() else sorted(path.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts and "tests" not in file.parts:
            pure.write(file, file.relative_to(root))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """The folder, served on this machine alone."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/pure_half.html"
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_pure_half_gives_the_same_answers_in_a_browser(address):
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address)
        page.wait_for_function("window.answers || window.fault", timeout=PATIENCE)
        assert page.evaluate("window.fault || ''") == ""
        in_browser = json.loads(page.evaluate("window.answers"))
        browser.close()
    assert faults == []
    here = json.loads(json.dumps(pure_conformance.answers(logs(), DRAFTS)))
    assert in_browser == here
    assert len(here["drafts"]) > 1_000
    assert here["logs"]["made.log"][:2] == ["squid", 400]
