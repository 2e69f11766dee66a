"""Answers as bytes: pydantic writes the JSON once, and nothing parses it again on the way out."""

from fastapi import Response
from pydantic import BaseModel


def answer(model: BaseModel, status: int = 200) -> Response:
    return Response(model.model_dump_json(), status, media_type="application/json")


def answer_json(body: str, status: int = 200) -> Response:
    """An answer that is JSON already."""
    return Response(body, status, media_type="application/json")
