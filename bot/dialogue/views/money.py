"""Prices as people write them."""

import re
from decimal import Decimal

from babel.numbers import format_currency

from bot.texts import Texts

_PRICE = re.compile(r"(\d{1,12}(?:\.\d{1,4})?) ([A-Z]{3})", re.ASCII)


def price_in_words(texts: Texts, price: str) -> str:
    """``2500.00 RUB`` becomes «2 500 ₽»; what is no such price is shown as the clinic wrote it."""
    found = _PRICE.fullmatch(price)
    if found is None:
        return price
    amount, currency = Decimal(found[1]), found[2]
    if amount == amount.to_integral_value():
        pattern = texts.say("price-pattern")
        return format_currency(amount, currency, pattern, locale=texts.language, currency_digits=False)
    return format_currency(amount, currency, locale=texts.language)
