"""Calls: settings, the route and the manifest."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from laiwang.chat.calls.rules import credentials
from laiwang.kernel.capability import Capability, Live, Request, Response, Route, Settings, answer
from laiwang.kernel.machine import Kernel

__all__ = ["Calls", "TurnSettings"]


class TurnSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `turn`."""

    uris: Annotated[
        tuple[Annotated[str, Meta(pattern="^turns?:")], ...],
        Meta(description="Addresses of the relay for calls, as `turn:turn.example.org:3478?transport=udp`."),
    ] = ()
    secret: Annotated[
        str, Meta(description="What the relay and this server both know (coturn: `static-auth-secret`).")
    ] = ""
    ttl_s: Annotated[
        int, Meta(ge=60, le=30 * 86_400, description="How long credentials for the relay hold, in seconds.")
    ] = 86_400


class Calls:
    """Credentials for the relay."""

    def __init__(self, kernel: Kernel, settings: TurnSettings) -> None:
        self._kernel = kernel
        self.take(settings)

    def take(self, settings: TurnSettings) -> None:
        """This relay from now on."""
        self._settings = settings

    async def relay(self, request: Request) -> Response:
        """GET /voip/turnServer: nothing where the operator has named no relay, which clients understand."""
        settings = self._settings
        if not settings.uris or not settings.secret:
            return Response()
        name, password = credentials(
            request.caller.user_id, settings.secret, now_ms=self._kernel.clock.now_ms(), ttl_s=settings.ttl_s
        )
        return answer({"username": name, "password": password, "uris": list(settings.uris), "ttl": settings.ttl_s})

    def manifest(self) -> Capability:
        """The route."""
        return Capability(
            name="calls",
            purpose="A relay for calls, with credentials that end by themselves",
            routes=(Route("GET", "/_matrix/client/v3/voip/turnServer", self.relay, operation="getTurnServer"),),
            live=(Live("turn", self.take),),
        )
