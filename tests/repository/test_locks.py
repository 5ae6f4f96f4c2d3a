"""Does every lock hold hashes, and name no host that packages come from?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from repository.checkout import ROOT, place

MAKEFILE = ROOT / "Makefile"
INDEX = re.compile(r"^\s*(?:-i\b|-f\b|--(?:extra-)?index-url|--find-links|--trusted-host)", re.MULTILINE)
NAMED = re.compile(r"\brequirements[\w.-]*\.lock\b|\bpackage-lock\.json\b")
WRAPPED = re.compile(r"\\\n\s*")


def faults_of_requirements(text: str) -> Iterator[str]:
    """Yield what is wrong with a lock of Python packages, in sentences."""
    if "://" in text:
        yield "It names an address."
    if INDEX.search(text):
        yield "It names an index."
    lines = [line.partition(" #")[0].strip() for line in WRAPPED.sub(" ", text).splitlines()]
    pins = [line for line in lines if line and not line.startswith(("#", "-"))]
    if not pins:
        yield "It pins nothing."
    for pin in pins:
        if "==" not in pin or "--hash=sha256:" not in pin:
            yield f"{re.split('[=<>@ ;]', pin)[0]} has no version or no hash."


def faults_of_package_lock(text: str) -> Iterator[str]:
    """Yield what is wrong with a lock of front-end packages, in sentences."""
    if '"resolved"' in text:
        yield "It says where packages were fetched from."
    packages = json.loads(text).get("packages", {})
    for name, package in packages.items():
        if name and not package.get("link") and "integrity" not in package:
            yield f"{name} has no hash."


def requirement_locks() -> list[Path]:
    return sorted(ROOT.glob("requirements*.lock"))


def package_locks() -> list[Path]:
    found = [*ROOT.glob("package-lock.json"), *ROOT.glob("frontend/package-lock.json")]
    return sorted(found)


@pytest.mark.parametrize(
    "lock", requirement_locks() or [None], ids=lambda lock: lock.name if lock else "none"
)
def test_a_lock_of_python_packages_has_hashes_and_names_no_host(lock):
    if lock is None:
        pytest.skip("There is no requirements*.lock in the repository yet.")
    assert list(faults_of_requirements(lock.read_text("utf-8"))) == []


@pytest.mark.parametrize("lock", package_locks() or [None], ids=lambda lock: lock.name if lock else "none")
def test_a_lock_of_front_end_packages_has_hashes_and_names_no_host(lock):
    if lock is None:
        pytest.skip("There is no front end, and so no package-lock.json.")
    assert list(faults_of_package_lock(lock.read_text("utf-8"))) == []


def test_every_lock_that_the_makefile_installs_from_is_there():
    if not MAKEFILE.is_file():
        pytest.skip("There is no Makefile in the repository yet.")
    named = set(NAMED.findall(MAKEFILE.read_text("utf-8")))
    there = {place(lock).rpartition("/")[2] for lock in (*requirement_locks(), *package_locks())}
    assert named
    assert named <= there


PIN = f"click==8.1.8 \\\n    --hash=sha256:{'0' * 64}\n"


def test_a_good_lock_of_python_packages_has_no_faults():
    text = f"# made by hand\n{PIN}rich==14.0.0 ; python_version < '4' --hash=sha256:{'1' * 64}  # via us\n"
    assert list(faults_of_requirements(text)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("--index-url example\n" + PIN, "It names an index."),
        ("-i example\n" + PIN, "It names an index."),
        ("--find-links wheels\n" + PIN, "It names an index."),
        (PIN + "# from https://example.org/simple\n", "It names an address."),
        (PIN + "rich==14.0.0\n", "rich has no version or no hash."),
        (PIN + f"rich --hash=sha256:{'0' * 64}\n", "rich has no version or no hash."),
        ("# nothing\n", "It pins nothing."),
    ],
)
def test_a_fault_of_a_lock_of_python_packages_is_found(text, fault):
    assert list(faults_of_requirements(text)) == [fault]


def package_lock(**package: str) -> str:
    return json.dumps({"packages": {"": {"name": "frontend"}, "node_modules/made": package}})


def test_a_good_lock_of_front_end_packages_has_no_faults():
    assert list(faults_of_package_lock(package_lock(version="1.0.0", integrity="sha512-x"))) == []


def test_a_fault_of_a_lock_of_front_end_packages_is_found():
    resolved = package_lock(integrity="sha512-x", resolved="https://example.org/made.tgz")
    assert list(faults_of_package_lock(resolved)) == ["It says where packages were fetched from."]
    assert list(faults_of_package_lock(package_lock(version="1"))) == ["node_modules/made has no hash."]
