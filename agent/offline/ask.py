"""The one question of a turn, in other words each time, and at most twice before another way is shown."""

from agent.offline.talk import Talk
from agent.offline.words import words

MOST_CHOICES = 5


def what_is_missing(talk: Talk, before: str = "") -> str:
    """The question whose answer the search waits for. `before`: a sentence to say first."""
    missing = talk.wanted.missing
    times = turn_of(talk, missing or "else")
    say = words(talk.language).say
    if missing == "doctor":
        names = [talk.doctors[one] for one in talk.wanted.candidates if one in talk.doctors]
        question = say("ask-doctor", times=times, names=_listed(names))
    elif missing == "branch":
        question = say("ask-branch", times=times, names=_listed(list(talk.branches.values())))
    else:
        question = say("ask-who", times=times)
    return f"{before} {question}".strip()


def turn_of(talk: Talk, question: str) -> int:
    """0 and 1 for the question asked the first and the second time, then 2 and 3 in turn: never the same twice."""
    asked = talk.wanted.asked.get(question, 0)
    return asked if asked < 2 else 2 + asked % 2


def _listed(names: list[str]) -> str:
    return "; ".join(names[:MOST_CHOICES])
