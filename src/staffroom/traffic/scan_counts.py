"""In which place does a kernel count what?"""

from __future__ import annotations

LINES, HITS, ASIDE, ADDRESSES = range(4)
FIRST_KIND = 4  # a place for each kind of blindness, from here on
PLACES = 16
