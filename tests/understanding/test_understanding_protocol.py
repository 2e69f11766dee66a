"""`frontdesk understand`: a line in, a line out, whatever the line is."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cli.understand import run


def _answers(kind: str, *lines: object) -> list[Any]:
    given_lines = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    out = io.StringIO()
    run(kind, io.StringIO("\n".join(given_lines)), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


_ASKED = {"id": "1", "text": "болит горло, завтра после пяти", "lang": "ru", "reference": "2026-11-18T10:20:00+03:00"}


def test_dates() -> None:
    assert _answers("dates", _ASKED) == [{"id": "1", "from": "2026-11-19T17:00:00+03:00", "to": "2026-11-19"}]


def test_complaints() -> None:
    (answer,) = _answers("complaints", _ASKED)
    assert answer["specialties"][0] in ("ent", "therapist")


def test_redflags() -> None:
    assert _answers("redflags", _ASKED, {**_ASKED, "id": 2, "text": "не могу дышать"}) == [
        {"id": "1", "emergency": False},
        {"id": 2, "emergency": True},
    ]


def test_a_bad_line_is_answered_and_the_rest_goes_on() -> None:
    answers = _answers(
        "dates",
        "{not json",
        "[1]",
        {"id": 3},
        {**_ASKED, "id": 4, "reference": "2026-11-18T10:20:00"},
        {**_ASKED, "id": 5, "reference": "soon"},
        {**_ASKED, "id": 6, "lang": "de"},
        {**_ASKED, "id": 7, "reference": "9999-12-31T23:59:59+00:00"},
        "",
        {**_ASKED, "id": 8},
    )
    assert [answer["id"] for answer in answers] == [None, None, 3, 4, 5, 6, 7, 8]
    assert ["error" in answer for answer in answers] == [True] * 7 + [False]


@pytest.mark.parametrize("kind", ["dates", "complaints", "redflags"])
@settings(deadline=None)  # the first call reads the data files
@given(line=st.one_of(st.text(), st.builds(lambda text: json.dumps({**_ASKED, "text": text}), st.text())))
def test_no_line_raises(kind: str, line: str) -> None:
    out = io.StringIO()
    run(kind, io.StringIO(line), out)
    for answer in out.getvalue().splitlines():
        assert "id" in json.loads(answer)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        run("weather", io.StringIO(), io.StringIO())
