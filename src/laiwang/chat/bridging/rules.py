"""What a transaction looks like. Pure. Source: AS "Pushing events"; MSC2409 for the name that bridges still read."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["transaction_body"]


def transaction_body(events: Sequence[bytes], ephemeral: Sequence[bytes] | None) -> bytes:
    """The body. `ephemeral` is None for a service that does not want any."""
    body = b'{"events":[%b]' % b",".join(events)
    if ephemeral is not None:
        joined = b",".join(ephemeral)
        body += b',"ephemeral":[%b],"de.sorunome.msc2409.ephemeral":[%b]' % (joined, joined)
    return body + b"}"
