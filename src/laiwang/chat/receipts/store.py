"""Where one person stands in one room, read back from the log in one query."""

from __future__ import annotations

from sqlalchemy import bindparam, select, union_all

from laiwang.kernel.tables import log, topics

__all__ = ["OF_PERSON", "person_params"]


def _range(name: str) -> tuple[object, ...]:
    topic = select(topics.c.id).where(topics.c.name == bindparam(f"{name}_topic")).scalar_subquery()
    return (
        log.c.topic == topic,
        log.c.key >= bindparam(f"{name}_first"),
        log.c.key < bindparam(f"{name}_end"),
    )


#: bodies of a person's receipts in a room, public and private
OF_PERSON = union_all(
    select(log.c.body).where(*_range("public")),  # type: ignore[arg-type]
    select(log.c.body).where(*_range("own")),  # type: ignore[arg-type]
)


def person_params(public_topic: str, public_prefix: str, own_topic: str, own_prefix: str) -> dict[str, str]:
    """Parameters of OF_PERSON. Both prefixes end with a slash, and "0" is what comes after a slash."""
    return {
        "public_topic": public_topic,
        "public_first": public_prefix,
        "public_end": public_prefix[:-1] + "0",
        "own_topic": own_topic,
        "own_first": own_prefix,
        "own_end": own_prefix[:-1] + "0",
    }
