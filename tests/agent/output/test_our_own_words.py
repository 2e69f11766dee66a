"""What the locale files let the offline model say passes the check itself."""

import re
from pathlib import Path

import pytest

import agent
from agent.misbehaviour import RefusedText
from agent.output_check import check
from tests.agent.output.sets import Language

_MESSAGE = re.compile(r"^(?:[a-z][\w-]*|\s+\.[\w-]+|\s+\*?\[[^\]]+\]) ?=? ?(.+)$", re.MULTILINE)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_text_of_the_locale_may_be_said(language: Language) -> None:
    source = (Path(agent.__file__).parent / "locales" / language / "agent.ftl").read_text(encoding="utf-8")
    texts = [re.sub(r"\{[^{}]*\}?|[{}]", " ", text).strip() for text in _MESSAGE.findall(source)]

    assert len(texts) > 50
    assert [(text, rule) for text in texts if re.search(r"[^\W\d_]", text) and (rule := _refused(text, language))] == []


def _refused(text: str, language: Language) -> str | None:
    try:
        check(text, language, appointments_read=True)
    except RefusedText as refused:
        return str(refused)
    return None
