"""What of an event is searched, read from its bytes: decoding the whole event costs three times as much."""

from __future__ import annotations

from typing import Any

import msgspec

from laiwang.chat.search.model import KEYS
from laiwang.kernel.ports import Fact
from laiwang.kit.folding import fold

__all__ = ["Parsed", "edited_line_of", "line_of", "parse"]

NAME, TOPIC = KEYS["content.name"], KEYS["content.topic"]


class _Content(msgspec.Struct):
    body: Any = None
    name: Any = None
    topic: Any = None
    url: Any = None
    redacts: Any = None
    relates_to: Any = msgspec.field(name="m.relates_to", default=None)
    new_content: Any = msgspec.field(name="m.new_content", default=None)


class Parsed(msgspec.Struct):
    """As much of an event as search asks for."""

    type: str
    event_id: str
    sender: str
    origin_server_ts: int
    content: _Content
    state_key: str | None = None
    redacts: Any = None

    @property
    def edits(self) -> str | None:
        """Id of the event that this one is an edit of."""
        relation = self.content.relates_to
        if isinstance(relation, dict) and relation.get("rel_type") == "m.replace" and self.state_key is None:
            target = relation.get("event_id")
            return target if isinstance(target, str) else None
        return None

    @property
    def has_url(self) -> bool:
        """Whether it is about a file."""
        return self.content.url is not None

    @property
    def redacted(self) -> str | None:
        """Id of the event that this one redacts."""
        if self.type != "m.room.redaction":
            return None
        target = self.redacts or self.content.redacts
        return target if isinstance(target, str) else None


_decode = msgspec.json.Decoder(Parsed).decode


def parse(fact: Fact) -> Parsed:
    """The event of a fact."""
    return _decode(fact.body)


def line_of(event: Parsed) -> str | None:
    """The line of an event that is not an edit, None when there is nothing to find in it (a redacted event, an encrypted one)."""
    content = event.content
    if event.type == "m.room.message" and event.state_key is None:
        return _line("", _without_quote(content.body, content.relates_to))
    if event.state_key == "":
        if event.type == "m.room.name":
            return _line(NAME, content.name)
        if event.type == "m.room.topic":
            return _line(TOPIC, content.topic)
    return None


def edited_line_of(edit: Parsed) -> str | None:
    """The line that a valid edit gives to the event that it edits."""
    new = edit.content.new_content
    return _line("", new.get("body") if isinstance(new, dict) and edit.type == "m.room.message" else None)


def _line(tag: str, value: object) -> str | None:
    folded = fold(value) if isinstance(value, str) else ""
    return tag + folded if folded else None


def _without_quote(body: object, relation: object) -> object:
    """The body without the quotation that older clients put before a reply: whoever is quoted said it, not the sender."""
    if not isinstance(body, str) or not body.startswith("> "):
        return body
    if not isinstance(relation, dict) or "m.in_reply_to" not in relation:
        return body
    lines = body.split("\n")
    count = next((number for number, line in enumerate(lines) if not line.startswith("> ")), len(lines))
    return "\n".join(lines[count:])
