"""A letter tells more than its wish: what of it is about other people, and which of its days are only part of a story.

Both functions leave a message alone that is not sure to be a story: to lose a word of a wish is worse than to read one
too many. They cut whole clauses and change nothing inside one.
"""

import re

from understanding.morphology import readings
from understanding.requests.lexicon import lexicon
from understanding.text import normalise

LETTER = 15
"""Words; whoever writes fewer tells no story."""
_SENTENCE = re.compile(r"(?<=[.!?;\n])\s+")
_CLAUSE = re.compile(
    r"(?<=,)\s+|\s+(?=(?:и теперь|поэтому|но|а|and now|and then|but|so|and on|and i)\s)|\s+[—–-]\s+", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


def without_others(text: str) -> str:
    """Without the clauses that mention somebody in passing, if it is the writer who complains or books.

    'В пятницу у сына утренник, а у меня болит ухо' is a visit of the writer's. Who is ill, brought or booked is not
    mentioned in passing.
    """
    sentences = [_CLAUSE.split(one) for one in _SENTENCE.split(text)]
    if not any(_is_own(clause) for clauses in sentences for clause in clauses):
        return text
    kept: list[str] = []
    for clauses in sentences:
        for place, clause in enumerate(clauses):
            if not _names_other(clause):
                kept.append(clause)
            elif _visits(clause, clauses[place + 1 :]):
                return text
    return " ".join(kept)


def wished_days(text: str) -> str:
    """Without the clauses that tell of other days, if another clause of the letter wishes for a day.

    'Завтра еду к нотариусу, а вот в среду я свободен' is a wish for Wednesday.
    """
    if len(_WORD.findall(text)) < LETTER:
        return text
    means = lexicon().means
    clauses = [clause for sentence in _SENTENCE.split(text) for clause in _CLAUSE.split(sentence)]
    said = [normalise(clause) for clause in clauses]
    wishes = [means("wishes_day", one) and means("names_day", one) for one in said]
    if not any(wishes):
        return text
    return " ".join(clause for clause, one in zip(clauses, said, strict=True) if not _is_story(one))


def _is_own(clause: str) -> bool:
    said, means = normalise(clause), lexicon().means
    if means("relative", said):
        return False
    return means("books_writer", said) or (means("of_writer", said) and means("complains", said))


def _names_other(clause: str) -> bool:
    return lexicon().means("relative", normalise(clause))


def _visits(clause: str, rest: list[str]) -> bool:
    """Whether the other is the patient: by this clause, or by the next ones until the writer speaks of themselves."""
    means = lexicon().means
    for one in (clause, *rest):
        said = normalise(one)
        if one is not clause and means("of_writer", said):
            return False
        if means("complains", said) or means("visits_other", said):
            return True
    return False


def _is_story(said: str) -> bool:
    means = lexicon().means
    if means("wishes_day", said) or not means("names_day", said):
        return False
    return means("tells_story", said) or any(_is_done(word) for word in _WORD.findall(said))


def _is_done(word: str) -> bool:
    """A Russian verb that tells of something: 'еду', 'сдаём'; no order such as 'три'."""
    return any(one.part == "VERB" and "indc" in one.grammemes for one in readings(word))
