"""A local Telegram in the hands of a test: people who talk, and levers.

    async with Telegram(url) as telegram:
        anna = await telegram.user("Anna", language_code="ru")
        await anna.start()
        hello = await anna.next_message()
        await anna.press("Book")                         # a label, a callback_data or a (row, column)
        changed = await anna.changed(hello)
        await telegram.fail("sendMessage", times=2, code=429, retry_after=1, chat_id=anna.id)

Waits return as soon as the server tells of a change; nothing sleeps. TimeoutError tells what was on the screen.
"""

from sandbox.client.calls import CannotDo
from sandbox.client.person import Person
from sandbox.client.sight import Answer, Button, Message, Sight
from sandbox.client.telegram import Group, Telegram

__all__ = ["Answer", "Button", "CannotDo", "Group", "Message", "Person", "Sight", "Telegram"]
