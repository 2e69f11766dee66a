"""Lines from a pipe or a keyboard, as they come."""

import os
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.keyboard_input import lines_of


async def read_back(chunks: Sequence[bytes]) -> list[str]:
    reading, writing = os.pipe()
    try:
        for chunk in chunks:
            os.write(writing, chunk)
        os.close(writing)
        return [line async for line in lines_of(reading)]
    finally:
        os.close(reading)


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        (b"", []),
        (b"one\ntwo\n", ["one", "two"]),
        (b"one\r\n\r\nlast without an end", ["one", "", "last without an end"]),
        (b"bad \xff byte\n", ["bad � byte"]),
        ("горло".encode()[:-1], ["горл�"]),
    ],
)
async def test_lines_are_split_and_decoded(raw: bytes, lines: list[str]) -> None:
    assert await read_back([raw]) == lines


@given(st.text(alphabet="aя😀\n", max_size=40), st.integers(1, 5))
async def test_chunks_may_end_anywhere(text: str, size: int) -> None:
    raw = text.encode()
    expected = text.split("\n")
    if not expected[-1]:
        expected.pop()
    assert await read_back([raw[at : at + size] for at in range(0, len(raw), size)]) == expected


async def test_a_line_comes_before_the_input_ends() -> None:
    reading, writing = os.pipe()
    try:
        os.write(writing, "первая\nвто".encode())
        lines = lines_of(reading)
        assert await anext(lines) == "первая"
        os.write(writing, "рая\n".encode())
        assert await anext(lines) == "вторая"
        os.close(writing)
        assert [line async for line in lines] == []
    finally:
        os.close(reading)
