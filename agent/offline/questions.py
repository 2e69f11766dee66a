"""Questions about the clinic: prices, addresses, hours, doctors, a person to talk to. From the clinic's records."""

from decimal import Decimal, InvalidOperation
from typing import Any

from babel.numbers import format_currency

from agent.offline.step import Call, Calls, Say, Step
from agent.offline.talk import Talk
from agent.offline.words import words
from understanding.requests.read import Question

MOST_LISTED = 8
_TOOLS: dict[str, str] = {
    "price": "visit_types",
    "preparation": "visit_types",
    "address": "branches",
    "hours": "branches",
    "last_time": "branches",
    "doctors_list": "doctors",
}


def next_step(talk: Talk, question: Question) -> Step:
    say = words(talk.language).say
    if question in ("human", "call", "complaint", "how"):
        return Say(say(f"ask-{question}"))
    tool = _TOOLS[question]
    answers = talk.answers(tool)
    if not answers:
        return Calls((Call(tool, _args(talk, question)),))
    answer = answers[-1].answer
    if question == "price":
        return Say(_prices(talk, answer))
    if question == "preparation":
        return Say(_preparation(talk, answer))
    if question == "doctors_list":
        return Say(_doctors(talk, answer))
    question = "hours" if question == "last_time" else question
    lines = [_place(one) for one in answer.get("branches", [])[:MOST_LISTED]]
    return Say("\n".join([say(f"ask-{question}", count=len(lines)), *lines, say(f"ask-{question}-then")]))


def _args(talk: Talk, question: Question) -> dict[str, Any]:
    of_visits = question in ("price", "preparation")
    known = talk.heard.specialties or (talk.wanted.specialties if of_visits else ())
    return {"specialty": known[0]} if (of_visits or question == "doctors_list") and known else {}


def _prices(talk: Talk, answer: dict[str, Any]) -> str:
    say = words(talk.language).say
    lines = [
        say("price-line", name=one["name"], price=money(one["price"], talk.language), minutes=str(one["minutes"]))
        for one in answer.get("visit_types", [])
        if one.get("price")
    ][:MOST_LISTED]
    return "\n".join([say("price", count=len(lines)), *lines, say("price-then")]) if lines else say("price-unknown")


def _preparation(talk: Talk, answer: dict[str, Any]) -> str:
    say = words(talk.language).say
    visits = [one for one in answer.get("visit_types", []) if one.get("preparation")][:MOST_LISTED]
    if not visits:
        return say("preparation-unknown")
    lines = [say("preparation-line", name=one["name"], preparation=one["preparation"]) for one in visits]
    return "\n".join([say("preparation"), *lines, say("preparation-then")])


def _doctors(talk: Talk, answer: dict[str, Any]) -> str:
    say = words(talk.language)
    found = answer.get("doctors", [])
    lines = []
    for one in found[:MOST_LISTED]:
        name = f"specialty-{one['specialty']}"
        kind = say.say(name if say.has(name) else "specialty-other")
        lines.append(say.say("doctor-line", name=one["name"], kind=kind))
    if not lines:
        return say.say("doctors-none")
    rest = len(found) + int(answer.get("more", 0)) - len(lines)
    return "\n".join([say.say("doctors", count=len(lines)), *lines, say.say("doctors-then", rest=rest)])


def _place(branch: dict[str, Any]) -> str:
    phone = f", {branch['phone']}" if branch.get("phone") else ""
    return f"{branch['name']}: {branch['address']}{phone}"


def money(price: str, language: str) -> str:
    """'2500.00 RUB' as people write it; as it is if it is no such price."""
    amount, _, currency = price.partition(" ")
    try:
        number = Decimal(amount)
    except InvalidOperation:
        return price
    pattern = "#,##0 ¤" if number == number.to_integral_value() else "#,##0.00 ¤"
    return format_currency(number, currency, pattern, locale=language, currency_digits=False)
