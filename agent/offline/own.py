"""The patient's own appointments, listed."""

from datetime import datetime
from typing import Any

from agent.offline.say_when import dated
from agent.offline.step import Call, Calls, Say, Step
from agent.offline.talk import Talk
from agent.offline.words import words


def next_step(talk: Talk) -> Step:
    answers = talk.answers("my_appointments")
    if not answers:
        return Calls((Call("my_appointments", {}),))
    return Say(_list(talk, answers[-1].answer.get("appointments", [])))


def _list(talk: Talk, appointments: list[dict[str, Any]]) -> str:
    say = words(talk.language).say
    if not appointments:
        return say("own-none")
    lines = [
        say(
            "own-line",
            when=dated(datetime.fromisoformat(one["start"]), talk),
            doctor=one["doctor"],
            office=one["office"],
            status=one["status"],
        )
        for one in appointments
    ]
    return "\n".join([say("own-list", count=len(lines)), *lines])
