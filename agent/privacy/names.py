"""People's names in a text: runs of words that are names, and words after which a name comes."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agent.privacy.kinds import Found
from agent.privacy.lexicon import any_of, words_of
from agent.privacy.staff import Staff
from agent.privacy.words import Word, words

_CUE = re.compile(rf"(?<!\w){any_of('name_cues')}(?!\w)[\s:,\-–—]*", re.IGNORECASE)
_KIN = re.compile(rf"(?<!\w){any_of('kin_cues')}(?!\w)[\s:,\-–—(]*", re.IGNORECASE)
_JOINED = re.compile(r"\.?[ \t]*")
LONGEST = 4
NAMES = frozenset({"given", "patronymic", "surname"})
UNSURE = frozenset({"perhaps", "unknown"})


def names(text: str, staff: Staff) -> Iterator[Found]:
    """Every name in the text but those of the clinic's doctors, whom patients ask for by name."""
    found = words(text)
    told = _after(text, found, _CUE, sure=True)
    marked = told | _by_themselves(found) | _in_runs(text, found) | _after(text, found, _KIN, sure=False)
    marked |= _neighbours(text, found, marked)
    for group in _groups(text, found, marked):
        own = any(place in told for place in group)
        if not staff.is_one([found[place].norm for place in group], before=_before(found, group[0]), told=own):
            end = found[group[-1]].end + (found[group[-1]].like == "initial")
            yield Found(found[group[0]].start, end, "NAME")


def _by_themselves(found: Sequence[Word]) -> set[int]:
    """Words that are names wherever they stand."""
    return {place for place, word in enumerate(found) if word.like in NAMES and (word.like != "surname" or _sure(word))}


def _sure(word: Word) -> bool:
    """A surname alone: written as one, or nothing but one."""
    return (word.capital and not word.first) or len(word.norm) > 5


def _in_runs(text: str, found: Sequence[Word]) -> set[int]:
    """Names side by side make unsure ones sure: 'Вера Ильинична', 'И. И. Иванов', two rare words with capitals."""
    marked: set[int] = set()
    for place, pair in enumerate(pairwise(found)):
        likes = {word.like for word in pair}
        if not _adjacent(text, *pair) or "none" in likes:
            continue
        capitals = all(word.capital for word in pair)
        named = likes & NAMES and (capitals or not likes & {"unknown", "initial"})
        if named or (capitals and not pair[0].first and likes & UNSURE):
            marked |= {place, place + 1}
    return marked | {place for place, word in enumerate(found) if _written_as_one(text, word)}


def _written_as_one(text: str, word: Word) -> bool:
    """A capital inside a sentence, where no ordinary word has one."""
    return word.capital and not word.first and word.like in UNSURE and not text[word.start : word.end].isupper()


def _after(text: str, found: Sequence[Word], cue: re.Pattern[str], *, sure: bool) -> set[int]:
    """The words after a cue. After a sure one the first word is a name, whatever it looks like."""
    marked: set[int] = set()
    starts = {word.start: place for place, word in enumerate(found)}
    for told in cue.finditer(text):
        place = starts.get(told.end())
        taken: list[int] = []
        while place is not None and place < len(found) and len(taken) < LONGEST:
            if taken and not _adjacent(text, found[place - 1], found[place]):
                break
            # Who writes the first word small writes the others so, too.
            if not _may_be(found[place], sure=sure and (not taken or not found[taken[0]].capital)):
                break
            taken.append(place)
            place += 1
        marked.update(taken)
    return marked


def _may_be(word: Word, *, sure: bool) -> bool:
    if word.norm in words_of("no_names") and word.like != "initial":
        return False
    if word.like in NAMES or word.like == "initial" or (sure and word.like != "none"):
        return True
    return word.like == "perhaps" or word.capital or (word.like == "unknown" and not word.norm.isascii())


def _neighbours(text: str, found: Sequence[Word], marked: set[int]) -> set[int]:
    """A capital beside a name is a part of it: 'Анна Кузнец', 'John Baker'."""
    return {
        other
        for place in marked
        for other in (place - 1, place + 1)
        if 0 <= other < len(found)
        and _adjacent(text, *(found[one] for one in sorted((place, other))))
        and _goes_with_a_name(found[other], behind=other > place)
    } - marked


def _goes_with_a_name(word: Word, *, behind: bool) -> bool:
    if word.like in {"surname", "initial"}:
        return True
    if word.norm in words_of("no_names"):
        return False
    beginning = word.first and word.like == "unknown"
    return word.capital and not beginning and (behind or word.like in UNSURE)


def _groups(text: str, found: Sequence[Word], marked: set[int]) -> Iterator[list[int]]:
    group: list[int] = []
    for place in sorted(marked):
        if group and (place != group[-1] + 1 or not _adjacent(text, found[group[-1]], found[place])):
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _adjacent(text: str, left: Word, right: Word) -> bool:
    between = text[left.end : right.start]
    return bool(_JOINED.fullmatch(between)) and (not between.startswith(".") or left.like == "initial")


def _before(found: Sequence[Word], place: int) -> str:
    return found[place - 1].norm if place else ""
