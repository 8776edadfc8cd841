"""Making the context of one look: the consistent cut, and who came and went inside the window."""

from __future__ import annotations

import msgspec

from laiwang.chat.sync.sessions import Session
from laiwang.kernel.machine import Kernel
from laiwang.kernel.members import user_topic
from laiwang.kernel.sync import SyncContext, SyncToken
from laiwang.matrix.filters import Filter

__all__ = ["look"]

_membership = msgspec.json.Decoder(dict[str, str]).decode


async def look(
    kernel: Kernel,
    session: Session,
    user_id: str,
    device_id: str | None,
    since: SyncToken | None,
    filter: Filter,
    *,
    earlier: set[str] | None = None,
) -> tuple[SyncContext, set[str]]:
    """The context of a sync from a token (None: initial) to now, and the bells that rang since the last look.

    Positions, memberships and bells are read in one step of the event loop: whatever is durable up to the cut has rung. `earlier` are
    the bells that rang between the token and the last look, None when that is not known: then everything is looked at.
    """
    memberships = await kernel.memberships.of(user_id)
    rang = session.take()
    if earlier:
        rang |= earlier
    upto = kernel.log.position
    start, ephemeral_start, is_interrupted = 0, 0, False
    if since is not None:
        start = min(since.position, upto)
        ephemeral_start, is_interrupted = kernel.hearsay.peers.place_of(since)
    context = SyncContext(
        kernel, user_id, device_id, start, upto, ephemeral_start, kernel.ephemeral.serial, since is None, memberships
    )
    context.filter = filter
    context.named = kernel.hearsay.peers.named(since)
    context.is_interrupted = is_interrupted
    context.is_calm = since is not None and since.boot != kernel.ephemeral.boot and not since.is_open
    if since is not None and (earlier is None or user_topic(user_id) in rang):
        for fact in await context.facts(user_topic(user_id)):
            place = (fact.key or "").split("/", 2)
            if len(place) > 1 and place[1].startswith("!"):
                context.touched.add(place[1])
            if fact.kind == "membership":
                value = _membership(fact.body)
                if value["membership"] == "join":
                    context.joined_since.add(value["room_id"])
                elif value["membership"] in ("leave", "ban"):
                    context.left_since.add(value["room_id"])
    return context, rang
