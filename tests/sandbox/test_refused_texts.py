"""Texts and files that Telegram does not take. Sources: Client.cpp of the real server; TDLib."""

import asyncio
import json

import httpx
import pytest

from sandbox.client import Person
from tests.sandbox.refusing import bad
from tests.sandbox.running import TOKEN, Sandbox


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "message text is empty"), (" \n ", "text must be non-empty"), ("a" * 4097, "message is too long")],
)
async def test_text_of_a_wrong_length(sandbox: Sandbox, anna: Person, text: str, words: str) -> None:
    """Client.cpp, get_input_message_text; TDLib MessageEntity.cpp, get_formatted_text; InputMessageText.cpp."""
    assert await sandbox.call("sendMessage", chat_id=anna.id, text=text) == bad(words)


async def test_length_counts_in_utf_16_after_parsing(sandbox: Sandbox, anna: Person) -> None:
    """The manual: 1-4096 characters after entities parsing; letters outside of the basic plane count twice."""
    assert (await sandbox.call("sendMessage", chat_id=anna.id, text="😀" * 2048))["ok"]
    assert await sandbox.call("sendMessage", chat_id=anna.id, text="😀" * 2048 + "a") == bad("message is too long")
    marked = "<b>" + "a" * 4096 + "</b>"
    assert (await sandbox.call("sendMessage", chat_id=anna.id, text=marked, parse_mode="HTML"))["ok"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a <b>bold", 'Can\'t find end tag corresponding to start tag "b"'),
        ("да <foo>", 'Unsupported start tag "foo" at byte offset 5'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a =x>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<span class="bold">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
async def test_html_that_does_not_parse(sandbox: Sandbox, anna: Person, text: str, words: str) -> None:
    """TDLib, MessageEntity.cpp, parse_html; Client.cpp, get_formatted_text."""
    answer = await sandbox.call("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    assert answer == bad(f"can't parse entities: {words}")


async def test_unknown_parse_mode(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, get_formatted_text."""
    answer = await sandbox.call("sendMessage", chat_id=anna.id, text="x", parse_mode="BBCode")
    assert answer == bad("unsupported parse_mode")


async def test_reply_to_nothing(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, check_reply_parameters."""
    parameters = {"message_id": 1}
    answer = await sandbox.call("sendMessage", chat_id=anna.id, text="x", reply_parameters=parameters)
    assert answer == bad("message to be replied not found")
    assert await sandbox.call("sendMessage", chat_id=anna.id, text="x", reply_parameters="[]") == bad(
        "object expected as reply parameters"
    )
    assert await sandbox.call("sendMessage", chat_id=anna.id, text="x", reply_parameters={"chat_id": 1}) == bad(
        'can\'t find field "message_id"'
    )
    lenient = parameters | {"allow_sending_without_reply": True}
    assert (await sandbox.call("sendMessage", chat_id=anna.id, text="x", reply_parameters=lenient))["ok"]


async def test_wrong_chat_action(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, process_send_chat_action_query."""
    answer = await sandbox.call("sendChatAction", chat_id=anna.id, action="thinking")
    assert answer == bad("wrong parameter action in request")


async def test_places_and_contacts(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, get_location, process_send_contact_query, get_required_string_arg; TDLib, Location.cpp."""
    answer = await sandbox.call("sendLocation", chat_id=anna.id, latitude=91, longitude=0)
    assert answer == bad("wrong location specified")
    answer = await sandbox.call("sendLocation", chat_id=anna.id, latitude=9)
    assert answer == bad("longitude is empty")
    answer = await sandbox.call("sendContact", chat_id=anna.id, first_name="x")
    assert answer == bad('parameter "phone_number" is required')


async def test_strings_that_utf_8_has_not(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp and TDLib, clean_input_string: half a surrogate pair is refused."""
    headers, body = {"Content-Type": "application/json"}, rb'{"chat_id": 1, "text": "\ud800"}'
    response = await sandbox.http.post(f"/bot{TOKEN}/sendMessage", content=body, headers=headers)
    assert response.json()["description"] == "Bad Request: strings must be encoded in UTF-8"
    entities = [{"type": "bold", "offset": 0}]
    answer = await sandbox.call("sendMessage", chat_id=anna.id, text="x", entities=entities)
    assert answer == bad("can't parse MessageEntity: Can't find field \"length\"")


async def upload(sandbox: Sandbox, method: str, name: str, content: bytes, **fields: object) -> dict[str, object]:
    data = {key: value if isinstance(value, str) else json.dumps(value) for key, value in fields.items()}
    response = await sandbox.http.post(f"/bot{TOKEN}/{method}", data=data, files={name: ("a.bin", content)})
    return {**response.json(), "status": response.status_code}


async def test_files(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, process_send_document_query, process_get_file_query; TDLib FileManager.cpp; Telegram's servers."""
    chat_id = anna.id
    assert await sandbox.call("sendDocument", chat_id=chat_id) == bad("there is no document in the request")
    assert await sandbox.call("sendPhoto", chat_id=chat_id) == bad("there is no photo in the request")
    assert await upload(sandbox, "sendDocument", "document", b"", chat_id=chat_id) == bad("file must be non-empty")
    assert await upload(sandbox, "sendPhoto", "photo", b"text", chat_id=chat_id) == bad("IMAGE_PROCESS_FAILED")
    answer = await sandbox.call("sendDocument", chat_id=chat_id, document="no-such-id")
    assert answer == bad("wrong file identifier/HTTP URL specified")
    answer = await upload(sandbox, "sendDocument", "document", b"x", chat_id=chat_id, caption="a" * 1025)
    assert answer == bad("message caption is too long")
    assert await sandbox.call("sendVoice", chat_id=chat_id) == bad("there is no voice in the request")
    answer = await upload(sandbox, "sendPhoto", "photo", b"x" * (10 * 1024 * 1024 + 1), chat_id=chat_id)
    words = "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes"
    assert answer == bad(words)
    answer = await sandbox.call("getFile", file_id="x")
    assert answer == bad("wrong file_id or the file is temporarily unavailable")
    assert await sandbox.call("getFile") == bad("file_id not specified")


async def test_file_too_big_to_fetch(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, do_get_file: MAX_DOWNLOAD_FILE_SIZE."""
    file = sandbox.world.add_file(b"x" * (20 * 1024 * 1024 + 1), "big.bin", None)
    assert await sandbox.call("getFile", file_id=file.id) == bad("file is too big")


async def test_request_too_large(sandbox: Sandbox) -> None:
    """The manual: bots send files of up to 50 MB. The server answers without reading on."""
    url = httpx.URL(sandbox.url)
    reader, writer = await asyncio.open_connection(url.host, url.port)
    head = f"POST /bot{TOKEN}/sendDocument HTTP/1.1\r\nHost: {url.host}\r\nContent-Length: {60 * 1024 * 1024}\r\n\r\n"
    writer.write(head.encode())
    assert (await reader.readline()).startswith(b"HTTP/1.1 413")
    writer.close()


async def test_an_answer_to_no_message(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, get_reply_parameters: the field is required."""
    answer = await sandbox.call("sendMessage", chat_id=anna.id, text="Yes", reply_parameters={"quote": "Hello"})
    assert answer == bad('can\'t find field "message_id"')


async def test_a_body_larger_than_any_file_may_be(sandbox: Sandbox) -> None:
    """Said by the HTTP side of Telegram's server before it reads the body; the words are those that bots report."""
    address = httpx.URL(sandbox.url)
    reader, writer = await asyncio.open_connection(address.host, address.port)
    head = f"POST /bot{TOKEN}/sendDocument HTTP/1.1\r\nHost: {address.host}\r\nContent-Length: 60000000\r\n\r\n"
    writer.write(head.encode())
    answer = await reader.readuntil(b"}")
    writer.close()
    await writer.wait_closed()
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"Request Entity Too Large" in answer
