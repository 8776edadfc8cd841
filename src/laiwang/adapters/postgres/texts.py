"""Texts as PostgreSQL can keep them: it has no U+0000, and ids and keys of Matrix may.

U+0000 is kept as U+0001 U+0001 and U+0001 as U+0001 U+0002. Every text has one form, and forms are in the order of the texts.
"""

from __future__ import annotations

from collections.abc import Iterable

from asyncpg import Connection

__all__ = ["all_kept", "keep_texts_whole", "kept", "whole"]


def kept(text: str) -> str:
    """A text in its form."""
    if "\0" not in text and "\1" not in text:
        return text
    return text.replace("\1", "\1\2").replace("\0", "\1\1")


def whole(form: str) -> str:
    """The text of a form."""
    if "\1" not in form:
        return form
    return form.replace("\1\1", "\0").replace("\1\2", "\1")


def all_kept(texts: Iterable[str | None]) -> list[str | None]:
    """Texts in their forms: an array is sent as it is, whatever the connection does to single texts."""
    return [None if one is None else kept(one) for one in texts]


async def keep_texts_whole(connection: Connection) -> None:
    """Makes a connection do so with every text that is no part of an array, in both directions."""
    await connection.set_type_codec("text", schema="pg_catalog", encoder=kept, decoder=whole, format="text")
