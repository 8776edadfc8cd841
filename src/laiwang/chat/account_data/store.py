"""What the log tells about account data beyond a single fact."""

from __future__ import annotations

from sqlalchemy import bindparam, func, select

from laiwang.kernel.tables import log, topics

__all__ = ["BODY", "COUNT", "OF_ROOM", "bounds"]

_TOPIC = select(topics.c.id).where(topics.c.name == bindparam("topic")).scalar_subquery()
_RANGE = (log.c.topic == _TOPIC, log.c.key >= bindparam("first"), log.c.key < bindparam("end"))

BODY = select(log.c.body).where(log.c.topic == _TOPIC, log.c.key == bindparam("key"), log.c.key.is_not(None))
COUNT = select(func.count()).select_from(log).where(*_RANGE)
#: facts with a prefix; neither bounded nor ordered by position, lest the database walks the whole topic in that order
OF_ROOM = select(log.c.position, log.c.kind, log.c.key, log.c.mark, log.c.body, log.c.meta).where(*_RANGE)


def bounds(prefix: str) -> dict[str, str]:
    """Parameters that stand for all keys with a prefix; it ends with a slash, and "0" is what comes after a slash."""
    return {"first": prefix, "end": prefix[:-1] + "0"}
