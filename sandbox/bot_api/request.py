"""An HTTP request as a call's parameters: query, urlencoded form, multipart form or JSON."""

from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request

from sandbox.bot_api import refusals
from sandbox.bot_api.arguments import Arguments, Upload
from sandbox.bot_api.json_text import loads
from sandbox.bot_api.refused import Refused

LARGEST_BODY = 52 * 1024 * 1024
"""Bytes: 50 MB of file and the rest of the form."""


async def read_arguments(request: Request) -> Arguments:
    """Raises Refused for a body that cannot be read. The body's values win over the query's."""
    query = dict(request.query_params) if request.url.query else {}
    if request.method == "GET":
        return Arguments(query)
    if int(request.headers.get("content-length") or 0) > LARGEST_BODY:
        raise Refused(refusals.upload_too_big)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _multipart(request, query)
    body = await request.body()
    if kind == "application/json":
        return Arguments({**query, **_json(body)})
    if kind == "application/x-www-form-urlencoded":
        return Arguments({**query, **_form(body)})
    return Arguments(query)


def _json(body: bytes) -> dict[str, Any]:
    try:
        values = loads(body) if body.strip() else {}
    except ValueError:
        raise Refused(refusals.body_not_readable) from None
    if not isinstance(values, dict):
        raise Refused(refusals.body_not_readable)
    return values


def _form(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    except ValueError:
        raise Refused(refusals.body_not_readable) from None


async def _multipart(request: Request, query: dict[str, str]) -> Arguments:
    values: dict[str, Any] = dict(query)
    uploads: dict[str, Upload] = {}
    try:
        async with request.form(max_part_size=LARGEST_BODY) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    uploads[name] = Upload(value.filename or "file", value.content_type, await value.read())
                else:
                    values[name] = value
    except Exception as error:  # Starlette answers a broken form with its own exception
        raise Refused(refusals.body_not_readable) from error
    return Arguments(values, uploads)
