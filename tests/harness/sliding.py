"""A connection of sliding sync, as a client holds it."""

from typing import Any

from tests.harness.client import Json
from tests.harness.person import Person
from tests.harness.sliding_shapes import MERGED, UNSTABLE


class Slider:
    """A connection of a person: asks with what it was told to ask, and comes back with the last `pos`."""

    def __init__(self, person: Person, conn_id: str = "main", **body: Any) -> None:
        self.person = person
        self.body: Json = {"conn_id": conn_id, **body}
        self.pos: str | None = None
        self.is_merged = False

    async def ask(self, timeout_ms: int = 0, *, keep: bool = True, expect: Any = 200, **changes: Any) -> Json:
        """One request; `changes` hold for this one alone, `keep=False` forgets the new `pos`."""
        pos = changes.pop("pos", self.pos)
        body = {name: value for name, value in {**self.body, **changes}.items() if value is not None}
        if self.is_merged:
            body["timeout"] = timeout_ms
            if pos is not None:
                body["pos"] = pos
            answer = await self.person.request("POST", MERGED, json=body, expect=expect)
        else:
            query = {"pos": pos, "timeout": timeout_ms}
            answer = await self.person.request("POST", UNSTABLE, json=body, query=query, expect=expect)
        if keep and "pos" in answer:
            self.pos = answer["pos"]
        return answer


def all_rooms(limit: int = 10, state: Any = (("*", "*"),), last: int = 99, **more: Any) -> Json:
    """A list of the unstable shape, for the first rooms."""
    required = [list(one) for one in state]
    return {"ranges": [[0, last]], "timeline_limit": limit, "required_state": required, **more}
