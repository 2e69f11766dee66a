"""What a patient is asked, heard from the words of a message."""

import re
from functools import cache
from importlib.resources import files
from typing import get_args

import yaml

from evaluation.task import Language, Topic

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


def asked(text: str, language: Language) -> tuple[Topic, ...]:
    """The topics of the questions in it, in the order in which they are asked for; () if nothing is asked."""
    sentences = _SENTENCE.findall(text)
    questions = " ".join(one for one in sentences if one.rstrip().endswith("?") or _asks_to_write(one, language))
    return tuple(topic for topic, pattern in _patterns(language) if pattern.search(questions))


def _asks_to_write(sentence: str, language: Language) -> bool:
    word = "напишите|выберите|назовите|скажите" if language == "ru" else "write|tell me|choose"
    return re.search(rf"\b(?:{word})\b", sentence, re.IGNORECASE) is not None


@cache
def _patterns(language: Language) -> tuple[tuple[Topic, re.Pattern[str]], ...]:
    source = yaml.safe_load(files("evaluation").joinpath("hearing.yaml").read_text(encoding="utf-8"))[language]
    topics = {topic: source[topic] for topic in source if topic in get_args(Topic)}
    return tuple((topic, re.compile("|".join(patterns), re.IGNORECASE)) for topic, patterns in topics.items())
