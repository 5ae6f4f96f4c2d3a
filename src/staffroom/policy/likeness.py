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
        holding = Counter(stem for text in texts for stem in text)
        self._weights = {stem: log(1 + len(texts) / (0.5 + times)) for stem, times in holding.items()}
        self._of_unseen = log(1 + 2 * len(texts))
        self._wholes: dict[Stems, float] = {}

    def of(self, stems: Stems) -> float:
        """Return the weight of some stems together."""
        return sum(self._weights.get(stem, self._of_unseen) for stem in stems)

    def share(self, part: Stems, whole: Stems) -> float:
        """Return how much of the weight of `whole` lies in `part`, 0 to 1; 0 for an empty whole."""
        common = part & whole
        return self.of(common) / self._of_whole(whole) if common else 0.0

    def likeness(self, one: Stems, other: Stems) -> float:
        """Return how alike two sentences are, 0 to 1, the same either way round."""
        common = one & other
        return self.of(common) / sqrt(self._of_whole(one) * self._of_whole(other)) if common else 0.0

    def _of_whole(self, stems: Stems) -> float:
        """Return the weight of a sentence, which is asked for again and again."""
        if stems not in self._wholes:
            self._wholes[stems] = self.of(stems)
        return self._wholes[stems]

    def recognition(self, sentence: Stems, text: Stems, cues: Stems) -> float:
        """Return how surely a sentence is a clause that is known by a text and by cues, 0 to 1.

        It is high where most of the sentence is accounted for by the two, and most of either is found in it.
        """
        accounted = self.share(text | cues, sentence)
        return sqrt(accounted * max(self.share(sentence, text), self.share(sentence, cues)))
