"""Push gateways: pushers of the kind http. Source: Push Gateway API."""

from __future__ import annotations

import orjson
import structlog

from laiwang.chat.push.badges import Badge
from laiwang.chat.push.delivery import Gone, News
from laiwang.chat.push.pushers import Pusher
from laiwang.chat.push.rules import counts_only, notification, rejected_in
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Unreachable

__all__ = ["Gateway"]

TIMEOUT_S = 20.0
ANSWER_BYTES_MAX = 65_536
#: what a gateway will not take later either
NEVER = frozenset({400, 413, 422})
log_ = structlog.get_logger(__name__)


class Gateway:
    """`delivery.Sender` for the gateway that a pusher names."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel

    async def send(self, pusher: Pusher, badge: Badge, news: News | None) -> None:
        """POST /_matrix/push/v1/notify. Raises Gone, Unreachable."""
        shown = pusher.shown
        if news is None:
            body = counts_only(shown, pusher.created_ms, *badge)
        else:
            room, event = news.room, news.known.event
            sender = room.members.get(event.sender)
            body = notification(
                shown,
                pusher.created_ms,
                event=event,
                tweaks=news.tweaks,
                unread=badge.unread,
                missed_calls=badge.missed_calls,
                user_id=pusher.key.user_id,
                sender_name=sender.display_name if sender is not None else None,
                room_name=_text(room.state_content("m.room.name").get("name")),
                room_alias=_text(room.state_content("m.room.canonical_alias").get("alias")),
            )
        reply = await self._kernel.outbound.send(
            "POST",
            shown["data"]["url"],
            headers={"Content-Type": "application/json"},
            body=orjson.dumps(body),
            timeout_s=TIMEOUT_S,
            answer_bytes_max=ANSWER_BYTES_MAX,
        )
        if reply.status in NEVER:
            log_.warning("a push gateway does not take a notification", app_id=shown["app_id"], status=reply.status)
        elif not reply.is_success:
            raise Unreachable(f"the push gateway answered {reply.status}")
        elif shown["pushkey"] in rejected_in(reply.body):
            raise Gone


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
