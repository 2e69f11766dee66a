"""Misspelt words, led to the words of the rules; words written as one, parted."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from understanding.morphology import is_word, lemmas

SHORTEST, LONG = 5, 8
"""Shorter words are too near to one another; from `LONG` on two slips are mended."""
SHORTEST_LATIN, LONG_LATIN = 5, 10
"""There is no English dictionary here to tell a good word from a slip, so less is mended."""
LONGEST_ENDING = 4
"""How many sounds may follow a known stem: more make another word ('пульмонолог' has nothing to do with 'пуля')."""
_ENDING = re.compile(r"(?:ться|тись|ть|ти|ый|ий|ой|ое|ая|ие|ия|ка|а|я|о|е|ь|и|ы|й)$")
_ENGLISH_ENDING = ("", "s", "es", "ed", "ing", "er", "ly", "d", "n", "en", "ening", "ned")
_SMALL = frozenset(
    [
        "не",
        "ни",
        "и",
        "в",
        "на",
        "у",
        "с",
        "я",
        "а",
        "но",
        "за",
        "из",
        "по",
        "от",
        "нет",
        "мне",
        "все",
        "без",
        "под",
        "про",
        "уже",
        "так",
        "нас",
        "его",
        "он",
        "она",
        "что",
        "как",
        "мой",
        "моя",
        "да",
        "к",
        "о",
        "от",
        "до",
        "нам",
        "ей",
        "ему",
        "еще",
        "еле",
        "час",
        "сын",
        "муж",
        "дед",
        "мама",
        "папа",
        "дочь",
        "жена",
    ]
)
_SMALL_ENGLISH = frozenset(
    [
        "i",
        "a",
        "my",
        "is",
        "in",
        "on",
        "of",
        "to",
        "the",
        "and",
        "it",
        "he",
        "she",
        "up",
        "me",
        "his",
        "her",
        "am",
        "at",
        "by",
        "for",
        "out",
        "can",
        "cant",
        "wont",
        "im",
    ]
)
_DENYING = ("не", "ни", "без")
_SOUND = str.maketrans("оеэыюйдгзжвбьъ", "аиииуитксшфп**")


class Mender:
    """Knows words and stems of the rules, and the good words that must stay what they are."""

    def __init__(self, exact: Iterable[str], stems: Iterable[str], good: Iterable[str]) -> None:
        self._exact = frozenset(exact)
        self._stems = tuple(sorted(frozenset(stems)))
        self._all = self._exact | frozenset(good)
        self._long_stems = tuple(stem for stem in self._stems if len(stem) >= 4)
        self._by_sound: dict[str, str] = {}
        self._near: dict[str, list[tuple[str, str, bool]]] = {}
        for word in sorted(self._exact):
            self._learn(word, word, stem=False)
            if word[:1] > "z" and len(bare := _ENDING.sub("", word)) >= 4:
                self._learn(bare, word, stem=True)
        for stem in self._stems:
            self._learn(stem, stem, stem=True)
        self.mend = lru_cache(maxsize=20_000)(self._mend)
        self.part = lru_cache(maxsize=20_000)(self._part)

    def _learn(self, known: str, word: str, *, stem: bool) -> None:
        if len(known) >= 4:
            self._near.setdefault(known[0], []).append((known, word, stem))
            if known[0] > "z":
                self._by_sound.setdefault(sound(known), word)

    def _mend(self, word: str) -> str | None:
        """The nearest word of the rules; None if the word is good as it is, too short, or nothing is near.

        What sounds the same comes first. The first letter is trusted, except when the first two are swapped.
        """
        latin = word[0] < "а"
        shortest, long = (SHORTEST_LATIN, LONG_LATIN) if latin else (SHORTEST, LONG)
        if len(word) < 4 or self._is_good(word):
            return None
        if not latin and (heard := self._heard(word)):
            return heard
        if len(word) < shortest:
            return None
        slips = 2 if len(word) >= long else 1
        forms = {word, *lemmas(word)}
        best: tuple[float, str] | None = None
        for letter in dict.fromkeys((word[0], word[1])):
            for known, meant, stem in self._near.get(letter, ()):
                if len(known) < shortest or (letter != word[0] and known[1] != word[0]):
                    continue
                most = min(slips, 2 if len(known) >= long else 1)
                # A whole word is better evidence than the beginning of one.
                far = min(_distance(form, known, stem, most) for form in forms) + stem / 2
                if far <= most and (best is None or far < best[0]):
                    best = far, meant
        return best and best[1]

    def _heard(self, word: str) -> str | None:
        whole = sound(word)
        least = max(4, len(whole) - LONGEST_ENDING)
        heard = (whole[:size] for size in range(len(whole), least - 1, -1))
        return next((self._by_sound[part] for part in heard if part in self._by_sound), None)

    def _is_good(self, word: str) -> bool:
        if word in self._all:
            return True
        if word[0] > "z":
            return is_word(word) or word.startswith(self._long_stems)
        known = any(word.removesuffix(ending) in self._all for ending in _ENGLISH_ENDING)
        return known or word.startswith(self._long_stems)

    def _part(self, word: str) -> tuple[str, ...]:
        """The two words that were written as one ('немогу', 'heartattack'); nothing if it is no such word."""
        if self._is_good(word):
            return ()
        latin = word[0] < "а"
        small, good = (_SMALL_ENGLISH, self._is_good) if latin else (_SMALL, is_word)
        if not latin and (denied := self._three(word, ("не",), good)):
            return denied
        cuts = [(word[:cut], word[cut:]) for cut in range(1, len(word))]
        for one, other in cuts:
            if any(a in small and len(b) >= 4 and good(b) for a, b in ((one, other), (other, one))):
                return one, other
        long = [(one, other) for one, other in reversed(cuts) if min(len(one), len(other)) >= 4 and len(word) >= 9]
        found = next((pair for pair in long if good(pair[0]) and good(pair[1])), ()) or self._three(word, small, good)
        return found or (() if latin else self._part_and_mend(word, long))

    @staticmethod
    def _three(word: str, small: Collection[str], good: Callable[[str], bool]) -> tuple[str, ...]:
        """Two words around a small one: 'рвотаскровью', 'папанепросыпается'."""
        for start in range(4, len(word) - 4):
            for end in range(start + 1, min(start + 4, len(word) - 3)):
                parts = word[:start], word[start:end], word[end:]
                if parts[1] in small and good(parts[0]) and good(parts[2]):
                    return parts
        return ()

    def _part_and_mend(self, word: str, cuts: list[tuple[str, str]]) -> tuple[str, ...]:
        for one, other in (*cuts, *((start, word.removeprefix(start)) for start in _DENYING if word.startswith(start))):
            if len(other) >= 5 and (one in _DENYING or is_word(one)) and (meant := self.mend(other)):
                return one, meant
        return ()


def sound(word: str) -> str:
    """How a Russian word sounds when spelt by ear: unstressed vowels, voiced and voiceless, double letters alike."""
    heard = re.sub(r"т[ьъ]?ся|тс|ц", "ца", word).replace("сч", "щ").replace("ого", "ова").replace("его", "ева")
    return re.sub(r"(.)\1", r"\1", heard.translate(_SOUND).replace("*", "").replace("я", "а"))


def _distance(form: str, known: str, stem: bool, slips: int) -> int:
    """How many slips part a form from a word, or its beginning from a stem."""
    if not stem:
        return OSA.distance(form, known, score_cutoff=slips)
    return min(OSA.distance(form[:size], known, score_cutoff=slips) for size in range(len(known) - 1, len(known) + 2))
