"""Does each syntax take its own lines, and no other's?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.readers.lists import adguard_filter, dnsmasq_conf, domains_file, hosts_file
from staffroom.readers.lists.reader import SYNTAXES

LINES = {
    domains_file: [
        ("chat.example", ("chat.example",)),
        (".chat.example", ("chat.example",)),
        ("chat.example # a forum", ("chat.example",)),
        ("chat.example\t# a forum", ("chat.example",)),
        ("# chat.example", ()),
        ("news.example##.share", None),
        ("192.0.2.7", ("192.0.2.7",)),  # an entry, but no domain: counted elsewhere
        ("chat.example/room", None),
        ("0.0.0.0 chat.example", None),
        ("||chat.example^", None),
        ("address=/chat.example/", None),
        ("@@chat.example", None),
    ],
    hosts_file: [
        ("0.0.0.0 chat.example", ("chat.example",)),
        ("127.0.0.1\tchat.example www.chat.example", ("chat.example", "www.chat.example")),
        (":: chat.example", ("chat.example",)),
        ("0.0.0.0 chat.example # a forum", ("chat.example",)),
        ("# 0.0.0.0 chat.example", ()),
        ("127.0.0.1 localhost localhost.localdomain", ()),
        ("::1 ip6-localhost ip6-loopback", ()),
        ("0.0.0.0 0.0.0.0", ()),
        ("255.255.255.255 broadcasthost", ()),
        ("192.0.2.7 printer.school.example", ()),
        ("chat.example", None),
        ("0.0.0.0", None),
        ("||chat.example^", None),
    ],
    adguard_filter: [
        ("||chat.example^", ("chat.example",)),
        ("||chat.example", ("chat.example",)),
        ("||chat.example^$important", ("chat.example",)),
        ("||chat.example^$all,important", ("chat.example",)),
        ("chat.example", ("chat.example",)),
        ("! a comment", ()),
        ("[adblock plus 2.0]", ()),
        ("@@||chat.example^", ()),
        ("@@||chat.example^|", ()),
        ("||chat.example^$third-party", ()),
        ("||chat.example^$important,badfilter", ()),
        ("||chat.example/button.js", ()),
        ("||*.chat.example^", ()),
        ("news.example##.share-buttons", ()),
        ("##.share-buttons", ()),
        ("news.example#@#.share-buttons", ()),
        ("/chat[0-9]+/", ()),
        ("0.0.0.0 chat.example", None),
        ("|http://chat.example", None),
    ],
    dnsmasq_conf: [
        ("address=/chat.example/0.0.0.0", ("chat.example",)),
        ("address=/chat.example/", ("chat.example",)),
        ("address=/chat.example/talk.example/::", ("chat.example", "talk.example")),
        ("server=/chat.example/", ("chat.example",)),
        ("server=/chat.example/192.0.2.53#5353", ("chat.example",)),
        ("local=/chat.example/", ("chat.example",)),
        ("local=/.chat.example/", ("chat.example",)),
        ("address=/#/192.0.2.7", ()),
        ("server=192.0.2.53", ()),
        ("cache-size=1000", ()),
        ("# address=/chat.example/", ()),
        ("chat.example", None),
        ("||chat.example^", None),
    ],
}
CASES = [(module.SYNTAX, line, names) for module, cases in LINES.items() for line, names in cases]


@pytest.mark.parametrize(("syntax", "line", "names"), CASES, ids=[f"{c[0].title}: {c[1]}" for c in CASES])
def test_a_line_lists_what_it_names(syntax, line, names):
    assert syntax.entries(line) == names


def test_every_syntax_is_in_the_list_that_the_reader_uses():
    assert set(SYNTAXES) == {module.SYNTAX for module in LINES}


@given(st.text(alphabet=st.characters(max_codepoint=127), min_size=1).map(str.strip).filter(bool))
def test_no_line_whatever_raises(line: str):
    for syntax in SYNTAXES:
        entries = syntax.entries(line.lower())
        assert entries is None or all(isinstance(name, str) for name in entries)


@given(st.text(alphabet="|^$@#!/=.,*[] a0:", min_size=1, max_size=40).map(str.strip).filter(bool))
def test_no_line_of_their_own_marks_raises(line: str):
    for syntax in SYNTAXES:
        entries = syntax.entries(line)
        assert entries is None or isinstance(entries, tuple)
