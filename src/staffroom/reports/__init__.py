"""The printed page: a report's values become HTML, SVG, CSV and JSON."""
