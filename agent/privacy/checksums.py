"""The check digits of numbers that people are known by."""


def is_snils(digits: str) -> bool:
    """Russian pension insurance number, 11 digits: the last two are the weighted sum of the first nine, mod 101."""
    if len(digits) != 11:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(9, 0, -1), strict=False))
    return total % 101 % 100 == int(digits[9:])


def is_inn(digits: str) -> bool:
    """Russian taxpayer number of an organisation (10 digits) or a person (12, two check digits)."""
    if len(digits) == 10:
        return _inn_digit(digits[:9], (2, 4, 10, 3, 5, 9, 4, 6, 8)) == digits[9]
    if len(digits) == 12:
        first = _inn_digit(digits[:10], (7, 2, 4, 10, 3, 5, 9, 4, 6, 8))
        return first + _inn_digit(digits[:11], (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) == digits[10:]
    return False


def _inn_digit(digits: str, weights: tuple[int, ...]) -> str:
    return str(sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 % 10)


def is_card(digits: str) -> bool:
    """A payment card's number: 13 to 19 digits, ISO/IEC 7812's check digit (Luhn)."""
    if not 13 <= len(digits) <= 19:
        return False
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
