"""How alike are two sentences, when rare words count for more than common ones?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log, sqrt

Stems = frozenset[str]


class Weights:
    """The weight of each stem: the fewer sentences hold it, the more (inverse document frequency)."""

    def __init__(self, sentences: Iterable[Stems]) -> None:
        texts = list(sentences)
        self._texts = len(texts)
        self._holding = Counter(stem for text in texts for stem in text)

    def of(self, stems: Stems) -> float:
        """Return the weight of some stems together."""
        return sum(log(1 + self._texts / (0.5 + self._holding[stem])) for stem in stems)

    def share(self, part: Stems, whole: Stems) -> float:
        """Return how much of the weight of `whole` lies in `part`, 0 to 1; 0 for an empty whole."""
        return self.of(part & whole) / self.of(whole) if whole else 0.0

    def likeness(self, one: Stems, other: Stems) -> float:
        """Return how alike two sentences are, 0 to 1, the same either way round."""
        return sqrt(self.share(one, other) * self.share(other, one))

    def recognition(self, sentence: Stems, text: Stems, cues: Stems) -> float:
        """Return how surely a sentence is a clause that is known by a text and by cues, 0 to 1.

        It is high where most of the sentence is accounted for by the two, and most of either is found in it.
        """
        accounted = self.share(text | cues, sentence)
        return sqrt(accounted * max(self.share(sentence, text), self.share(sentence, cues)))
