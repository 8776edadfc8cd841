"""What the server says about itself. Sources: API/versions, capabilities, wellknown, oauth_server_metadata, third_party_lookup, voip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from laiwang.edge.gate import Gate
from laiwang.edge.metrics import Metrics
from laiwang.edge.settings import SupportSettings
from laiwang.edge.siblings import Siblings
from laiwang.kernel.capability import Capability, Request, Response, Route, answer
from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import forbidden, not_found, unrecognized
from laiwang.matrix.versions import ROOM_VERSIONS

__all__ = ["Meta"]

#: every version from the first: clients look for one that they know. What each needs, and where it is: docs/matrix-versions.md
VERSIONS = tuple(f"v1.{number}" for number in range(1, 20))
UNSTABLE = {
    "org.matrix.msc3916.stable": True,
    "org.matrix.msc2285.stable": True,
    "org.matrix.msc3771": True,
    "org.matrix.msc3773": True,
    "org.matrix.e2e_cross_signing": True,
    "uk.tcpip.msc4133.stable": True,
    "org.matrix.msc4222": True,
}
LOOPBACK = ("127.0.0.1", "::1", "local")


class Meta:
    """`parked` counts the long polls that wait; `gate` knows what is under way; `siblings` are the other workers of this machine."""

    def __init__(
        self,
        kernel: Kernel,
        capabilities: Sequence[Capability],
        metrics: Metrics,
        *,
        public_url: str,
        metrics_token: str,
        support: SupportSettings,
        parked: Callable[[], int],
        gate: Gate,
        siblings: Siblings | None = None,
    ) -> None:
        self._kernel = kernel
        self._metrics = metrics
        self._public_url = public_url
        self._metrics_token = metrics_token
        self._parked = parked
        self._gate = gate
        self._support = _support(support)
        self._siblings = siblings
        self._gauges = [one.gauges for one in capabilities if one.gauges is not None]
        self._features = dict(UNSTABLE)
        self._capabilities: dict[str, Any] = {
            "m.room_versions": {
                "default": kernel.rooms.default_version,
                "available": dict.fromkeys(ROOM_VERSIONS, "stable"),
            },
        }
        for capability in capabilities:
            self._features.update(capability.unstable_features)
            self._capabilities.update(capability.client_capabilities)

    def routes(self) -> tuple[Route, ...]:
        """All of them."""
        client = "/_matrix/client"
        unstable = f"{client}/unstable/org.matrix.msc2965/auth_metadata"
        return (
            Route("GET", f"{client}/versions", self._versions, auth="none", operation="getVersions"),
            Route("GET", f"{client}/v3/capabilities", self._capabilities_, operation="getCapabilities"),
            Route("GET", "/.well-known/matrix/client", self._well_known, auth="none", operation="getWellknown"),
            Route(
                "GET", "/.well-known/matrix/support", self._show_support, auth="none", operation="getWellknownSupport"
            ),
            Route("GET", f"{client}/v1/auth_metadata", self._no_oauth, auth="none", operation="getAuthMetadata"),
            Route("GET", unstable, self._no_oauth, auth="none"),
            Route("GET", "/healthz", self._health, auth="none"),
            Route("GET", "/metrics", self._show_metrics, auth="none"),
        )

    async def _versions(self, request: Request) -> Response:
        return answer({"versions": VERSIONS, "unstable_features": self._features})

    async def _capabilities_(self, request: Request) -> Response:
        if request.caller.is_admin:
            moderation = {"m.account_moderation": {"lock": True, "suspend": True}}
            return answer({"capabilities": {**self._capabilities, **moderation}})
        return answer({"capabilities": self._capabilities})

    async def _well_known(self, request: Request) -> Response:
        return answer({"m.homeserver": {"base_url": self._public_url or request.url_base}})

    async def _show_support(self, request: Request) -> Response:
        if not self._support:
            raise not_found("Nobody is named here")
        return answer(self._support)

    async def _no_oauth(self, request: Request) -> Response:
        raise unrecognized()

    async def _health(self, request: Request) -> Response:
        writer = getattr(self._kernel.database, "writer", None)
        if writer is not None and not writer.alive:
            return answer({"status": "the database writer has stopped"}, 503)
        return answer({"status": "ok", "position": self._kernel.log.position})

    async def _show_metrics(self, request: Request) -> Response:
        given = request.header(b"authorization")
        allowed = (
            given == f"Bearer {self._metrics_token}"
            if self._metrics_token
            else request.peer in LOOPBACK and request.header(b"x-forwarded-for") is None
        )
        if not allowed:
            raise forbidden("Metrics are shown on this machine, or with the token of the setting metrics.token")
        own = await self.figures()
        whole = own if self._siblings is None else await self._siblings.metrics(own)
        return Response(whole, content_type=b"text/plain; version=0.0.4; charset=utf-8")

    async def figures(self) -> bytes:
        """Those of this process, as Prometheus reads them."""
        gauges: dict[str, tuple[str, float]] = {}
        for read in self._gauges:
            gauges |= await read()
        return self._metrics.render(self._kernel, self._gate, self._parked(), gauges)


def _support(settings: SupportSettings) -> dict[str, Any]:
    """The answer of /.well-known/matrix/support, empty when nothing is set."""
    found: dict[str, Any] = {}
    contacts = []
    for role, matrix_id, email in (
        ("m.role.admin", settings.admin_matrix_id, settings.admin_email),
        ("m.role.security", settings.security_matrix_id, settings.security_email),
    ):
        if matrix_id or email:
            contact = {"role": role, "matrix_id": matrix_id, "email_address": email}
            contacts.append({name: value for name, value in contact.items() if value})
    if contacts:
        found["contacts"] = contacts
    if settings.page:
        found["support_page"] = settings.page
    return found
