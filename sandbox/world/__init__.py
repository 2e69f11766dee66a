"""A Telegram in memory: people, bots, chats, messages. No HTTP, no tasks, one event loop.

Reading side, for a page in the same process:

    world.people(); world.bots                          seats; bots by id
    world.chats_of(user_id)                             list of chats, newest first; `chat.name`, `chat.address`
    world.history(chat, topic=…, before=…, limit=…)     messages from old to new; draw (message.id, message.version)
    pieces(message.text, message.entities)              runs of text with their entities; never HTML
    message.content                                     Text, Photo, Document … or a Service line; match on its class
    message.keyboard, button.style                      rows of InlineButton
    world.shown_keyboard(user_id, chat)                 the reply keyboard, `folded` after a one-time tap
    world.actions(chat)                                 who is typing; `until` says when that ends
    world.waiting_presses(user_id, chat)                taps without an answer yet; `press.answer` is the toast or alert
    world.pinned_message(chat), chat.topics, world.is_blocked(user_id, chat), world.unread(user_id, chat)
    world.commands(user_id, chat), world.bot_description(bot, language), world.bot_name(bot, language)
    file.content, file.name, file.size                  bytes are in memory
    stop = world.subscribe(listener)                    called at once with a `Change` (see `sandbox.world.changes`)

Acting side: `world.say(user_id, chat.address, text)`, `edit`, `press`, `share_contact`, `send_photo` …, `start`,
`block`, `unblock`, `join`, `leave`, `mark_read`; NotPossible tells what the app would not offer.
"""

from sandbox.world import changes, content
from sandbox.world.chat import Action, Chat, ChatKind, Status, Topic
from sandbox.world.errors import NotPossible
from sandbox.world.files import File
from sandbox.world.keyboards import InlineButton, InlineKeyboard, ReplyButton, ReplyKeyboard, ShownKeyboard
from sandbox.world.message import Message
from sandbox.world.people import Bot, Command, User
from sandbox.world.press import Answer, Press
from sandbox.world.text import Entity, pieces
from sandbox.world.world import World

__all__ = [
    "Action", "Answer", "Bot", "Chat", "ChatKind", "Command", "Entity", "File", "InlineButton", "InlineKeyboard",
    "Message", "NotPossible", "Press", "ReplyButton", "ReplyKeyboard", "ShownKeyboard", "Status", "Topic", "User",
    "World", "changes", "content", "pieces",
]  # fmt: skip
