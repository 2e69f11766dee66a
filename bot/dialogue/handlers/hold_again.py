"""The time that is held, for somebody else."""

from bot.dialogue.desk import Talk
from bot.dialogue.screens.held import held_screen
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.use_cases.hold_slot import take
from bot.dialogue.use_cases.instead import Gone
from bot.dialogue.views.proposals import nothing_else, proposals
from contracts.appointments import Hold


async def hold_for_another(talk: Talk) -> None:
    """Give the hold back and hold the same time for who visits now; what is free instead if that cannot be."""
    kept = talk.memory.hold
    if kept is None:
        return
    outcome: object = kept.hold
    if kept.hold.client_id != talk.memory.client_id or kept.hold.expires_at <= talk.now:
        offer = talk.memory.offer(kept.slot_id)
        outcome = await take(talk, kept.slot_id, offer.slot if offer else None)
    if isinstance(outcome, Hold):
        talk.out.say(await held_screen(talk, outcome))
    elif isinstance(outcome, Gone) and outcome.offers:
        intro = f"{talk.texts.say(f'gone-{outcome.why}')} {talk.texts.say('instead')}"
        talk.out.say(proposals(talk.texts, intro, outcome.offers, await known_branches(talk), talk.now))
    else:
        why = outcome.why if isinstance(outcome, Gone) else "taken"
        talk.out.say(nothing_else(talk.texts, f"gone-{why}", "gone-nothing"))
