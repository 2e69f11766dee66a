"""English contractions in one spelling: the rules know `not`, `can't` and `won't`, however they were typed."""

_NOT = (
    "don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't ain't shouldn't mustn't needn't "
    "dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt aint nor"
)
_CANNOT = "can't cannot cant couldn't couldnt unable"
_WILL_NOT = "won't wont wouldn't wouldnt"
_ONE = {
    **dict.fromkeys(_NOT.split(), "not"),
    **dict.fromkeys(_CANNOT.split(), "can't"),
    **dict.fromkeys(_WILL_NOT.split(), "won't"),
    "im": "i",
    "ive": "i",
    "hes": "he",
    "shes": "she",
    "its": "it",
    "theyre": "they",
    "hasn": "not",
    "u": "you",
}
_TWO = {
    ("can", "not"): "can't",
    ("could", "not"): "can't",
    ("not", "able"): "can't",
    ("will", "not"): "won't",
    ("no", "longer"): "not",
    ("any", "more"): "anymore",
    # No blood is seen there.
    ("blood", "sugar"): "sugar",
    ("blood", "pressure"): "pressure",
}
_TAILS = ("'s", "'m", "'re", "'ve", "'ll", "'d")


def contracted(pieces: list[str]) -> list[str]:
    """The same pieces, contractions opened or joined; other words as they are."""
    result: list[str] = []
    for piece in pieces:
        one = _ONE.get(piece, piece)
        for tail in _TAILS:
            one = one.removesuffix(tail)
        if result and (joined := _TWO.get((result[-1], one))):
            result[-1] = joined
        elif one:
            result.append(one)
    return result
