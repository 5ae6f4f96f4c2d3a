"""Every page of monitoring is opened in a folder of its own."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path, monkeypatch):
    settings.FOLDER = tmp_path / "school"
    monkeypatch.setenv("STAFFROOM_PLAIN", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return settings.FOLDER
