"""Phones and calling back."""

from aiogram.types import ReplyKeyboardMarkup

from bot.dialogue.people_callbacks import CallMe, LeavePhone, NoCall, NoPhone
from bot.dialogue.views import menu
from bot.dialogue.views.screen import Button, Screen
from bot.texts import Texts
from contracts.call_requests import CallRequest


def offer_phone(texts: Texts) -> Screen:
    buttons = (
        Button(texts.say("phone-offer-yes"), LeavePhone()),
        Button(texts.say("phone-offer-no"), NoPhone()),
    )
    return Screen(texts.html("phone-offer"), buttons)


def ask_phone(texts: Texts, *, call: bool) -> Screen:
    """`call`: because a call was asked for."""
    return Screen(texts.html("phone-ask-call" if call else "phone-ask"), keyboard=menu.share_phone(texts))


def with_menu(texts: Texts, message: str, **values: str) -> Screen:
    """A message that brings the usual keyboard back."""
    keyboard: ReplyKeyboardMarkup = menu.main(texts)
    return Screen(texts.html(message, **values), keyboard=keyboard)


def call_opened(texts: Texts, request: CallRequest) -> Screen:
    text = texts.html("call-opened", phone=request.phone or "")
    return Screen(text, (Button(texts.say("call-no"), NoCall(request_id=request.id)),))


def call_button(texts: Texts) -> Button:
    """On every screen that could not help."""
    return Button(texts.say("call-me"), CallMe())
