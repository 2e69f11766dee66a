"""Answers to what says nothing about the visit: thanks, hello, goodbye, and words that cannot be made out."""

from agent.offline.ask import turn_of, what_is_missing
from agent.offline.talk import Talk
from agent.offline.words import words


def answer(talk: Talk) -> str:
    say, chat = words(talk.language).say, talk.heard.chat
    known = talk.wanted.missing is None
    times = turn_of(talk, "else" if known else "who")
    if chat in ("thanks", "bye"):
        return say(chat, times=times)
    if chat == "hello" and times == 0:
        return say("hello-again" if known else "hello")
    if not known:
        return what_is_missing(talk)
    return say("ask-when", times=times)
