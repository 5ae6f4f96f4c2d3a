"""Are keys, state, bookmarks and sources what they say they are?"""

from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from staffroom.traffic import state
from staffroom.traffic.bookmarks import find_bookmark, hash_bytes, read_fully, skip_to
from staffroom.traffic.keys import KeyUnusable, key_of
from staffroom.traffic.sources import NotFound, Source, find_sources, open_source
from staffroom.traffic.state import Bookmark, Segment, State, Unusable
from staffroom.traffic.store import Store
from traffic.made_store import TERM, open_store, prints_of, read_into, rows_of
from traffic.made_traffic import DAY, MONDAY, Made, a_day, squid

KEY = bytes(range(32))
SEGMENT = Segment("a.log", "squid", 9, 3, 1, 1, {"tunnels": 2}, {"it has too few fields": 1}, ["2026-09-07"])


def bookmark(text: bytes, *, length=4, tail=3, inode=1) -> Bookmark:
    head = hash_bytes(text[:length], KEY)
    return Bookmark(head, length, hash_bytes(text[-tail:], KEY), tail, len(text), "squid", inode)


def source(inode: int) -> Source:
    return Source(Path("a.log"), 10, inode, 1)


def test_a_key_is_made_once_and_then_the_same(tmp_path):
    first = key_of(tmp_path / "keys", "lines")
    assert len(first) == 32
    assert key_of(tmp_path / "keys", "lines") == first
    assert key_of(tmp_path / "keys", "codes-autumn-2026") != first


def test_a_damaged_key_is_one_sentence_and_is_not_made_anew(tmp_path):
    key_of(tmp_path, "lines")
    (tmp_path / "lines.key").write_bytes(b"short")
    with pytest.raises(KeyUnusable, match=r"is damaged\. Restore it from a backup"):
        key_of(tmp_path, "lines")
    assert (tmp_path / "lines.key").read_bytes() == b"short"


def test_a_state_is_read_as_it_was_written(tmp_path):
    written = State([bookmark(b"made line\n")], [SEGMENT], {"2026-09-07": "days/a"}, {"1": ["prints/b"]}, 7)
    state.save(tmp_path, written)
    assert state.load(tmp_path) == written


def test_a_folder_without_a_state_has_an_empty_one(tmp_path):
    assert state.load(tmp_path / "nowhere") == State()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "{}", '{"format": 2}', '{"format": 1, "bookmarks": [{}]}', '{"format": 1}'],
)
def test_a_damaged_state_is_one_sentence(tmp_path, text):
    (tmp_path / "state.json").write_text(text)
    with pytest.raises(Unusable, match=r"is damaged\. Restore it from a backup with: staffroom restore"):
        state.load(tmp_path)


def test_a_state_that_cannot_be_written_leaves_the_one_before(tmp_path, monkeypatch):
    state.save(tmp_path, State(number=1))
    monkeypatch.setattr(
        os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(OSError, match="No space"):
        state.save(tmp_path, State(number=2))
    assert state.load(tmp_path).number == 1


def test_the_next_state_does_not_change_the_one_before():
    before = State(days={"2026-09-07": "days/a"}, prints={"1": ["prints/a"]})
    after = before.next()
    after.days["2026-09-08"] = "days/b"
    after.prints["1"].append("prints/b")
    assert (before.days, before.prints, after.number) == ({"2026-09-07": "days/a"}, {"1": ["prints/a"]}, 1)


def test_a_segment_knows_the_days_it_is_of():
    assert SEGMENT.falls_in(date(2026, 9, 7), date(2026, 9, 13))
    assert not SEGMENT.falls_in(date(2026, 9, 8), date(2026, 9, 13))


def test_forgetting_a_day_deletes_its_rows_and_its_fingerprints_and_no_others(tmp_path):
    log, home = tmp_path / "access.log", tmp_path / "home"
    log.write_bytes(squid(a_day() + a_day(1)))
    read_into(home, log)
    both = prints_of(home)
    open_store(home).forget([date(2026, 9, 7)], today=date(2026, 9, 9))
    assert {row[-1] for row in rows_of(home)} == {"2026-09-08"}
    assert 0 < len(prints_of(home)) < len(both)
    assert len(list((home / "days").iterdir())) == 1


def test_the_key_of_a_term_goes_with_its_last_day_and_not_before(tmp_path):
    log, home = tmp_path / "access.log", tmp_path / "home"
    log.write_bytes(squid([Made(), Made(MONDAY + DAY)]))
    read_into(home, log)
    key, later = home / "keys" / "codes-autumn-2026.key", date(2027, 9, 1)
    open_store(home).forget([date(2026, 9, 7)], today=later)
    assert key.exists()
    open_store(home).forget([date(2026, 9, 8)], today=later)
    assert not key.exists()
    assert (home / "keys" / "lines.key").exists()
    assert rows_of(home) == prints_of(home) == open_store(home).state.segments == []


def test_day_files_are_those_of_the_days_asked_for(tmp_path):
    log, home = tmp_path / "access.log", tmp_path / "home"
    log.write_bytes(squid([Made(), Made(MONDAY + DAY), Made(MONDAY + 9 * DAY)]))
    read_into(home, log)
    found = Store(home, TERM).day_files(date(2026, 9, 8), date(2026, 9, 20))
    assert list(found) == [date(2026, 9, 8), date(2026, 9, 16)]
    assert all(file.is_file() for file in found.values())


def test_a_log_is_known_by_its_first_bytes_as_many_as_it_had():
    known = bookmark(b"made", length=4)
    assert find_bookmark([known], b"made and more", source(9), KEY) is known
    assert find_bookmark([known], b"mad", source(1), KEY) is None
    assert find_bookmark([known], b"other", source(1), KEY) is None
    assert find_bookmark([known], b"made", source(1), bytes(32)) is None


def test_of_several_bookmarks_the_one_of_the_same_file_counts_and_else_the_furthest():
    near, far = bookmark(b"made", inode=1), bookmark(b"made and more", inode=2)
    assert find_bookmark([near, far], b"made and more", source(1), KEY) is near
    assert find_bookmark([near, far], b"made and more", source(3), KEY) is far


def test_skipping_checks_the_bytes_before_the_bookmark():
    text = b"made line one\nmade line two\n"
    known = bookmark(text[:14], tail=5)
    stream = io.BufferedReader(io.BytesIO(text))
    assert skip_to(stream, known, "", KEY) == b" one\n"
    assert stream.read() == b"made line two\n"
    assert skip_to(io.BufferedReader(io.BytesIO(b"made line 1.0\nx\n")), known, "", KEY) is None
    assert skip_to(io.BufferedReader(io.BytesIO(b"made")), known, "gzip", KEY) is None


def test_reading_fully_takes_a_pipe_that_gives_little_at_a_time():
    read_end, write_end = os.pipe()
    with os.fdopen(write_end, "wb", buffering=0) as pipe, os.fdopen(read_end, "rb") as stream:
        pipe.write(b"one")
        assert stream.peek()
        pipe.write(b"two")
        assert read_fully(stream, 6) == b"onetwo"


def test_sources_are_found_once_each_and_oldest_first(tmp_path):
    for name, modified in (("new.log", 30), ("old.log", 10), ("middle.log", 20), (".hidden", 5)):
        (tmp_path / name).write_bytes(b"made")
        os.utime(tmp_path / name, (modified, modified))
    found = find_sources([str(tmp_path), str(tmp_path / "new.log"), str(tmp_path / "*.log"), "-", "-"])
    assert [one.name for one in found] == ["old.log", "middle.log", "new.log", "standard input"]


def test_an_empty_path_is_not_the_folder_one_stands_in(tmp_path, monkeypatch):
    (tmp_path / "a.log").write_bytes(b"made")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFound):
        find_sources([""])


def test_a_folder_is_searched_to_its_depth(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "deep.log").write_bytes(b"made")
    assert [one.name for one in find_sources([str(tmp_path)])] == ["deep.log"]


def test_a_file_that_vanishes_while_it_is_listed_is_left_to_its_opening(tmp_path, monkeypatch):
    (tmp_path / "a.log").write_bytes(b"made")
    monkeypatch.setattr(
        "staffroom.traffic.sources._files", lambda _: [tmp_path / "a.log", tmp_path / "gone.log"]
    )
    assert {one.name for one in find_sources(["made"])} == {"a.log", "gone.log"}


def test_an_opened_source_says_how_it_was_packed(tmp_path):
    import gzip

    (tmp_path / "a.log").write_bytes(gzip.compress(b"made"))
    with open_source(find_sources([str(tmp_path / "a.log")])[0]) as (stream, packing):
        assert (stream.read(), packing) == (b"made", "gzip")


def test_the_state_holds_counts_and_hashes_and_is_plain_json(tmp_path):
    log, home = tmp_path / "access.log", tmp_path / "home"
    log.write_bytes(squid(a_day()))
    read_into(home, log)
    found = json.loads((home / "state.json").read_text("utf-8"))
    assert set(found) == {"format", "bookmarks", "segments", "days", "prints", "number", "weeks"}
    assert found["segments"][0]["listed"] == 63
