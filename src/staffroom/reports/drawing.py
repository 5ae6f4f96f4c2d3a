"""What do all drawings of the report share?"""

from __future__ import annotations

from staffroom.reports.markup import write_sentence


def frame(name: str, *, title: str, words: str, width: int, height: int, inside: str) -> str:
    """Write an SVG drawing with its title and description; `name` makes its ids its own.

    `words` is plain text, `inside` is SVG that may fill with the pattern `name`-hatch.
    """
    return (
        f'<svg class="chart" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{name}-title {name}-words">'
        f'<title id="{name}-title">{write_sentence(title)}</title>'
        f'<desc id="{name}-words">{write_sentence(words)}</desc>{_hatch(name)}{inside}</svg>'
    )


def label(words: str, x: float, y: float, kind: str) -> str:
    """Write a short text at a place; `kind` is its classes."""
    return f'<text class="{kind}" x="{x:g}" y="{y:g}">{write_sentence(words)}</text>'


def box(x: float, y: float, width: float, height: float, kind: str, *, hatch: str = "") -> str:
    """Draw a rectangle; `kind` is its classes, `hatch` the name of the drawing whose pattern fills it."""
    fill = f' fill="url(#{hatch}-hatch)"' if hatch else ""
    return f'<rect class="{kind}"{fill} x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>'


def write_short(number: int) -> str:
    """Write a number for a small place: "950", "12k"."""
    return str(number) if number < 10_000 else f"{number // 1000}k"


def _hatch(name: str) -> str:
    return (
        f'<defs><pattern id="{name}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="hatch-ground" width="5" height="5"/>'
        '<line class="hatch-line" x1="0" y1="0" x2="0" y2="5"/></pattern></defs>'
    )
