"""English words and the words behind them, by plain rules: 'swollen knees' keeps 'swollen' and finds 'knee'."""

import re
from functools import lru_cache

_IRREGULAR = {
    "feet": "foot", "teeth": "tooth", "children": "child", "women": "woman", "men": "man", "people": "person",
    "bled": "bleed", "felt": "feel", "fell": "fall", "fallen": "fall", "broke": "break", "broken": "break",
    "bitten": "bite", "lost": "lose", "came": "come", "went": "go", "gone": "go", "got": "get",
    "saw": "see", "seen": "see", "stung": "sting", "burnt": "burn", "hurts": "hurt", "kept": "keep", "woke": "wake",
    "wakes": "wake", "swelled": "swell", "swollen": "swell", "tore": "tear", "torn": "tear", "found": "find",
    "grew": "grow", "grown": "grow", "worse": "bad", "worsening": "bad", "slept": "sleep", "threw": "throw",
    "puffy": "puff",
    "testes": "testicle", "testis": "testicle", "coming": "come",
    "losing": "lose", "having": "have", "peeing": "pee", "vertebrae": "vertebra",
}  # fmt: skip
_SPELLING = (
    (re.compile(r"aem"), "em"),
    (re.compile(r"^pae"), "pe"),
    (re.compile(r"naec"), "nec"),
    (re.compile(r"aes(?=th)"), "es"),
    (re.compile(r"^oe(?=[ds])"), "e"),
    (re.compile(r"rrhoe"), "rrhe"),
    (re.compile(r"^foet"), "fet"),
    (re.compile(r"(?<=[ml])our(?=s?$)"), "or"),
    (re.compile(r"(?<=l)ogue$"), "og"),
)
"""British spelling as American: both sides of every comparison go through it."""
_SHORTEST = 3
_LONG = 5


@lru_cache(maxsize=20_000)
def bases(word: str) -> frozenset[str]:
    """What a normalised English word may come from, itself included: 'itching' -> itching, itch, itche."""
    word = american(word.removesuffix("'s"))
    found = {word}
    if word in _IRREGULAR:
        return frozenset({word, _IRREGULAR[word]})
    for ending, instead in (
        ("ies", "y"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("sses", "ss"),
        ("xes", "x"),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("d", ""),
    ):
        if word.endswith(ending) and not word.endswith("ss"):
            found.add(word[: -len(ending)] + instead)
    for ending in ("ing", "ed", "y"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if ending == "y" and len(stem) <= _SHORTEST:
                continue
            found |= {stem, stem + "e"}
            if len(stem) > _SHORTEST and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(base for base in found if len(base) >= _SHORTEST or base == word)


def american(word: str) -> str:
    """One spelling of words that Britain and America write differently."""
    for pattern, instead in _SPELLING:
        word = pattern.sub(instead, word)
    return word


def written_bases(word: str) -> frozenset[str]:
    """The keys of a word as the knowledge writes it: fewer guesses, for it is written in its plain form."""
    word = american(word)
    if word in _IRREGULAR:
        return frozenset({word, _IRREGULAR[word]})
    found = {word}
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        found.add(word[:-1])
    if word.endswith("ing") and len(word) > _LONG:
        found |= {stem for stem in (word[:-3], word[:-3] + "e") if len(stem) > _SHORTEST}
    return frozenset(found)
