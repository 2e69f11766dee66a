"""The routers of the queue in one."""

from aiogram import Router

from bot.managers.queue import all_at_once, approving, deal, declining, other_times
from bot.managers.queue.own_branch import OwnBranch


def router() -> Router:
    made = Router(name="applications")
    for observer in (made.message, made.callback_query):
        observer.middleware(OwnBranch())
    made.include_routers(*(each.router() for each in (deal, approving, declining, other_times, all_at_once)))
    return made
