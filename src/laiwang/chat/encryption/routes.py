"""HTTP of encryption and of messages between devices."""

from __future__ import annotations

from collections.abc import Sequence

from laiwang.chat.encryption import rules
from laiwang.chat.encryption.cross_signing import CrossSigning
from laiwang.chat.encryption.keys import Keys
from laiwang.chat.encryption.queries import KeyQueries
from laiwang.chat.encryption.sharing import Sharing
from laiwang.chat.encryption.to_device import ToDevice
from laiwang.kernel.capability import Request, Response, Route, answer
from laiwang.kernel.machine import Kernel
from laiwang.kernel.sync import parse_token
from laiwang.kit.refusals import invalid_param, missing_param

__all__ = ["EncryptionRoutes"]

_KEYS = "/_matrix/client/v3/keys"


class EncryptionRoutes:
    """Thin: a request becomes a call."""

    def __init__(
        self,
        kernel: Kernel,
        keys: Keys,
        queries: KeyQueries,
        cross_signing: CrossSigning,
        to_device: ToDevice,
        sharing: Sharing,
    ) -> None:
        self._kernel = kernel
        self._keys = keys
        self._queries = queries
        self._cross_signing = cross_signing
        self._to_device = to_device
        self._sharing = sharing

    def routes(self) -> Sequence[Route]:
        """All routes of the capability."""
        return (
            Route("POST", f"{_KEYS}/upload", self.upload, operation="uploadKeys"),
            Route("POST", f"{_KEYS}/query", self.query, operation="queryKeys"),
            Route("POST", f"{_KEYS}/claim", self.claim, operation="claimKeys"),
            Route("GET", f"{_KEYS}/changes", self.changes, operation="getKeysChanges"),
            Route(
                "POST",
                f"{_KEYS}/device_signing/upload",
                self.upload_cross_signing_keys,
                operation="uploadCrossSigningKeys",
            ),
            Route(
                "POST",
                f"{_KEYS}/signatures/upload",
                self.upload_signatures,
                operation="uploadCrossSigningSignatures",
            ),
            Route(
                "PUT",
                "/_matrix/client/v3/sendToDevice/{eventType}/{txnId}",
                self.send_to_device,
                operation="sendToDevice",
                body_bytes_max=8 << 20,
            ),
        )

    async def upload(self, request: Request) -> Response:
        """POST /keys/upload."""
        return answer({"one_time_key_counts": await self._keys.upload(request.caller, request.json_object())})

    async def query(self, request: Request) -> Response:
        """POST /keys/query."""
        wanted = rules.object_at(request.json_object(), "device_keys", required=True)
        return answer(await self._queries.keys_of(request.caller.user_id, wanted))

    async def claim(self, request: Request) -> Response:
        """POST /keys/claim."""
        wanted = rules.object_at(request.json_object(), "one_time_keys", required=True)
        return answer({"failures": {}, "one_time_keys": await self._keys.claim(wanted)})

    async def changes(self, request: Request) -> Response:
        """GET /keys/changes."""
        places = []
        for name in ("from", "to"):
            token = request.arg(name)
            if token is None:
                raise missing_param(name)
            places.append(parse_token(token).position)
        since, upto = places[0], min(places[1], self._kernel.log.position)
        if since > places[1]:
            raise invalid_param("from is later than to")
        user_id = request.caller.user_id
        memberships = await self._kernel.memberships.of(user_id)
        moved = {
            room_id: one.membership == "join"
            for room_id, one in memberships.items()
            if one.position > since and one.membership in ("join", "leave", "ban")
        }
        changes = await self._sharing.changes(
            user_id,
            since,
            upto,
            memberships,
            [room_id for room_id, joined in moved.items() if joined],
            [room_id for room_id, joined in moved.items() if not joined],
        )
        return answer({"changed": sorted(changes.changed), "left": sorted(changes.left)})

    async def upload_cross_signing_keys(self, request: Request) -> Response:
        """POST /keys/device_signing/upload."""
        await self._cross_signing.upload_keys(request, request.json_object())
        return answer({})

    async def upload_signatures(self, request: Request) -> Response:
        """POST /keys/signatures/upload."""
        failures = await self._cross_signing.upload_signatures(request.caller.user_id, request.json_object())
        return answer({"failures": failures})

    async def send_to_device(self, request: Request) -> Response:
        """PUT /sendToDevice/{eventType}/{txnId}."""
        params = request.params
        await self._to_device.send(request.caller, params["eventType"], params["txnId"], request.json_object())
        return answer({})
