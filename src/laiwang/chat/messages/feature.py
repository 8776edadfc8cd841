"""The manifest of messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from laiwang.chat.messages.actions import Actions, relation_removals, relation_rows
from laiwang.chat.messages.bundles import Bundler
from laiwang.chat.messages.queries import Queries
from laiwang.chat.messages.relations import Relations
from laiwang.chat.messages.routes import Routes
from laiwang.kernel.capability import Capability, Route
from laiwang.kernel.machine import Kernel

__all__ = ["Messages"]

ROOM = "/_matrix/client/v3/rooms/{roomId}"
ROOM_V1 = "/_matrix/client/v1/rooms/{roomId}"


class Messages:
    """Sending and reading. `check_limit(user_id)` may refuse with 429; `ignored_by(user_id)` gives whom a reader ignores."""

    def __init__(
        self,
        kernel: Kernel,
        *,
        check_limit: Callable[[str], None],
        ignored_by: Callable[[str], Awaitable[frozenset[str]]],
    ) -> None:
        self.actions = Actions(kernel, check_limit)
        self.bundler = Bundler(kernel, ignored_by)
        self.queries = Queries(kernel, self.bundler, ignored_by)
        self.relations = Relations(kernel, self.queries)
        self.relation_removals = relation_removals

    def manifest(self) -> Capability:
        """Routes, rows and bundles."""
        routes = Routes(self.actions, self.queries, self.relations)
        relating = f"{ROOM_V1}/relations/{{eventId}}"
        return Capability(
            name="messages",
            purpose="Sending, redacting and reading events, and what relates to what",
            routes=(
                Route("PUT", f"{ROOM}/send/{{eventType}}/{{txnId}}", routes.send, operation="sendMessage"),
                Route("PUT", f"{ROOM}/redact/{{eventId}}/{{txnId}}", routes.redact, operation="redactEvent"),
                Route("GET", f"{ROOM}/event/{{eventId}}", routes.event, operation="getOneRoomEvent"),
                Route("GET", f"{ROOM}/messages", routes.messages, operation="getRoomEvents"),
                Route("GET", f"{ROOM}/context/{{eventId}}", routes.context, operation="getEventContext"),
                Route("GET", relating, routes.relations, operation="getRelatingEvents"),
                Route("GET", f"{relating}/{{relType}}", routes.relations, operation="getRelatingEventsWithRelType"),
                Route(
                    "GET",
                    f"{relating}/{{relType}}/{{eventType}}",
                    routes.relations,
                    operation="getRelatingEventsWithRelTypeAndEventType",
                ),
                Route("GET", f"{ROOM_V1}/threads", routes.threads, operation="getThreadRoots"),
                Route("GET", f"{ROOM_V1}/timestamp_to_event", routes.at_time, operation="getEventByTimestamp"),
            ),
            event_rows=relation_rows,
            bundles=self.bundler.bundles,
        )
