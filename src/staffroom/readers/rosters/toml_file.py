"""What does a hand-made TOML file hold, and on which line is it none?"""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from staffroom.readers.rosters.problems import Complaints
from staffroom.readers.rosters.text import UTF_8_MARK

LARGEST_BYTES: Final = 256_000
MOST_DOTS: Final = 100  # of a line: `tomllib` takes memory with the square of the parts of a dotted key

_LINE: Final = re.compile(r"\(at line (\d+), column \d+\)\Z")


def read_toml(content: bytes, complaints: Complaints) -> dict[str, Any]:
    """Read a TOML file; {} where it is none, with one complaint that names the line. Never raises."""
    if len(content) > LARGEST_BYTES:
        complaints.say(0, f"This file is larger than {LARGEST_BYTES // 1000} KB and was not read.")
        return {}
    if any(line.count(b".") > MOST_DOTS for line in content.splitlines()):
        complaints.say(0, f"A line of this file has more than {MOST_DOTS} dots, so the file was not read.")
        return {}
    try:
        return tomllib.loads(content.removeprefix(UTF_8_MARK).decode("utf-8"))
    except UnicodeDecodeError:
        complaints.say(0, "This file is not UTF-8, so it was not read. Save it as UTF-8 and try again.")
    except RecursionError:
        complaints.say(0, "This file has lists within lists without end, so it was not read.")
    except ValueError as error:  # TOMLDecodeError is one; a number of thousands of digits is another
        found = _LINE.search(str(error))
        reason = "This line is not TOML, so nothing of the file was read. Mend it and try again."
        complaints.say(int(found[1]) if found else 0, reason)
    return {}
