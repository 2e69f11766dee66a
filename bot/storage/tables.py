"""The tables of schema `bot`. The statements that use them are written in SQL beside what they are for.

What people write and read is `json`, not `jsonb`: it is never searched, and `jsonb` refuses characters that Telegram
lets through (NUL, halves of a pair), which would stop everybody's updates for the sake of one.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Identity,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSON

SCHEMA = "bot"
metadata = MetaData(
    schema=SCHEMA,
    naming_convention={
        "ix": "%(table_name)s_%(column_0_N_name)s_idx",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ck": "%(table_name)s_%(constraint_name)s_check",
        "pk": "%(table_name)s_pkey",
    },
)

updates = Table(
    "updates",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger),
    Column("received_at", DateTime(timezone=True), nullable=False, server_default=text("now()")),
    Column("payload", JSON),  # as Telegram sent it, until it has been handled
    Column("state", String(10), nullable=False),
    Column("attempts", SmallInteger, nullable=False, server_default="0"),
    Column("done_at", DateTime(timezone=True)),
    CheckConstraint("state IN ('pending', 'done', 'failed', 'unreadable', 'ignored')", name="state"),
    Index("updates_pending_idx", "bot_id", "update_id", postgresql_where=text("state = 'pending'")),
    Index("updates_received_idx", "received_at", postgresql_where=text("state <> 'pending'")),
)

chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("memory", JSON, nullable=False),
    Column("version", Integer, nullable=False),  # one more with each turn
    Column("language", String(8)),
    Column("blocked_at", DateTime(timezone=True)),
    Column("migrated_to", BigInteger),  # the supergroup that a group became
)

sends = Table(
    "sends",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("priority", SmallInteger, nullable=False),
    Column("item", JSON),  # until it has been sent
    Column("label", String(120)),
    Column("delivery_id", BigInteger, unique=True),
    Column("created_at", DateTime(timezone=True), nullable=False, server_default=text("now()")),
    Column("not_before", DateTime(timezone=True)),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("sent_at", DateTime(timezone=True)),  # or given up
    Column("message_id", BigInteger),
    Column("outcome", String(10)),
    CheckConstraint("outcome IN ('sent', 'blocked', 'refused', 'expired')", name="outcome"),
    Index("sends_due_idx", "priority", "id", postgresql_where=text("outcome IS NULL")),
    Index("sends_label_idx", "chat_id", "label", postgresql_where=text("label IS NOT NULL")),
    Index("sends_message_idx", "chat_id", "message_id", postgresql_where=text("label IS NOT NULL")),
    Index("sends_finished_idx", "sent_at", postgresql_where=text("outcome IS NOT NULL")),
)

model_calls = Table(
    "model_calls",
    metadata,
    Column("day", Date, primary_key=True),  # of the clinic's calendar
    Column("calls", Integer, nullable=False),
)

rooms = Table(
    "rooms",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("branch_id", Integer, unique=True),  # None: of all branches
    Column("queue_topic", BigInteger),
    Column("tickets_topic", BigInteger),
    Column("alerts_topic", BigInteger),
    Column("digest_id", BigInteger),
    Column("opened_at", DateTime(timezone=True), nullable=False, server_default=text("now()")),
)

manager_names = Table(
    "manager_names",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(255), nullable=False),
)

batches = Table(
    "batches",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("by", String(255), nullable=False),
    Column("application_ids", ARRAY(BigInteger), nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False, server_default=text("now()")),
)
