"""Where to fetch a file."""

from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.call import Call
from sandbox.bot_api.refused import Refused

LARGEST_DOWNLOAD = 20 * 1024 * 1024
"""Bytes."""


def get_file(call: Call) -> Any:
    number = call.arguments.text("file_id")
    if not number:
        raise Refused(refusals.file_id_missing)
    if (file := call.world.files.get(number)) is None:
        raise Refused(refusals.file_id_unknown)
    if file.size > LARGEST_DOWNLOAD:
        raise Refused(refusals.file_too_big)
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size, "file_path": file.path}


METHODS = {"getfile": get_file}
