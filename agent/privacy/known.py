"""Where a text names people of the account."""

from collections.abc import Iterator

from agent.personal import KnownPersonal
from agent.privacy.kinds import Found
from agent.privacy.letters import is_latin, sound
from agent.privacy.lexicon import short_forms
from agent.privacy.staff import alike
from agent.privacy.words import Word, lemmas_of, words

SHORTEST = 2


def name_words(known: KnownPersonal) -> frozenset[str]:
    """The words of all names, lower case, 'ё' as 'е'."""
    return frozenset(word.norm for name in known.names for word in words(name) if len(word.norm) >= SHORTEST)


def known_names(text: str, known: KnownPersonal) -> Iterator[Found]:
    """Words of known names in any case, fond form or alphabet; words side by side are one name."""
    wanted = name_words(known)
    if not wanted:
        return
    group: list[Word] = []
    for word in words(text):
        if not any(_is(word.norm, one) for one in wanted):
            continue
        if group and text[group[-1].end : word.start].strip():
            yield Found(group[0].start, group[-1].end, "NAME")
            group = []
        group.append(word)
    if group:
        yield Found(group[0].start, group[-1].end, "NAME")


def known_numbers(text: str, known: KnownPersonal) -> Iterator[Found]:
    """Known phones as they are written, with or without the country."""
    for phone in known.phones:
        digits = "".join(char for char in phone if char.isdigit())
        for shape in {phone, digits, digits[1:]}:
            start = text.find(shape) if len(shape) >= 7 else -1
            if start >= 0:
                yield Found(start, start + len(shape), "PHONE")


def _is(word: str, name: str) -> bool:
    """`word` stands in the text, `name` is known."""
    if len(word) < SHORTEST:
        return False
    forms = _forms(name)
    if word in forms or lemmas_of(word) & forms or any(_declined(word, form) for form in forms):
        return True
    if is_latin(word) != is_latin(name):
        return any(sound(word) == sound(form) for form in forms) or (len(word) > 4 and alike(word, name))
    return False


def _declined(word: str, form: str) -> bool:
    """'свету' of 'света', which the dictionary takes for 'свет'."""
    return len(form) > 3 and form[-1] in "ая" and word[:-1] == form[:-1] and word[-1] in "аяуюыиеой"


def _forms(name: str) -> frozenset[str]:
    """The name's dictionary forms, and the short forms of each."""
    whole = lemmas_of(name) | {name}
    short = {form for one in whole for form in short_forms().get(one, ())}
    longer = {one for one, forms in short_forms().items() if forms & whole}
    return whole | short | longer
