"""The next step of the offline model, decided from the facts of the turn and the tools' answers alone."""

from agent.offline import chat, choice, day_hours, own, questions, search
from agent.offline.ask import what_is_missing
from agent.offline.step import Say, Step
from agent.offline.talk import Talk
from agent.offline.tell import preface
from agent.offline.words import words
from understanding.requests.read import Question


def decide(talk: Talk) -> Step:
    """Tools to call, or the final text. Asks one question when it does not know which doctor is needed."""
    heard, wanted = talk.heard, talk.wanted
    say = words(talk.language).say
    if heard.question == "own_appointments":
        return own.next_step(talk)
    if heard.question == "last_time" and day_hours.can_tell(talk):
        return day_hours.next_step(talk)
    advice = heard.question == "advice"  # nobody here gives any: it is said, and the visit goes on
    if heard.question is not None and not advice and (not heard.says_when or _answers_whenever(talk, heard.question)):
        return questions.next_step(talk, heard.question)
    if heard.chosen:
        return choice.next_step(talk)
    goes_on = advice or heard.says_something or heard.unknown_doctor or heard.chat == "agreed"
    if wanted.missing is not None:
        if not advice and not heard.says_something and not heard.unknown_doctor and wanted.missing == "who":
            return Say(chat.answer(talk))
        if heard.restart:
            return Say(say("restarted"))
        return Say(what_is_missing(talk, preface(talk) or _noted(talk)))
    return search.next_step(talk) if goes_on else Say(chat.answer(talk))


def _answers_whenever(talk: Talk, question: Question) -> bool:
    """Whether the answer is wanted although a time is named: a search would say nothing of what was asked."""
    if question == "preparation":
        return not talk.heard.specialties
    return question in ("hours", "last_time") and talk.wanted.missing == "who"


def _noted(talk: Talk) -> str:
    """What is known already is said once, so that nobody repeats it."""
    heard = talk.heard
    if talk.wanted.missing != "who" or not heard.says_something:
        return ""
    return words(talk.language).say("noted-time" if heard.says_when else "noted")
