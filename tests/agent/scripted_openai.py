"""An OpenAI-compatible server on loopback that answers from a script and refuses what a real one refuses."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

KEY = "test-key"
MODEL = "scripted"

Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes over the wire. `drip`: seconds between single bytes; `cut`: the connection closes before the end."""

    body: bytes
    status: int = 200
    drip: float = 0.0
    cut: bool = False
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)


Line = Reply | Callable[[Body], Reply]
"""A line of the script: a reply, or one made from the request."""


def message(content: str | None, tool_calls: Sequence[Body] = ()) -> Reply:
    """A chat completion with one message."""
    said: Body = {"role": "assistant", "content": content, "refusal": None}
    if tool_calls:
        said["tool_calls"] = list(tool_calls)
    choice = {"index": 0, "message": said, "finish_reason": "tool_calls" if tool_calls else "stop", "logprobs": None}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    completion = {"id": "c-1", "object": "chat.completion", "created": 1, "model": MODEL, "choices": [choice]}
    return Reply(json.dumps(completion | {"usage": usage}).encode())


def says(text: str) -> Reply:
    return message(text)


def calls(*tools: tuple[str, Body | str]) -> Reply:
    """Tool calls in one message; arguments given as text go out as they are, broken or not."""
    return message(
        None,
        [
            {
                "id": f"call-{name}-{n}",
                "type": "function",
                "function": {"name": name, "arguments": args if isinstance(args, str) else json.dumps(args)},
            }
            for n, (name, args) in enumerate(tools)
        ],
    )


def error(status: int, code: str) -> Reply:
    body = {"error": {"message": code, "type": "invalid_request_error", "param": None, "code": code}}
    return Reply(json.dumps(body).encode(), status)


@dataclass
class ScriptedOpenAI:
    """Line by line, one a request; the last line is repeated. `requests` are the bodies that were accepted."""

    script: Sequence[Line]
    requests: list[Body] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def reply(self, path: str, authorization: str, raw: bytes) -> Reply:
        refused = refusal(path, authorization, raw)
        if refused and authorization:  # a call without any key is none of the agent's: ports pass from test to test
            self.refusals.append(f"{refused.status} {refused.body.decode()}")
        if refused:
            return refused
        body: Body = json.loads(raw)
        line = self.script[min(len(self.requests), len(self.script) - 1)]
        self.requests.append(body)
        return line(body) if callable(line) else line


def refusal(path: str, authorization: str, raw: bytes) -> Reply | None:
    """The error that a real server would answer to this request, if any."""
    if path != "/v1/chat/completions":
        return error(404, "unknown_url")
    if authorization != f"Bearer {KEY}":
        return error(401, "invalid_api_key")
    try:
        body = json.loads(raw)
        wrong = fault(body)
    except (ValueError, KeyError, TypeError, AttributeError) as malformed:
        return error(400, f"malformed: {malformed!r}")
    if wrong:
        return error(400, wrong)
    return error(404, "model_not_found") if body["model"] != MODEL else None


def fault(body: Body) -> str | None:
    """What is wrong with the messages or the tools."""
    if not body["messages"]:
        return "messages is empty"
    pending: set[str] = set()
    for one in body["messages"]:
        if one["role"] == "tool":
            if one["tool_call_id"] not in pending:
                return "messages with role 'tool' must follow a message with 'tool_calls'"
            pending.discard(one["tool_call_id"])
        elif pending:
            return "an assistant message with 'tool_calls' must be followed by tool messages"
        if one["role"] not in {"system", "user", "assistant", "tool"}:
            return f"unknown role {one['role']}"
        if not isinstance(one.get("content"), str) and not one.get("tool_calls"):
            return "content must be a string"
        for call in one.get("tool_calls", ()):
            json.loads(call["function"]["arguments"])
            pending.add(call["id"])
    if pending:
        return "tool calls without an answer"
    return next((wrong for tool in body.get("tools", ()) if (wrong := _tool_fault(tool))), None)


def _tool_fault(tool: Body) -> str | None:
    function = tool["function"]
    if tool["type"] != "function" or not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", function["name"]):
        return "a tool must be a named function"
    return None if function["parameters"]["type"] == "object" else "parameters must be an object"


@asynccontextmanager
async def scripted(*script: Line) -> AsyncIterator[ScriptedOpenAI]:
    """A running server; it is gone when the block ends."""
    model = ScriptedOpenAI(script)
    open_now: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        open_now.add(task)
        task.add_done_callback(open_now.discard)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await _serve_one(model, reader, writer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    model.port = server.sockets[0].getsockname()[1]
    try:
        yield model
    finally:
        server.close()
        for task in open_now:
            task.cancel()
        await asyncio.gather(*open_now)
        await server.wait_closed()


async def _serve_one(model: ScriptedOpenAI, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One request a connection."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    request_line, *lines = head.strip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    raw = await reader.readexactly(int(headers.get("content-length", "0")))
    reply = model.reply(request_line.split()[1], headers.get("authorization", ""), raw)
    written = "".join(f"{name}: {value}\r\n" for name, value in reply.headers)
    writer.write(
        f"HTTP/1.1 {reply.status} Scripted\r\n{written}"
        f"Content-Length: {len(reply.body)}\r\nConnection: close\r\n\r\n".encode()
    )
    if reply.drip:
        for byte in reply.body:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(reply.drip)
    else:
        writer.write(reply.body[: len(reply.body) // 2] if reply.cut else reply.body)
    await writer.drain()
