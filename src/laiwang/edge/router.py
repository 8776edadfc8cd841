"""Routes by the raw path: matched segment by segment, captures decoded once and not normalised.

A path that is decoded before it is matched breaks ids, aliases and event types with %2F in them, which Matrix clients send
(docs/adr/0003).
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

from laiwang.kernel.capability import Route
from laiwang.kit.refusals import invalid_param, unrecognized

__all__ = ["Router"]


class _Node:
    __slots__ = ("capture", "children", "routes")

    def __init__(self) -> None:
        self.children: dict[bytes, _Node] = {}
        self.capture: _Node | None = None
        #: method → (route, names of the captures on the way)
        self.routes: dict[str, tuple[Route, tuple[str, ...]]] = {}


class Router:
    """A trie of segments; fixed segments win over captures."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._root = _Node()
        for route in routes:
            self.add(route)

    def add(self, route: Route) -> None:
        """Adds a route. Raises ValueError when method and path are taken."""
        node = self._root
        names = []
        for segment in route.path.strip("/").split("/") if route.path != "/" else []:
            if segment.startswith("{"):
                names.append(segment[1:-1])
                if node.capture is None:
                    node.capture = _Node()
                node = node.capture
            else:
                node = node.children.setdefault(segment.encode(), _Node())
        if route.method in node.routes:
            raise ValueError(f"two routes for {route.method} {route.path}")
        node.routes[route.method] = (route, tuple(names))

    def find(self, method: str, path: bytes) -> tuple[Route, dict[str, str]]:
        """The route of a raw path (without query) and its decoded captures. Raises Refused 404 or 405 M_UNRECOGNIZED, 400."""
        segments = path[1:].split(b"/")
        node = self._walk(self._root, segments, 0)
        if node is None and segments and segments[-1] == b"":
            # A trailing slash is forgiven: clients ask for /pushrules/ and for state with an empty key.
            segments = segments[:-1]
            node = self._walk(self._root, segments, 0)
        if node is None:
            raise unrecognized(404)
        found = node.routes.get(method)
        if found is None:
            raise unrecognized(405)
        route, names = found
        if not names:
            return route, {}
        captures = self._captures(route, segments)
        return route, captures

    def _walk(self, node: _Node, segments: list[bytes], at: int) -> _Node | None:
        # Fixed segments first; going back to a capture is rare, so the common path is one loop.
        while at < len(segments):
            child = node.children.get(segments[at])
            if child is not None:
                if node.capture is None:
                    node = child
                    at += 1
                    continue
                found = self._walk(child, segments, at + 1)
                if found is not None:
                    return found
            if node.capture is None or (segments[at] == b"" and at == len(segments) - 1):
                return None
            node = node.capture
            at += 1
        return node if node.routes else None

    @staticmethod
    def _captures(route: Route, segments: list[bytes]) -> dict[str, str]:
        captures = {}
        for place, segment in zip(route.path[1:].split("/"), segments, strict=False):
            if place.startswith("{"):
                try:
                    captures[place[1:-1]] = unquote_to_bytes(segment).decode() if b"%" in segment else segment.decode()
                except UnicodeDecodeError as error:
                    raise invalid_param("The path is not valid UTF-8") from error
        return captures
