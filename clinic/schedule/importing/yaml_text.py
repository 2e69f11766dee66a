"""YAML as people write it: every value is text, and the field it stands in decides what it means.

YAML 1.1 guesses: `office: 012` would be ten, `09:30` five hundred and seventy, a language `no` false. So nothing is
guessed here but null. What turns a small file into a huge one, or hides a mistake, is refused: aliases, and a key that
stands twice.
"""

from collections.abc import Hashable
from typing import Any

import yaml
from yaml.constructor import ConstructorError
from yaml.nodes import MappingNode, Node

NULL = "tag:yaml.org,2002:null"


class BadYaml(Exception):
    """The text is no YAML that an import takes; the message says where and why."""


class _Loader(yaml.SafeLoader):
    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        if self.check_event(yaml.AliasEvent):
            parser: Any = self  # its stubs leave peek_event without types
            event = parser.peek_event()
            raise ConstructorError(None, None, f"write '*{event.anchor}' out: aliases are not used", event.start_mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key.value, str):
                raise ConstructorError(None, None, "a field's name is one word", key.start_mark)
            if key.value in seen:
                raise ConstructorError(None, None, f"'{key.value}' stands twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == NULL]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.yaml_constructors = {
    tag: construct
    for tag, construct in yaml.SafeLoader.yaml_constructors.items()
    if tag is None or tag.rpartition(":")[2] in ("null", "str", "seq", "map")
}


def load(text: str) -> Any:
    """Mappings, lists, strings and None. Raises BadYaml."""
    try:
        return yaml.load(text, _Loader)  # noqa: S506 - a safe loader, made stricter
    except yaml.MarkedYAMLError as error:
        where = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise BadYaml(f"{where}{error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise BadYaml(" ".join(str(error).split())) from error
    except (ValueError, RecursionError) as error:
        raise BadYaml("the file is nested too deeply" if isinstance(error, RecursionError) else str(error)) from error
