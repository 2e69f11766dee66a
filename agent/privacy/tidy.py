"""A text as it goes to a model: signs that only hide other signs are gone."""

import unicodedata


def tidy(text: str) -> str:
    """Compatibility forms folded (full-width digits, odd spaces), invisible signs dropped; words stay as written."""
    visible = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", visible)
