"""Proving again who one is: the user-interactive authentication of sensitive requests.

A session is bound to the caller, the device and the request's path, and to the body that came first. Source: CS "User-Interactive
Authentication API".
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from laiwang.kernel.capability import Request
from laiwang.kernel.machine import Kernel
from laiwang.kit.refusals import Refused, bad_json

__all__ = ["NotYet", "UiaSession", "UserInteractive"]

SESSIONS_MAX = 10_000
SESSION_MS = 30 * 60_000

Stage = Callable[[Request, "UiaSession", Mapping[str, Any]], Awaitable[str | None]]


class NotYet(str):
    """Why a stage is not passed that may pass by itself: somebody reads her mail elsewhere. Clients look again without a word."""

    __slots__ = ()


class UiaSession:
    """What has been proved so far. `body` is the request as it came first, without `auth`."""

    __slots__ = ("body", "completed", "facts", "id", "place", "started_ms")

    def __init__(self, id: str, place: tuple[str, ...], body: Mapping[str, Any], now_ms: int) -> None:
        self.id = id
        self.place = place
        self.body = {key: value for key, value in body.items() if key != "auth"}
        self.completed: list[str] = []
        self.facts: dict[str, Any] = {}
        self.started_ms = now_ms


class UserInteractive:
    """Sessions and the stages that are known. A stage answers None when it is passed, else why not."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._sessions: OrderedDict[str, UiaSession] = OrderedDict()
        self.stages: dict[str, Stage] = {}

    def find(self, session_id: str) -> UiaSession | None:
        """A live session."""
        session = self._sessions.get(session_id)
        if session is not None and self._kernel.clock.now_ms() - session.started_ms > SESSION_MS:
            del self._sessions[session_id]
            return None
        return session

    async def require(
        self, request: Request, body: dict[str, Any], flows: Sequence[Sequence[str]]
    ) -> tuple[dict[str, Any], UiaSession]:
        """The body that came first, once a flow is complete. Raises Refused 401 with what is still to do."""
        place = self._place(request)
        auth = body.get("auth")
        if auth is None:
            raise self._ask(self._open(place, body), flows)
        if not isinstance(auth, dict):
            raise bad_json("auth must be an object")
        session_id, stage = auth.get("session"), auth.get("type")
        if session_id is None:
            # Clients that know the flow send its one stage at once.
            session = self._open(place, body)
        else:
            found = self.find(session_id) if isinstance(session_id, str) else None
            if found is None or found.place != place:
                raise Refused("M_UNKNOWN", 400, "There is no such authentication session here")
            session = found
        if stage is not None:
            if not isinstance(stage, str) or stage not in {one for flow in flows for one in flow}:
                raise self._ask(session, flows, "M_UNRECOGNIZED", "This kind of authentication is not offered here")
            reason = await self.stages[stage](request, session, auth)
            if reason is not None:
                errcode = "M_UNAUTHORIZED" if isinstance(reason, NotYet) else "M_FORBIDDEN"
                raise self._ask(session, flows, errcode, reason)
            if stage not in session.completed:
                session.completed.append(stage)
        if not any(set(flow) <= set(session.completed) for flow in flows):
            raise self._ask(session, flows)
        self._sessions.pop(session.id, None)
        return session.body, session

    def _place(self, request: Request) -> tuple[str, ...]:
        caller = request.caller_or_none
        return (request.method, request.path, *((caller.user_id, caller.device_id or "") if caller else ()))

    def _open(self, place: tuple[str, ...], body: Mapping[str, Any]) -> UiaSession:
        session = UiaSession(self._kernel.chance.token(18), place, body, self._kernel.clock.now_ms())
        self._sessions[session.id] = session
        if len(self._sessions) > SESSIONS_MAX:
            self._sessions.popitem(last=False)
        return session

    def _ask(self, session: UiaSession, flows: Sequence[Sequence[str]], errcode: str = "", text: str = "") -> Refused:
        extra: dict[str, object] = {
            "flows": [{"stages": list(flow)} for flow in flows],
            "params": {},
            "session": session.id,
        }
        if session.completed:
            extra["completed"] = list(session.completed)
        return Refused(errcode, 401, text, extra)
