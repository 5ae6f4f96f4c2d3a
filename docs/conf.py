"""How does Sphinx build these pages? `sphinx-build docs site` makes them."""

from __future__ import annotations

project = "Staffroom"
language = "en_GB"
copyright = "the Staffroom contributors"  # the name that Sphinx asks for

extensions = ["myst_parser"]
html_theme = "furo"
html_title = "Staffroom"
exclude_patterns = ["pictures"]

myst_heading_anchors = 3
suppress_warnings = [
    "myst.xref_missing"
]  # links to files above this folder are for readers of the repository
