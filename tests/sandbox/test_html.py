"""Telegram's HTML: what parses, and where its entities are. Source: TDLib, MessageEntity.cpp, parse_html."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.bot_api.html import parse_html
from sandbox.bot_api.refused import Refused
from sandbox.world.text import Entity, pieces, units


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", ()),
        ("<b>x</b>", "x", (Entity("bold", 0, 1),)),
        ("<STRONG>x</strong >", "x", (Entity("bold", 0, 1),)),
        ("😀<i>я😀</i>", "😀я😀", (Entity("italic", 2, 3),)),
        ("<b>a<i>b</i></b>", "ab", (Entity("bold", 0, 2), Entity("italic", 1, 1))),
        ("a &lt;b&gt; &amp;&quot; &#1103; &#x44f; &nbsp; & &#0;", 'a <b> &" я я &nbsp; & &#0;', ()),
        ("<b></b>x", "x", ()),
        (
            '<a href="https://x.example/?a=1&amp;b=2">y</a>',
            "y",
            (Entity("text_link", 0, 1, "https://x.example/?a=1&b=2"),),
        ),
        ("<a href='clinic.example'>y</a>", "y", (Entity("text_link", 0, 1, "http://clinic.example/"),)),
        ("<a>clinic.example</a>", "clinic.example", (Entity("text_link", 0, 14, "http://clinic.example/"),)),
        ('<a href="javascript:x">y</a>', "y", ()),
        ('<a href="tg://user?id=5">y</a>', "y", (Entity("text_mention", 0, 1, user_id=5),)),
        ("<u>a</u><ins>b</ins>", "ab", (Entity("underline", 0, 1), Entity("underline", 1, 1))),
        ("<s>a</s><del>b</del>", "ab", (Entity("strikethrough", 0, 1), Entity("strikethrough", 1, 1))),
        (
            '<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>',
            "ab",
            (Entity("spoiler", 0, 1), Entity("spoiler", 1, 1)),
        ),
        ("<code>a</code>", "a", (Entity("code", 0, 1),)),
        ('<pre><code class="language-py">a</code></pre>', "a", (Entity("pre", 0, 1, language="py"),)),
        ("<pre>a</pre>", "a", (Entity("pre", 0, 1),)),
        ("<blockquote>a</blockquote>", "a", (Entity("blockquote", 0, 1),)),
        ("<blockquote expandable>a</blockquote>", "a", (Entity("expandable_blockquote", 0, 1),)),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", (Entity("custom_emoji", 0, 2, custom_emoji_id="5"),)),
        ("<b>x</>", "x", (Entity("bold", 0, 1),)),
    ],
)
def test_markup(source: str, text: str, entities: tuple[Entity, ...]) -> None:
    assert parse_html(source) == (text, entities)


@given(st.text())
def test_escaped_words_come_back(words: str) -> None:
    words = words.encode("utf-8", "replace").decode()
    assert parse_html(html.escape(words, quote=False)) == (words, ())


@given(st.lists(st.sampled_from(["<", ">", "&", "b", "/", '"', "=", " ", "a", "href", "#x", ";", "я", "😀"])))
def test_anything_parses_or_is_refused(parts: list[str]) -> None:
    try:
        text, entities = parse_html("".join(parts))
    except Refused:
        return
    assert all(0 <= entity.offset < entity.end <= units(text) for entity in entities)


@given(st.text().filter(str.isprintable), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_pieces_are_the_whole_text(text: str, spans: list[tuple[int, int]]) -> None:
    """A page that draws them one by one shows every letter once, whatever the entities."""
    entities = [Entity("bold", units(text[:begin]), units(text[begin : begin + length])) for begin, length in spans]
    assert "".join(run for run, _ in pieces(text, entities)) == text


def test_pieces_know_what_holds_for_them() -> None:
    text, entities = parse_html("a<b>b<i>c</i></b>d")
    found = [(run, [entity.type for entity in held]) for run, held in pieces(text, entities)]
    assert found == [("a", []), ("b", ["bold"]), ("c", ["bold", "italic"]), ("d", [])]
