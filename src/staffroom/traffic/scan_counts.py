"""In which place does a kernel count what?"""

from __future__ import annotations

LINES, HITS, ASIDE, ADDRESSES, DROPPED = range(5)
FIRST_KIND = 5  # a place for each kind of blindness, from here on
PLACES = 16
