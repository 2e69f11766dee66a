"""The language in which a patient wants to speak with the doctor."""

import re

from understanding.requests.lexicon import lexicon

_CLAUSES = re.compile(r"[.;!?\n,]")
_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_AROUND = 3


def spoken(said: str) -> str | None:
    """Its ISO 639-1 code, from a normalised text; None if none is asked for.

    'Do you speak English?' is said to us, and 'я не говорю по-русски' tells of the patient.
    """
    for code, pattern in lexicon().languages.items():
        for clause in _CLAUSES.split(said):
            found = pattern.search(clause)
            if found is not None and not _is_told(clause[: found.start()], clause[: found.end()]):
                return code
    return None


def without_language(text: str) -> str:
    """The text without the words that ask for a language: 'who speaks English' is no complaint about speech."""
    for pattern in lexicon().languages.values():
        text = re.sub(pattern.pattern, " ", text, flags=re.IGNORECASE)
    return text


def _is_told(before: str, upto: str) -> bool:
    words = _WORDS.findall(before)[-_AROUND:] + _WORDS.findall(upto)[:1]
    exact, stems = lexicon().words("talking_to_us")
    if any(word in lexicon().words("speaks_not")[0] for word in words):
        return True
    addressed = any(word in exact or word.startswith(stems) for word in words)
    return addressed and not lexicon().patterns["a_doctor"].search(before)
