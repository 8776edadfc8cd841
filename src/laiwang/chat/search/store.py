"""The index: blocks of lines by room. Grams and texts are apart, because a search reads the grams of many blocks and the text of few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Column,
    Index,
    Integer,
    LargeBinary,
    Table,
    bindparam,
    delete,
    select,
    text,
)

from laiwang.kernel.ports import Write
from laiwang.kernel.sql import metadata, partial_index, upsert
from laiwang.kernel.tables import event_ids, topics

__all__ = [
    "AT_ONCE",
    "BLOCKS_BETWEEN",
    "BLOCKS_OF_ROOMS",
    "BLOCK_OF",
    "DROP_BLOCK",
    "DROP_EDIT",
    "DROP_TEXT",
    "EDITED_BY",
    "FORGET",
    "GRAMS",
    "OPEN_BLOCKS",
    "POSITIONS",
    "ROOMS",
    "SAVE_BLOCK",
    "SAVE_EDIT",
    "SAVE_TEXT",
    "TEXTS",
    "some",
]

#: how many keys the statements with a list of them take at once; shorter lists are filled up, so that the text stays the same
AT_ONCE = 128

_key = BigInteger().with_variant(Integer, "sqlite")
blocks = Table(
    "search_blocks",
    metadata,
    Column("position", _key, primary_key=True, autoincrement=False),
    #: id of the room's topic
    Column("room", Integer, nullable=False),
    #: position of its last entry
    Column("last", BigInteger, nullable=False),
    #: how many entries, and how many bytes of text
    Column("size", Integer, nullable=False),
    Column("text_bytes", Integer, nullable=False),
    Column("is_sealed", Integer, nullable=False),
    #: empty when the block is too small for them to be worth it
    Column("grams", LargeBinary, nullable=False),
    Index("search_blocks_room", "room", "last", "position"),
    Index("search_blocks_place", "room", "position"),
    partial_index(
        "search_blocks_open",
        "room",
        "position",
        where="is_sealed = 0",
    ),
)
texts = Table(
    "search_texts",
    metadata,
    Column("position", _key, primary_key=True, autoincrement=False),
    Column("positions", LargeBinary, nullable=False),
    Column("text", LargeBinary, nullable=False),
)
#: whose text the index has from an edit: the way back from an edit that is redacted
edits = Table(
    "search_edits",
    metadata,
    Column("source", _key, primary_key=True, autoincrement=False),
    Column("original", BigInteger, nullable=False),
    Index("search_edits_original", "original"),
)

_some: list[BindParameter[Any]] = [bindparam(f"k{number}") for number in range(AT_ONCE)]


def some(keys: Sequence[Any]) -> Mapping[str, Any]:
    """The parameters of up to AT_ONCE keys."""
    filled = [*keys, *[keys[-1]] * (AT_ONCE - len(keys))]
    return {f"k{number}": key for number, key in enumerate(filled)}


#: ids of rooms by the names of their topics
ROOMS = select(topics.c.name, topics.c.id).where(topics.c.name.in_(_some))
POSITIONS = select(event_ids.c.event_id, event_ids.c.position).where(event_ids.c.event_id.in_(_some))
EDITED_BY = select(edits.c.original).where(edits.c.source.in_(_some))
OPEN_BLOCKS = (
    select(blocks.c.room, blocks.c.position, blocks.c.size, blocks.c.text_bytes)
    .where(blocks.c.room.in_(_some), text("is_sealed = 0"))
    .order_by(blocks.c.position)
)
BLOCK_OF = (
    select(blocks.c.position, blocks.c.is_sealed)
    .where(blocks.c.room == bindparam("room"), blocks.c.position <= bindparam("at"))
    .order_by(blocks.c.position.desc())
    .limit(1)
)
#: blocks of some rooms that begin before a position, the latest first
BLOCKS_OF_ROOMS = (
    select(blocks.c.last, blocks.c.position)
    .where(blocks.c.room.in_(_some), blocks.c.position < bindparam("below"))
    .order_by(blocks.c.last.desc())
    .limit(bindparam("most"))
)
#: the next blocks of a room that begin after one position and before another
BLOCKS_BETWEEN = (
    select(blocks.c.position)
    .where(
        blocks.c.room == bindparam("room"),
        blocks.c.position > bindparam("after"),
        blocks.c.position < bindparam("before"),
    )
    .order_by(blocks.c.position)
    .limit(bindparam("most"))
)
GRAMS = select(blocks.c.position, blocks.c.grams).where(blocks.c.position.in_(_some))
TEXTS = select(texts.c.position, texts.c.positions, texts.c.text).where(texts.c.position.in_(_some))

SAVE_BLOCK = upsert(blocks, ["position"])
SAVE_TEXT = upsert(texts, ["position"])
DROP_BLOCK = delete(blocks).where(blocks.c.position == bindparam("at"))
DROP_TEXT = delete(texts).where(texts.c.position == bindparam("at"))
SAVE_EDIT = upsert(edits, ["source"])
DROP_EDIT = delete(edits).where(edits.c.original == bindparam("of"))
FORGET = (Write(delete(blocks), {}), Write(delete(texts), {}), Write(delete(edits), {}))
