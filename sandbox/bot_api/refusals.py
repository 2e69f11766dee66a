"""All that Telegram refuses, in its words.

The words were looked up in the sources of Telegram's own server (github.com/tdlib/telegram-bot-api) and of TDLib
(github.com/tdlib/td), and where Telegram's servers alone decide, taken from answers that bots report. Each has a test,
which names the place or says that there is none to be seen.
"""

from sandbox.bot_api.refused import Refusal


def bad(words: str, **parameters: int) -> Refusal:
    return Refusal(400, f"Bad Request: {words}", parameters)


def forbidden(words: str) -> Refusal:
    return Refusal(403, f"Forbidden: {words}")


# Who calls, and what
unauthorized = Refusal(401, "Unauthorized")
token_malformed = Refusal(401, "Unauthorized: invalid token specified")
page_not_found = Refusal(404, "Not Found")
method_not_found = Refusal(404, "Not Found: method not found")
body_not_readable = bad("can't parse the request's body")
not_utf8 = bad("strings must be encoded in UTF-8")

# Where
chat_id_empty = bad("chat_id is empty")
chat_not_found = bad("chat not found")
user_deactivated = forbidden("user is deactivated")
bot_blocked = forbidden("bot was blocked by the user")
never_started = forbidden("bot can't initiate conversation with a user")
bot_to_bot = forbidden("bots can't send messages to bots")
bot_kicked_from_group = forbidden("bot was kicked from the group chat")
bot_kicked_from_supergroup = forbidden("bot was kicked from the supergroup chat")
not_in_group = forbidden("bot is not a member of the group chat")
not_in_supergroup = forbidden("bot is not a member of the supergroup chat")
topic_not_found = bad("message thread not found")
topic_closed = bad("TOPIC_CLOSED")
not_a_forum = bad("the chat is not a forum")
no_rights_to_manage_topics = bad("not enough rights to create a topic")
topic_name_empty = bad("TOPIC_TITLE_EMPTY")
topic_id_invalid = bad("TOPIC_ID_INVALID")
topic_not_modified = bad("TOPIC_NOT_MODIFIED")


def upgraded(chat_id: int) -> Refusal:
    return bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat_id)


# What is said
text_empty = bad("message text is empty")
text_blank = bad("text must be non-empty")
text_too_long = bad("message is too long")
caption_too_long = bad("message caption is too long")
unsupported_parse_mode = bad("unsupported parse_mode")
no_document = bad("there is no document in the request")
no_photo = bad("there is no photo in the request")
no_voice = bad("there is no voice in the request")
file_id_missing = bad("file_id not specified")
file_id_unknown = bad("wrong file_id or the file is temporarily unavailable")
file_id_invalid = bad("wrong file identifier/HTTP URL specified")
file_empty = bad("file must be non-empty")
file_too_big = bad("file is too big")
upload_too_big = Refusal(413, "Request Entity Too Large")
not_a_photo = bad("IMAGE_PROCESS_FAILED")
location_invalid = bad("wrong location specified")
action_wrong = bad("wrong parameter action in request")
reply_not_object = bad("object expected as reply parameters")
reply_without_id = bad('can\'t find field "message_id"')
replied_not_found = bad("message to be replied not found")


def required(name: str) -> Refusal:
    """A parameter that must be there."""
    return bad(f'parameter "{name}" is required')


def empty(name: str) -> Refusal:
    """A number that must be there."""
    return bad(f"{name} is empty")


def photo_too_big(size: int, largest: int) -> Refusal:
    """Bytes."""
    return bad(f"file of size {size} bytes is too big for a photo; the maximum size is {largest} bytes")


def entity_incomplete(name: str) -> Refusal:
    return bad(f"can't parse MessageEntity: Can't find field \"{name}\"")


def entities(words: str) -> Refusal:
    return bad(f"can't parse entities: {words}")


# Buttons
markup_not_object = bad("object expected as reply markup")
markup_too_long = bad("reply markup is too long")
callback_data_invalid = bad("BUTTON_DATA_INVALID")
style_invalid = bad("invalid button style specified")
contact_in_group = bad("phone number can be requested in private chats only")
location_in_group = bad("location can be requested in private chats only")


def keyboard_malformed(kind: str, words: str) -> Refusal:
    """`kind`: "inline keyboard button" or "keyboard button"."""
    return bad(f"can't parse {kind}: {words}")


def not_rows(name: str) -> Refusal:
    return bad(f'field "{name}" must be of type Array')


def not_row(long_name: str) -> Refusal:
    return bad(f"{long_name} must be an Array of Arrays")


def button_text_empty(kind: str) -> Refusal:
    return bad(f"{kind} text must be non-empty")


def button_url_invalid(url: str, words: str) -> Refusal:
    return bad(f"inline keyboard button URL '{url}' is invalid: {words}")


# Messages that are there already
message_id_missing = bad("message identifier is not specified")
not_modified = bad(
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
edit_not_found = bad("message to edit not found")
cannot_edit = bad("message can't be edited")
no_text_to_edit = bad("there is no text in the message to edit")
no_caption_to_edit = bad("there is no caption in the message to edit")
inline_keyboard_expected = bad("inline keyboard expected")
delete_not_found = bad("message to delete not found")
cannot_delete = bad("message can't be deleted")
message_ids_missing = bad("message identifiers are not specified")
message_ids_not_list = bad("expected an Array of message identifiers")
too_many_message_ids = bad("too many message identifiers specified")
message_ids_invalid = bad("invalid message identifier specified")
pin_not_found = bad("message to pin not found")
unpin_not_found = bad("message to unpin not found")
no_rights_to_pin = bad("not enough rights to manage pinned messages in the chat")
copy_not_found = bad("message to copy not found")
forward_not_found = bad("message to forward not found")
cannot_forward = bad("message can't be forwarded")
cannot_copy = bad("message can't be copied")

# Taps
query_too_old = bad("query is too old and response timeout expired or query ID is invalid")
answer_too_long = bad("MESSAGE_TOO_LONG")

# Members
member_not_found = bad("user not found")
no_administrators = bad("there are no administrators in the private chat")
cannot_leave_private = bad("chat member status can't be changed in private chats")
user_id_invalid = bad("invalid user_id specified")

# What a bot tells of itself
command_not_object = bad("can't parse BotCommand: expected an Object")
commands_not_list = bad("expected an Array of BotCommand")
too_many_commands = bad("BOT_COMMANDS_TOO_MUCH")
command_invalid = bad("BOT_COMMAND_INVALID")
command_description_invalid = bad("BOT_COMMAND_DESCRIPTION_INVALID")
scope_not_json = bad("can't parse BotCommandScope JSON object")
scope_unknown = bad("can't parse BotCommandScope: Unsupported type specified")
language_invalid = bad("LANG_CODE_INVALID")
description_too_long = bad("BOT_DESCRIPTION_TOO_LONG")
no_rights_to_invite = bad("not enough rights to manage chat invite link")
menu_button_unknown = bad("can't parse menu button: MenuButton has unsupported type")


def command_incomplete(name: str) -> Refusal:
    return bad(f"can't parse BotCommand: Can't find field \"{name}\"")


def not_json(label: str) -> Refusal:
    """Any structure in a string; `label` as the real server calls it: "commands", "reply keyboard markup" …"""
    return bad(f"can't parse {label} JSON object")


# Updates
webhook_is_set = Refusal(
    409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
other_poller = Refusal(
    409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
polling_ended_by_webhook = Refusal(409, "Conflict: terminated by setWebhook request")
webhook_url_invalid = bad("invalid webhook URL specified")
webhook_not_https = bad("bad webhook: An HTTPS URL must be provided for webhook")
webhook_port = bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
secret_too_long = bad("secret token is too long")
secret_characters = bad("secret token contains unallowed characters")


# Too much
def too_many_requests(seconds: int) -> Refusal:
    """`seconds` to wait before the next try."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
