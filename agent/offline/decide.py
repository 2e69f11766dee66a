"""The next step of the offline model, decided from the messages alone."""

from agent.offline import own, search
from agent.offline.need import need
from agent.offline.phrases import means
from agent.offline.step import Say, Step
from agent.offline.talk import Talk
from agent.offline.words import words


def decide(talk: Talk) -> Step:
    """Tools to call, or the final text. Asks one question when it does not know which doctor is needed."""
    line = talk.lines[-1] if talk.lines else ""
    if means(line, "own_appointments", talk.language):
        return own.next_step(talk)
    wanted = need(talk)
    if wanted.specialties and (wanted.new or means(line, "agreed", talk.language)):
        return search.next_step(talk, wanted)
    return Say(words(talk.language).say(_question(line, talk, known=bool(wanted.specialties), dated=wanted.new)))


def _question(line: str, talk: Talk, *, known: bool, dated: bool) -> str:
    if dated:
        return "ask-who-then"
    if means(line, "thanks", talk.language):
        return "thanks"
    if known:
        return "ask-when"
    return "hello" if means(line, "hello", talk.language) else "ask-who"
