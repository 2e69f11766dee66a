"""Every kind of button is known by its own first letters: a tap on one is never read as another."""

import importlib
import pkgutil
from collections import Counter

from aiogram.filters.callback_data import CallbackData

import bot


def kinds() -> list[type[CallbackData]]:
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        if module.name.rpartition(".")[2].endswith("callbacks"):
            importlib.import_module(module.name)
    found, rest = [], list(CallbackData.__subclasses__())
    while rest:
        kind = rest.pop()
        rest.extend(kind.__subclasses__())
        if kind.__module__.startswith("bot."):
            found.append(kind)
    return found


def test_no_two_kinds_of_buttons_begin_alike() -> None:
    prefixes = Counter(kind.__prefix__ for kind in kinds())
    assert len(prefixes) > 40
    assert [prefix for prefix, count in prefixes.items() if count > 1] == []


def test_prefixes_leave_room_for_what_they_carry() -> None:
    assert max(len(kind.__prefix__) for kind in kinds()) <= 8
