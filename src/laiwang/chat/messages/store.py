"""Which event relates to which: one row per child, gone when the child is redacted."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Select,
    Table,
    Text,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    text,
)

from laiwang.kernel.sql import metadata, partial_index

__all__ = [
    "ADD",
    "DEPTH_MAX",
    "DESCENDANTS",
    "EDITS",
    "OF_PARENTS",
    "OF_RANGE",
    "RELATED",
    "REMOVE",
    "REMOVE_OF_PARENT",
    "THREADS",
    "annotated",
    "relations",
]

#: how many relations deep an event may stand below another and still be found from it
DEPTH_MAX = 3

#: children that are told with their parent; annotations are not (clients count them themselves). One text for the index and the
#: queries: an engine uses a partial index only where it reads the same predicate
IS_BUNDLED = "rel_type IN ('m.replace', 'm.thread', 'm.reference')"

relations = Table(
    "relations",
    metadata,
    Column("parent", Text, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    # the room of the child: a relation to an event of another room is none
    Column("room_id", Text, nullable=False),
    # the child's own id, by which its children find it
    Column("event_id", Text, nullable=False),
    Column("rel_type", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("annotation", Text),
    # where the parent stands: a page of a room's history asks for a range of these
    Column("parent_position", BigInteger, nullable=False),
    Index("relations_position", "position"),
    partial_index("relations_bundled", "room_id", "parent_position", where=IS_BUNDLED),
    partial_index(
        "relations_threads",
        "room_id",
        "parent",
        "position",
        "sender",
        where="rel_type = 'm.thread'",
    ),
    partial_index(
        "relations_annotation",
        "parent",
        "sender",
        "type",
        "annotation",
        unique=True,
        where="annotation IS NOT NULL",
    ),
    sqlite_with_rowid=False,
)

ADD = insert(relations)
REMOVE = delete(relations).where(relations.c.position == bindparam("position"))
REMOVE_OF_PARENT = delete(relations).where(relations.c.parent == bindparam("parent"))
annotated = select(relations.c.position).where(
    relations.c.parent == bindparam("parent"),
    relations.c.sender == bindparam("sender"),
    relations.c.type == bindparam("type"),
    relations.c.annotation == bindparam("annotation"),
)
_bundled = select(
    relations.c.parent, relations.c.position, relations.c.rel_type, relations.c.type, relations.c.sender
).where(
    relations.c.room_id == bindparam("room"),
    text(IS_BUNDLED),
    relations.c.sender.not_in(bindparam("ignored", expanding=True)),
)
#: bundled children of these events
OF_PARENTS = _bundled.where(relations.c.parent.in_(bindparam("parents", expanding=True))).order_by(relations.c.position)
#: bundled children of all events of the room between two positions
OF_RANGE = _bundled.where(relations.c.parent_position.between(bindparam("low"), bindparam("high"))).order_by(
    relations.c.position
)
#: everything that was sent as an edit of these events, valid or not
EDITS = select(relations.c.parent, relations.c.position).where(
    relations.c.parent.in_(bindparam("parents", expanding=True)), relations.c.rel_type == "m.replace"
)


def _related(*, by_types: bool, by_senders: bool) -> Select[tuple[str]]:
    """Those of some events of a room to which others relate as a filter asks; one child has to fit in every way."""
    found = select(relations.c.parent).where(
        relations.c.parent.in_(bindparam("parents", expanding=True)),
        relations.c.room_id == bindparam("room"),
        relations.c.position <= bindparam("seen"),
        relations.c.sender.not_in(bindparam("ignored", expanding=True)),
    )
    if by_types:
        found = found.where(relations.c.rel_type.in_(bindparam("rel_types", expanding=True)))
    if by_senders:
        found = found.where(relations.c.sender.in_(bindparam("senders", expanding=True)))
    return found.distinct()


#: by (types are asked for, senders are)
RELATED = {
    (by_types, by_senders): _related(by_types=by_types, by_senders=by_senders)
    for by_types in (False, True)
    for by_senders in (False, True)
}


def _descendants(*, recurse: bool, backwards: bool) -> Select[tuple[int]]:
    """A page of what relates to an event. With `recurse` also what relates to that, and so on; the filters hold for what is found,
    not for what leads to it."""
    columns = (relations.c.event_id, relations.c.position, relations.c.rel_type, relations.c.type)
    tree = (
        select(*columns, literal_column("1").label("depth"))
        .where(relations.c.parent == bindparam("parent"), relations.c.room_id == bindparam("room"))
        .cte("tree", recursive=recurse)
    )
    if recurse:
        tree = tree.union_all(
            select(*columns, tree.c.depth + literal_column("1"))
            .select_from(relations.join(tree, relations.c.parent == tree.c.event_id))
            .where(relations.c.room_id == bindparam("room"), tree.c.depth < literal_column(str(DEPTH_MAX)))
        )
    place = tree.c.position
    return (
        select(place)
        .where(
            place > bindparam("low"),
            place <= bindparam("high"),
            or_(bindparam("rel_type", type_=Text).is_(None), tree.c.rel_type == bindparam("rel_type")),
            or_(bindparam("type", type_=Text).is_(None), tree.c.type == bindparam("type")),
        )
        .order_by(place.desc() if backwards else place)
        .limit(bindparam("most"))
    )


#: by (recurse, backwards)
DESCENDANTS = {
    (recurse, backwards): _descendants(recurse=recurse, backwards=backwards)
    for recurse in (False, True)
    for backwards in (False, True)
}

_latest = func.max(relations.c.position)
#: roots of a room's threads by their last reply, newest first, and whether the reader has replied
THREADS = (
    select(
        relations.c.parent,
        _latest,
        func.max(case((relations.c.sender == bindparam("reader"), literal_column("1")), else_=literal_column("0"))),
    )
    .where(
        relations.c.room_id == bindparam("room"),
        # as text, so that the partial index is seen to fit
        text("rel_type = 'm.thread'"),
        relations.c.position <= bindparam("seen"),
        relations.c.sender.not_in(bindparam("ignored", expanding=True)),
    )
    .group_by(relations.c.parent)
    .having(_latest <= bindparam("high"))
    .order_by(_latest.desc())
    .limit(bindparam("most"))
)
