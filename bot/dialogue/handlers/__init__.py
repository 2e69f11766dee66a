"""From updates to use cases and from their outcomes to screens."""

from aiogram import Router

from bot.dialogue.handlers import commands, consent, mine, slots, stale, words


def routers() -> tuple[Router, ...]:
    """In the order of asking; `words` and `stale` take what nobody else did."""
    return (
        commands.router(),
        consent.router(),
        slots.router(),
        mine.router(),
        commands.unknown_router(),
        words.router(),
        stale.router(),
    )
