"""What a transaction looks like. Pure. Source: AS "Pushing events"; MSC2409 for the name that bridges still read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["transaction_body"]


def transaction_body(
    events: Sequence[bytes], ephemeral: Sequence[bytes] | None, parts: Mapping[str, bytes] | None = None
) -> bytes:
    """The body. `ephemeral` is None for a service that does not want any; `parts` are further members by name."""
    body = b'{"events":[%b]' % b",".join(events)
    if ephemeral is not None:
        joined = b",".join(ephemeral)
        body += b',"ephemeral":[%b],"de.sorunome.msc2409.ephemeral":[%b]' % (joined, joined)
    for name, value in (parts or {}).items():
        body += b',"%b":%b' % (name.encode(), value)
    return body + b"}"
