"""How somebody is called of whom a message speaks: 'my son Tom', 'запишите дочку Машу'."""

import re

from bot.dialogue.reading.lexicon import lexicon
from bot.texts import Language
from understanding.dates.lexicon import lexicon as words_of_time
from understanding.morphology import readings

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_NAME = "Name"
"""OpenCorpora's grammeme of first names."""
_SHORTEST = 2


def called(text: str, relation: str, language: Language) -> str | None:
    """The first name that stands right after a word of the relation ('child', 'parent', 'other'), as one is called.

    Only a name written with a capital letter; a Russian one must be in the dictionary, in whatever case it stands.
    """
    words = _WORD.findall(text)
    lower = [word.lower().replace("ё", "е") for word in words]
    for phrase in sorted(lexicon(language)[relation], key=len, reverse=True):
        wanted = phrase.split()
        for at in range(len(lower) - len(wanted)):
            if lower[at : at + len(wanted)] == wanted:
                name = _name(words[at + len(wanted)])
                if name is not None:
                    return name
    return None


def _name(word: str) -> str | None:
    if len(word) < _SHORTEST or not word[0].isupper() or not word[1:].islower():
        return None
    if word.lower() in words_of_time().kinds:  # 'my son Monday morning'
        return None
    if not _CYRILLIC.search(word):
        return word
    found = [one.lemma for one in readings(word.lower()) if _NAME in one.grammemes]
    return found[0].capitalize() if found else None
