"""Which words of a message are denied: 'боли в груди нет', 'не теряла', 'без сознания', 'no chest pain'.

Russian denies noun by noun: what is denied stands in the genitive, so a sign told right beside it stays told
('температуры нет рука отнялась'). English has no such help: a denial ends with the noun that it is about.
"""

from collections.abc import Sequence

from understanding.morphology import readings
from understanding.redflags.denial_words import knowledge
from understanding.redflags.words import Word

_REACH = 5
"""The longest English denial, in words."""


def denied(words: Sequence[Word]) -> frozenset[int]:
    """The indexes of the denied words."""
    places: set[int] = set()
    for at, word in enumerate(words):
        if word.text in knowledge().none:
            places |= _none(words, at)
        elif _is_not(words, at) and not (at and words[at - 1].text in {"чуть", "едва"}):
            places |= _not(words, at)
        elif word.text in knowledge().without:
            places |= _nouns(words, at + 1)
        elif word.text in knowledge().english_none:
            places |= _english_nouns(words, at + 1)
        elif word.text in knowledge().english_not:
            places |= _english_not(words, at)
    return frozenset(places)


def _is_not(words: Sequence[Word], at: int) -> bool:
    """'Не', or 'ни' written for it before a verb."""
    return words[at].text == "не" or (words[at].text == "ни" and at + 1 < len(words) and _is_verb(words[at + 1]))


def _together(words: Sequence[Word], one: int, other: int) -> bool:
    return 0 <= other < len(words) and words[one].clause == words[other].clause


def _none(words: Sequence[Word], at: int) -> set[int]:
    """'Боли нет' denies what stands before it, 'нет боли' what follows; 'нет ли боли' asks."""
    if at + 1 < len(words) and words[at + 1].text == "ли":
        return set()
    return _nouns_before(words, at - 1, at) or _nouns(words, at + 1)


def _not(words: Sequence[Word], at: int) -> set[int]:
    """'Не' denies the next word that says something; 'не было', 'не беспокоит' also what there was not."""
    here = at + 1
    while _together(words, at, here) and words[here].text in knowledge().fillers:
        here += 1
    if not _together(words, at, here):
        return set()
    forms = words[here].forms
    if forms & knowledge().being:
        return {here} | (_nouns_before(words, at - 1, at) or _nouns(words, here + 1, every_case=True))
    if forms & knowledge().wishing:
        return {here} | _wished(words, here)
    if forms & knowledge().supposing:
        return {here} | set(range(here + 1, min(here + _REACH, len(words))))
    return {here}


def _wished(words: Sequence[Word], verb: int) -> set[int]:
    """What is not wished: 'не хочу умирать', 'не думаю о смерти'. A wish denied says nothing of the next verb."""
    places: set[int] = set()
    here = verb + 1
    while _together(words, verb, here) and here - verb < _REACH and not _is_verb(words[here]):
        places.add(here)
        here += 1
    return places


def _nouns(words: Sequence[Word], start: int, *, every_case: bool = False) -> set[int]:
    """The nouns that follow, with what belongs to them."""
    places: set[int] = set()
    here, more = start, True
    while here < len(words) and _together(words, start - 1, here):
        word = words[here]
        if word.text in knowledge().joins:
            more = True
        elif word.text in knowledge().prepositions:
            places |= {here, here + 1}
            here += 1
            if here < len(words) and _is_adjective(words[here]):
                here += 1
                places.add(here)
        elif word.text in knowledge().fillers:
            pass
        elif not _has_case(word, every_case) or not (more or _is_adjective(words[here - 1])):
            break
        else:
            places.add(here)
            more = _is_adjective(word) or bool(word.forms & knowledge().heads)
        here += 1
    places |= _list_after(words, here - 1, here)
    return {place for place in places if place < len(words)}


def _list_after(words: Sequence[Word], last: int, start: int) -> set[int]:
    """'Нет температуры, одышки и рвоты': a list that 'и' or 'ни' closes goes on behind a comma."""
    if start >= len(words) or words[start].sentence != words[last].sentence or _together(words, last, start):
        return set()
    clause = [word for word in words if word.clause == words[start].clause]
    closed = any(word.text in knowledge().joins for word in clause)
    if not closed or not all(_has_case(word, False) or word.text in knowledge().small for word in clause):
        return set()
    return set(range(start, start + len(clause)))


def _nouns_before(words: Sequence[Word], start: int, border: int) -> set[int]:
    """The nouns that a denial at their end is about: 'сильной боли в груди и одышки нет'."""
    places: set[int] = set()
    here, head = start, False
    while here >= 0:
        word = words[here]
        if not _together(words, border, here):
            if not head or not _goes_on(words, border, here):
                break
            border, head = here, False
        if head and word.text in knowledge().joins and here and _has_case(words[here - 1], False):
            head = False
        elif _behind_preposition(words, here, border):
            if head:
                break
            places |= {here, here - 1}
            here -= 1
        elif word.text not in knowledge().fillers:
            if not _belongs(word, head=head, beside=here == start):
                break
            places.add(here)
            head = True
        here -= 1
    return places if head else set()


def _behind_preposition(words: Sequence[Word], here: int, border: int) -> bool:
    return here > 0 and words[here - 1].text in knowledge().prepositions and _together(words, border, here - 1)


def _belongs(word: Word, *, head: bool, beside: bool) -> bool:
    """Whether a word is the noun that is denied or, once that was found, what goes with it."""
    if head:
        return (_is_adjective(word) or bool(word.forms & knowledge().heads)) and _has_case(word, False)
    return not _is_verb(word) and _has_case(word, beside)


def _goes_on(words: Sequence[Word], border: int, here: int) -> bool:
    """Whether a list goes on before the comma: 'судорог, рвоты нет', but not 'боли в груди, температуры нет'."""
    return _mass(words[here]) and words[border].sentence == words[here].sentence


def _has_case(word: Word, every_case: bool) -> bool:
    return any(
        reading.part in {"NOUN", "ADJF", "PRTF", "NPRO"} and (every_case or reading.grammemes & {"gent", "gen2"})
        for reading in readings(word.text)
    )


def _mass(word: Word) -> bool:
    """A genitive that is no plural nominative: 'судорог', 'рвоты'."""
    genitive = any("gent" in reading.grammemes for reading in readings(word.text))
    plural = any({"nomn", "plur"} <= reading.grammemes for reading in readings(word.text))
    return genitive and (not plural or bool(word.forms & knowledge().mass))


def _is_adjective(word: Word) -> bool:
    return readings(word.text)[0].part in {"ADJF", "PRTF"}


def _is_verb(word: Word) -> bool:
    return readings(word.text)[0].part in {"VERB", "PRED"}


def _english_nouns(words: Sequence[Word], start: int) -> set[int]:
    """'No chest pain or fever': up to the noun it is about, and on behind 'or'."""
    places: set[int] = set()
    here = start
    while here < min(start + _REACH, len(words)) and _together(words, start - 1, here):
        text = words[here].text
        if text in knowledge().english_stops:
            return places
        places.add(here)
        here += 1
        if text in knowledge().english_nouns:
            if _together(words, start - 1, here) and words[here].text in {"in", "of", "on"}:
                places |= {here, here + 1, here + 2}
                here += 2 + (here + 1 < len(words) and words[here + 1].text in knowledge().english_owners)
            if not _together(words, start - 1, here) or words[here].text not in {"or", "nor"}:
                break
            return places | _english_nouns(words, here + 1)
    return {place for place in places if place < len(words)} | _english_list(words, here)


def _english_list(words: Sequence[Word], here: int) -> set[int]:
    """'No fever, rash or pain': the items up to 'or' are denied too."""
    if not 0 < here < len(words) or words[here].clause == words[here - 1].clause:
        return set()
    if words[here].sentence != words[here - 1].sentence:
        return set()
    clause = [at for at in range(here, len(words)) if words[at].clause == words[here].clause]
    if not any(words[at].text == "or" for at in clause) or len(clause) > 7:
        return set()
    return set() if any(words[at].text in knowledge().english_stops for at in clause) else set(clause)


def _english_not(words: Sequence[Word], at: int) -> set[int]:
    """'Not' denies the next word that says something; with 'have' and the like, the noun behind it."""
    here = at + 1
    having = words[at].text == "never"
    while _together(words, at, here) and words[here].text in knowledge().english_fillers:
        having = having or words[here].text in knowledge().english_having
        here += 1
    if not _together(words, at, here) or words[here].text in knowledge().english_open:
        return set()
    if words[here].text in knowledge().english_supposing:
        return set(range(here, min(here + _REACH, len(words))))
    if words[here].text in knowledge().english_wishing:
        return {here} | _english_nouns(words, here + 1)
    return _english_nouns(words, here) | {here} if having else {here}
