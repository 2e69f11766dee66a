"""The words behind the forms that the knowledge is written in, looked up beforehand: starting takes half the time.

`python -m understanding.complaints.lemma_table` writes `lemmas.txt` anew after the knowledge was changed. A form that
is missing there is looked up when it is needed, so a stale table is slow and never wrong.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

from understanding.morphology import lemmas

_NAME = "lemmas.txt"
_THEMSELVES = frozenset({"после", "ок", "нашли"})
"""Forms for which the dictionary's likeliest word is never meant here ('после' as short for 'после обеда')."""


def behind(form: str) -> str:
    """The word behind a normalised Cyrillic form: itself if it is a dictionary form, else the likeliest one."""
    return _table().get(form) or looked_up(form)


def looked_up(form: str) -> str:
    """The same, from the dictionary."""
    if form in _THEMSELVES:
        return form
    found = lemmas(form)
    return form if form in found else found[0]


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in files(__package__).joinpath(_NAME).read_text(encoding="utf-8").splitlines():
        form, _, word = line.partition(" ")
        table[form] = word or form
    return table


def written(forms: set[str]) -> str:
    """The content of the table for these forms: a form a line, with the word behind it if that is another."""
    pairs = ((form, looked_up(form)) for form in sorted(forms))
    return "".join(f"{form}\n" if form == word else f"{form} {word}\n" for form, word in pairs)


def main() -> None:
    """Write the table for all Cyrillic forms of the knowledge."""
    from understanding.complaints.knowledge import written_forms

    Path(str(files(__package__).joinpath(_NAME))).write_text(written(written_forms()), encoding="utf-8")


if __name__ == "__main__":
    main()
