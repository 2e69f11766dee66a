"""The databases of the edge's tests, for dialogues over the local Telegram."""

from tests.bot.edge.conftest import edge_database, edge_template

__all__ = ["edge_database", "edge_template"]
