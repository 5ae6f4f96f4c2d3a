"""What are the made people called?"""

from __future__ import annotations

from random import Random
from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GIVEN: Final = _words(
    "Aisha Alan Amelia Amir Anjali Ben Bethan Callum Carys Catherine Chidi Chloe Ciaran Daniel Deepa "
    "Dylan Eilidh Eleanor Emeka Emma Farah Fiona Gareth George Grace Hannah Harjit Hassan Helen Iain "
    "Imogen Isla Jack Jasmine Joanne Kasia Kwame Lauren Leila Lewis Lucy Marek Megan Mohammed Naomi Nia "
    "Niamh Oliver Olu Owen Priya Rhys Roisin Rosie Ruth Samir Sean Shreya Sian Sofia Stephen Tariq "
    "Tomasz Wei Yasmin Zoe"
)
FAMILY: Final = _words(
    "Achebe Ahmed Akhtar Arkwright Bains Banerjee Barlow Begum Birtwhistle Boateng Bowen Brennan "
    "Cartwright Chan Chaudhry Clegg Cooper Cowell Dalton Davies Desai Doherty Dunbar Ellison Evans "
    "Farrow Fenwick Fraser Gallagher Gill Greaves Griffiths Hargreaves Hartley Holroyd Hughes Hussain "
    "Iqbal Jankowski Jones Kaur Kelly Kowalska Lindley Lomas Mackay Malik Mensah Metcalfe Morgan Murphy "
    "Nowak Nwosu Oakley Okafor Osei Parekh Patel Pemberton Price Quigley Rahman Ramsden Rees Roper "
    "Sandhu Shaw Sheikh Sinclair Stott Tattersall Thackray Thomas Uddin Vaughan Wainwright Walsh "
    "Whitaker Wong Yilmaz"
)


def draw_name(chance: Random) -> tuple[str, str]:
    """Draw a given name and a family name; both lists are common words of the United Kingdom's registers."""
    return chance.choice(GIVEN), chance.choice(FAMILY)


class Accounts:
    """The account names given out so far: no two people share one."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def give(self, wish: str) -> str:
        """Give the account wished for, with the lowest number behind it that is still free."""
        account, number = wish, 1
        while account in self._taken:
            number += 1
            account = f"{wish}{number}"
        self._taken.add(account)
        return account
