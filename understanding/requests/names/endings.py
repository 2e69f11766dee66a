"""Cases of Russian surnames by their endings, for those that the dictionary does not know as surnames: 'Долин'."""

from understanding.requests.clinic import Gender

_CASES = ("gent", "datv", "accs", "ablt", "loct")
_MASCULINE = {
    ("ов", "ев", "ин", "ын"): (0, ("а", "у", "а", "ым", "е")),
    ("ский", "цкий", "кий"): (2, ("ого", "ому", "ого", "им", "ом")),
    ("ой", "ый"): (2, ("ого", "ому", "ого", "ым", "ом")),
}
_FEMININE = {
    ("ова", "ева", "ина", "ына"): (1, ("ой", "ой", "у", "ой", "ой")),
    ("ская", "цкая", "ая"): (2, ("ой", "ой", "ую", "ой", "ой")),
}


def cases_by_ending(word: str, gender: Gender | None) -> frozenset[tuple[str, str]]:
    """Forms of a normalised surname with their cases, as OpenCorpora names them; empty for other endings.

    The adjectival declension of Russian grammar. Without a gender both are tried.
    """
    tables = {"male": (_MASCULINE,), "female": (_FEMININE,), None: (_MASCULINE, _FEMININE)}[gender]
    for table in tables:
        for endings, (cut, forms) in table.items():
            if word.endswith(endings):
                stem = word[: len(word) - cut]
                return frozenset((stem + form, case) for form, case in zip(forms, _CASES, strict=True))
    return frozenset()
