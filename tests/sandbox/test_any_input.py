"""No call breaks the server: whatever the arguments, it answers or refuses."""

import json
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sandbox.bot_api.arguments import Arguments
from sandbox.bot_api.json_text import loads
from sandbox.bot_api.methods import METHODS
from sandbox.bot_api.refused import Refusal, Refused
from sandbox.bot_api.server import BotApi
from sandbox.world import World
from tests.sandbox.running import TOKEN

PERSON = 5_000_000_001
NAMES = [
    "chat_id", "from_chat_id", "message_id", "message_ids", "message_thread_id", "text", "caption", "parse_mode",
    "entities", "caption_entities", "reply_markup", "reply_parameters", "reply_to_message_id", "latitude", "longitude",
    "title", "phone_number", "first_name", "action", "document", "photo", "voice", "callback_query_id", "user_id",
    "file_id", "commands", "scope", "language_code", "name", "description", "menu_button", "icon_color", "url",
    "offset", "limit", "allowed_updates", "secret_token", "max_connections", "duration",
]  # fmt: skip
WORDS = st.one_of(st.text(), st.sampled_from(["HTML", "<b>x", "typing", "5000000001", "1", "[]", "{}", "\ud800", "\0"]))
NUMBERS = st.one_of(st.integers(), st.sampled_from([PERSON, -5_000_000_001, 1, 2, 3]), st.floats())
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, WORDS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["text", "type", "offset", "length", "keyboard", "inline_keyboard", "callback_data", "url",
                             "message_id", "command", "description", "chat_id", "user", "id", "copy_text", "style"]),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=8,
)  # fmt: skip
ARGUMENTS = st.dictionaries(st.sampled_from(NAMES), JSON, max_size=6)


def some_world() -> BotApi:
    """A person who has started the bot, a group with it, a message of everyone."""
    world = World()
    bot = world.add_bot(TOKEN, "clinic_bot", "Clinic")
    anna = world.add_user("Anna")
    world.start(anna.id)
    group = world.add_group("Managers", anna.id, forum=True)
    world.add_member(anna.id, group.id, bot.id)
    world.promote(anna.id, group.id, bot.id)
    return BotApi(world)


API = some_world()


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(METHODS.keys())), ARGUMENTS)
@example("sendmessage", {"chat_id": PERSON, "text": "x", "reply_parameters": {"message_id": {}}})
@example("sendmessage", {"chat_id": PERSON, "text": "\ud800", "parse_mode": "HTML"})
@example(
    "sendmessage", {"chat_id": PERSON, "text": "x", "entities": [{"type": "bold", "offset": -5, "length": 10**30}]}
)
@example(
    "sendmessage", {"chat_id": PERSON, "text": "x", "entities": [{"type": "text_mention", "offset": 0, "length": 1}]}
)
@example("deletemessages", {"chat_id": PERSON, "message_ids": [True, 10**40]})
@example("sendlocation", {"chat_id": PERSON, "latitude": "nan", "longitude": "inf"})
@example("setmycommands", {"commands": [{"command": [], "description": {}}]})
async def test_any_arguments(method: str, arguments: dict[str, Any]) -> None:
    bot = API.bots_by_token[TOKEN]
    try:
        values = loads(json.dumps(arguments))
    except (Refused, ValueError):
        return
    result = await API.perform(bot, method, Arguments(values))
    API.webhooks.remove(bot.id)
    if isinstance(result, Refusal):
        assert 400 <= result.code < 500
    elif method != "getupdates":
        json.dumps(result, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=6), st.sampled_from(sorted(METHODS.keys())))
async def test_any_strings(arguments: dict[str, str], method: str) -> None:
    """As forms bring them."""
    await test_any_arguments.hypothesis.inner_test(method, arguments)  # type: ignore[attr-defined]
