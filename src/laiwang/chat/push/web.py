"""Web push: browsers are reached through their own push services, with nobody's relay in between.

What is sent is encrypted for the browser (RFC 8291) and signed with the server's own key (RFC 8292). The cryptography is loaded with the
first subscription.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import orjson
import structlog

from laiwang.chat.push import store
from laiwang.chat.push.badges import Badge
from laiwang.chat.push.delivery import Gone, News
from laiwang.chat.push.pushers import WEB, Pusher, PusherKey, Pushers
from laiwang.chat.push.rules import is_urgent, web_payload
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Barred, Tx, Unreachable
from laiwang.kit.refusals import bad_json, invalid_param

if TYPE_CHECKING:
    from py_vapid import Vapid02

__all__ = ["OWN_APP", "WebPush"]

#: the app id of pushers that are subscriptions of browsers
OWN_APP = "laiwang.web"
TIMEOUT_S = 20.0
#: how long a push service keeps what it cannot deliver
TTL_S = 24 * 3600
CALL_TTL_S = 60
#: a signature is good for that long, and used for half of it
SIGNED_FOR_S = 12 * 3600
SIGNED_MAX = 1000
ENDPOINT_CHARACTERS_MAX = 2048
GONE = frozenset({404, 410})
#: what a push service will not take later either
NEVER = frozenset({400, 413})
log_ = structlog.get_logger(__name__)


class WebPush:
    """`delivery.Sender` for subscriptions, and what makes them. `contact` is where a push service's operator can complain."""

    def __init__(self, kernel: Kernel, pushers: Pushers, contact: str) -> None:
        self._kernel = kernel
        self._pushers = pushers
        self._contact = contact
        self._key: Vapid02 | None = None
        self._lock = asyncio.Lock()
        self._signed: dict[str, tuple[str, int]] = {}

    # --- the server's key -----------------------------------------------------------------------------------------------

    async def public_key(self) -> str:
        """What a browser subscribes with: the public key as an uncompressed point in base64url."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        key = await self._own_key()
        return _encoded(key.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))

    async def _own_key(self) -> Vapid02:
        """The key pair: made when it is needed for the first time, and the same ever after."""
        async with self._lock:
            if self._key is None:
                from py_vapid import Vapid02

                fresh = Vapid02()
                fresh.generate_keys()

                async def work(tx: Tx) -> str:
                    await tx.execute(store.ADD_WEB_KEY, {"id": 1, "private": fresh.private_pem().decode()})
                    row = await tx.fetch_one(store.WEB_KEY)
                    assert row is not None
                    return str(row[0])

                kept = Vapid02.from_pem((await self._kernel.database.transaction(work)).encode())
                # Its own idea of how a contact looks refuses server names without a dot.
                self._key = Vapid02(kept.private_key, conf={"no-strict": True})
            return self._key

    # --- subscriptions --------------------------------------------------------------------------------------------------

    async def subscribe(self, user_id: str, device_id: str, body: Mapping[str, Any]) -> None:
        """Makes or changes a subscription; an endpoint belongs to whoever subscribed last. Raises Refused 400, 413."""
        endpoint = self._endpoint(body)
        keys, preview = body.get("keys"), body.get("preview", True)
        if not isinstance(keys, dict):
            raise bad_json("keys must be an object")
        if not isinstance(preview, bool):
            raise bad_json("preview must be true or false")
        _check_point(_decoded(keys, "p256dh"))
        if len(_decoded(keys, "auth")) != 16:
            raise invalid_param("keys.auth must have 16 bytes")
        shown = {"endpoint": endpoint, "p256dh": keys["p256dh"], "auth": keys["auth"], "preview": preview}
        await self._pushers.set(_key_of(user_id, endpoint), device_id, WEB, shown, alone=True)

    async def unsubscribe(self, user_id: str, body: Mapping[str, Any]) -> None:
        """Ends a subscription; no error when there is none. Raises Refused 400."""
        await self._pushers.drop(_key_of(user_id, self._endpoint(body)))

    async def subscriptions(self, user_id: str) -> list[dict[str, Any]]:
        """A person's subscriptions, without their secrets."""
        return [
            {"endpoint": one["endpoint"], "preview": one["preview"]} for one in await self._pushers.shown(user_id, WEB)
        ]

    def _endpoint(self, body: Mapping[str, Any]) -> str:
        endpoint = body.get("endpoint")
        if not isinstance(endpoint, str) or len(endpoint) > ENDPOINT_CHARACTERS_MAX or not endpoint.isascii():
            raise bad_json(f"endpoint must be a URL of at most {ENDPOINT_CHARACTERS_MAX} characters")
        try:
            self._kernel.outbound.check(endpoint)
        except Barred as error:
            raise invalid_param(f"endpoint cannot be called: {error}") from error
        return endpoint

    # --- sending ----------------------------------------------------------------------------------------------------------

    async def send(self, pusher: Pusher, badge: Badge, news: News | None) -> None:
        """See delivery.Sender. A badge alone is not sent: a browser has to show something for everything that it is sent."""
        if news is None:
            return
        shown, event = pusher.shown, news.known.event
        sender = news.room.members.get(event.sender)
        payload = web_payload(
            event,
            is_preview=shown["preview"],
            unread=badge.unread,
            sender_name=sender.display_name if sender is not None else None,
            room_name=news.room.state_content("m.room.name").get("name"),
        )
        reply = await self._kernel.outbound.send(
            "POST",
            shown["endpoint"],
            headers={
                "TTL": str(CALL_TTL_S if event.type == "m.call.invite" else TTL_S),
                "Urgency": "high" if is_urgent(event.type, news.tweaks) else "normal",
                "Content-Type": "application/octet-stream",
                "Content-Encoding": "aes128gcm",
                "Authorization": await self._signature(shown["endpoint"]),
            },
            body=_sealed(orjson.dumps(payload), shown),
            timeout_s=TIMEOUT_S,
        )
        if reply.status in GONE:
            raise Gone
        if reply.status in NEVER:
            log_.warning("a push service does not take a message", status=reply.status)
        elif not reply.is_success:
            raise Unreachable(f"the push service answered {reply.status}")

    async def _signature(self, endpoint: str) -> str:
        """The Authorization header for a push service. RFC 8292."""
        parts = urlsplit(endpoint)
        audience = f"{parts.scheme}://{parts.netloc}"
        now_s = self._kernel.clock.now_ms() // 1000
        found = self._signed.get(audience)
        if found is None or found[1] - now_s < SIGNED_FOR_S // 2:
            key = await self._own_key()
            expires_s = now_s + SIGNED_FOR_S
            claims = {"aud": audience, "sub": self._contact, "exp": expires_s}
            if len(self._signed) >= SIGNED_MAX:
                self._signed.clear()
            found = self._signed[audience] = (key.sign(claims)["Authorization"], expires_s)
        return found[0]


def _sealed(content: bytes, shown: Mapping[str, Any]) -> bytes:
    """Encrypted so that only the browser reads it. RFC 8291."""
    import http_ece
    from cryptography.hazmat.primitives.asymmetric import ec

    sealed: bytes = http_ece.encrypt(
        content,
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=_decoded(shown, "p256dh"),
        auth_secret=_decoded(shown, "auth"),
        version="aes128gcm",
    )
    return sealed


def _key_of(user_id: str, endpoint: str) -> PusherKey:
    return PusherKey(user_id, OWN_APP, hashlib.sha256(endpoint.encode()).hexdigest())


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decoded(keys: Mapping[str, Any], name: str) -> bytes:
    value = keys.get(name)
    if not isinstance(value, str) or len(value) > 200:
        raise bad_json(f"keys.{name} must be a string in base64url")
    try:
        return base64.b64decode(value.rstrip("=") + "=" * (-len(value.rstrip("=")) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise invalid_param(f"keys.{name} is not base64url") from error


def _check_point(point: bytes) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec

    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError as error:
        raise invalid_param("keys.p256dh is not a public key on P-256") from error
