"""The manifest of previews."""

from __future__ import annotations

from laiwang.chat.directory import Directory
from laiwang.chat.previews.queries import Queries
from laiwang.chat.previews.routes import Routes
from laiwang.kernel.capability import Capability, Route
from laiwang.kernel.machine import Kernel

__all__ = ["Previews"]

CLIENT = "/_matrix/client/v1"
#: where clients ask which do not know that summaries are specified
UNSTABLE = "/_matrix/client/unstable/im.nheko.summary/summary/{roomIdOrAlias}"


class Previews:
    """Summaries of rooms and trees of spaces."""

    def __init__(self, kernel: Kernel, directory: Directory) -> None:
        self.queries = Queries(kernel, directory)

    def manifest(self) -> Capability:
        """Routes."""
        routes = Routes(self.queries)
        summary = f"{CLIENT}/room_summary/{{roomIdOrAlias}}"
        return Capability(
            name="previews",
            purpose="What a room shows to those who are not in it, and what is below a space",
            routes=(
                Route("GET", summary, routes.summary, auth="optional", operation="getRoomSummary"),
                Route("GET", UNSTABLE, routes.summary, auth="optional"),
                Route("GET", f"{CLIENT}/rooms/{{roomId}}/hierarchy", routes.hierarchy, operation="getSpaceHierarchy"),
            ),
            unstable_features={"org.matrix.msc3266": True, "org.matrix.msc2946": True},
        )
