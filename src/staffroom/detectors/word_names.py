"""Which names are also ordinary words, so that in small letters they may be nobody?"""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
ace amber an angel ant april archer art ash august autumn bailey baker barb barber basil bay bell belle
best bill bird bishop black blue bob bond booth bow bowler boy brand bridge bright brook brooks brown
buck buddy bull burn bush butcher butler cane carol carpenter carter cash cat chance char charity chase
church clay cliff coach coke cole cook cooper crane cross crystal daisy dale dash dawn day dean destiny
dick do don dot drew duke earl early english eve fair faith fan fang farmer field fields finch fish
fisher flower flowers flynn ford forest fox frank freed french frost gale game garden gardener gay gem
gene ginger glen gold gong good grace grant gray green grey guy hale hall hand hands harmony hart hay
hazel head heart heath heather hill ho hold holder holiday holland holly holmes hood hook hope house hunt
hunter iris ivy jack jade jasmine jay jet jo joy june key king kit knight lake lamb lance land lane large
law lee lily little lock long lord love lovely low lung man march mark marsh martin mason mat max may me
mead melody mercer mercy mick mike mile miles miller mills mint mo mole moon moor moss nan neal nick
noble noon nor north oak olive page paris parish park parker parks pat patience peace pearl peg penny
pepper pike pip place plant poole pope poppy porter potter power powers price prince ray read reader red
reed rich river rivers rob robin rock rose royal ruby rush rusty sage said sally sandy savage sawyer seal
self sexton sharp sharpe she shepherd short singer skinner sky small smart smith snow so song south
spencer spring star stark steel still stone storm street strong sue summer summers sun sunny swan swift
tab tad tailor tan tanner taylor temple thatcher tiger tower tucker turner vale van vic victor violet
waiter wake walker wall ward warden warm wash waters way well wells west wheeler white wild will wing
winter winters wise wolf wood woods wright yan you young
"""
WORD_NAMES: Final = frozenset(_WORDS.split())
