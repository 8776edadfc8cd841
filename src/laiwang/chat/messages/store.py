"""Which event relates to which: one row per child, gone when the child is redacted."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, insert, select, text

from laiwang.kernel.sql import metadata

__all__ = ["ADD", "CHILDREN", "OF_PARENTS", "REMOVE", "THREAD_COUNTS", "annotated", "relations"]

relations = Table(
    "relations",
    metadata,
    Column("parent", Text, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("rel_type", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("annotation", Text),
    Index("relations_position", "position"),
    Index(
        "relations_annotation",
        "parent",
        "sender",
        "type",
        "annotation",
        unique=True,
        sqlite_where=text("annotation IS NOT NULL"),
        postgresql_where=text("annotation IS NOT NULL"),
    ),
    sqlite_with_rowid=False,
)

ADD = insert(relations)
REMOVE = delete(relations).where(relations.c.position == bindparam("position"))
annotated = select(relations.c.position).where(
    relations.c.parent == bindparam("parent"),
    relations.c.sender == bindparam("sender"),
    relations.c.type == bindparam("type"),
    relations.c.annotation == bindparam("annotation"),
)
#: children that are bundled; annotations are not (clients count them themselves)
OF_PARENTS = (
    select(relations.c.parent, relations.c.position, relations.c.rel_type, relations.c.type, relations.c.sender)
    .where(
        relations.c.parent.in_(bindparam("parents", expanding=True)),
        relations.c.rel_type.in_(("m.replace", "m.thread", "m.reference")),
    )
    .order_by(relations.c.position)
)
CHILDREN = (
    select(relations.c.position, relations.c.rel_type, relations.c.type, relations.c.sender)
    .where(relations.c.parent == bindparam("parent"))
    .order_by(relations.c.position)
)
THREAD_COUNTS = select(relations.c.sender, relations.c.position).where(
    relations.c.parent == bindparam("parent"), relations.c.rel_type == "m.thread"
)
