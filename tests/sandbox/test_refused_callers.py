"""Who may call what. Sources: github.com/tdlib/telegram-bot-api."""

import pytest

from sandbox.client import Person
from tests.sandbox.refusing import bad, refusal
from tests.sandbox.running import TOKEN, Sandbox


async def test_unknown_token(sandbox: Sandbox) -> None:
    """Client.cpp, get_closing_error."""
    assert await sandbox.call("getMe", token="7000000001:another-secret") == refusal(401, "Unauthorized")


@pytest.mark.parametrize("token", ["nonsense", "0123:secret", "12:" + "x" * 80, ":secret", "123:"])
async def test_malformed_token(sandbox: Sandbox, token: str) -> None:
    """ClientManager.cpp, send."""
    assert await sandbox.call("getMe", token=token) == refusal(401, "Unauthorized: invalid token specified")


async def test_unknown_method(sandbox: Sandbox) -> None:
    """Client.cpp, on_cmd."""
    assert await sandbox.call("sendEverything") == refusal(404, "Not Found: method not found")


async def test_unknown_file(sandbox: Sandbox) -> None:
    response = await sandbox.http.get(f"/file/bot{TOKEN}/documents/file_0.pdf")
    assert (response.status_code, response.json()["description"]) == (404, "Not Found")
    assert (await sandbox.http.get("/file/bot1:x/documents/file_0.pdf")).status_code == 401


@pytest.mark.parametrize("body", [b"{", b"[1]", b"\xff\xfe", b'"text"'])
async def test_body_that_is_no_object(sandbox: Sandbox, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    response = await sandbox.http.post(f"/bot{TOKEN}/sendMessage", content=body, headers=headers)
    words = "Bad Request: can't parse the request's body"
    assert (response.status_code, response.json()["description"]) == (400, words)


async def test_names_of_methods_in_any_case_and_parameters_in_any_form(sandbox: Sandbox, anna: Person) -> None:
    """Client.cpp, init_methods; HttpReader of TDLib: query, urlencoded and multipart forms, JSON."""
    query = await sandbox.http.get(f"/bot{TOKEN}/SENDMESSAGE", params={"chat_id": anna.id, "text": "by query"})
    form = await sandbox.http.post(f"/bot{TOKEN}/sendMessage", data={"chat_id": str(anna.id), "text": "by form"})
    parts = {"chat_id": (None, str(anna.id)), "text": (None, "by parts")}
    multipart = await sandbox.http.post(f"/bot{TOKEN}/sendmessage", files=parts)
    texts = [response.json()["result"]["text"] for response in (query, form, multipart)]
    assert texts == ["by query", "by form", "by parts"]


async def test_broken_multipart(sandbox: Sandbox) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    response = await sandbox.http.post(f"/bot{TOKEN}/sendMessage", content=b"--y\r\nnothing", headers=headers)
    assert response.json()["error_code"] == 400


async def test_the_others_are_asked_from_this_machine_only(sandbox: Sandbox) -> None:
    for name, value in (("Host", "evil.example"), ("Origin", "https://evil.example"), ("Origin", "null")):
        assert (await sandbox.http.get("/sandbox/users", headers={name: value})).status_code == 403
    assert (await sandbox.http.get("/sandbox/users", headers={"Origin": sandbox.url})).status_code == 200
    assert (await sandbox.http.get("/sandbox/users")).status_code == 200


async def test_unknown_chat(sandbox: Sandbox) -> None:
    """Client.cpp, check_chat."""
    assert await sandbox.call("sendMessage", chat_id=404, text="x") == bad("chat not found")
    assert await sandbox.call("sendMessage", chat_id="@nobody", text="x") == bad("chat not found")
    assert await sandbox.call("sendMessage", chat_id="me", text="x") == bad("chat not found")
    assert await sandbox.call("sendMessage", text="x") == bad("chat_id is empty")
