"""How does a template say a standing, a post or a field in words?"""

from __future__ import annotations

from typing import Any

from django import template

from staffroom.web.people import words

register = template.Library()


@register.filter
def standing_name(value: str) -> Any:
    """Say a standing."""
    return words.STANDINGS.get(value, value)


@register.filter
def post_name(value: str) -> Any:
    """Say a post."""
    return words.POSTS.get(value, value)


@register.filter
def field_name(value: str) -> Any:
    """Say a field that an import may change."""
    return words.FIELDS.get(value, value)
