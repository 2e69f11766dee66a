"""Answers to taps."""

from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.call import Call
from sandbox.bot_api.refused import Refused
from sandbox.world.press import Answer

LONGEST_ANSWER = 200
"""Characters."""


def answer_callback_query(call: Call) -> Any:
    press = call.world.presses.get(call.arguments.text("callback_query_id").strip())
    if press is None or press.bot is not call.bot or call.world.clock() - press.at > call.api.query_lifetime:
        raise Refused(refusals.query_too_old)
    text = call.arguments.text("text")
    if len(text) > LONGEST_ANSWER:
        raise Refused(refusals.answer_too_long)
    url = call.arguments.text("url") or None
    call.world.answer_press(press, Answer(text, call.arguments.boolean("show_alert"), url))
    return True


METHODS = {"answercallbackquery": answer_callback_query}
