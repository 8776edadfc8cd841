"""Stored filters and their manifest."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from typing import Any

import orjson

from laiwang.chat.filters import store
from laiwang.kernel.capability import Capability, Request, Response, Route, answer
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Tx
from laiwang.kit.refusals import bad_json, forbidden, invalid_param, not_found
from laiwang.matrix.filters import FILTER_BYTES_MAX, Filter, parse_filter

__all__ = ["Filters"]

FILTER = "/_matrix/client/v3/user/{userId}/filter"
#: a person's newest filters are kept; a client whose filter is gone posts it again
PER_PERSON_MAX = 1000
PARSED_MAX = 10_000
NUMBER_DIGITS_MAX = 18


class Filters:
    """Definitions by person and id. Ids are small numbers in the order of posting; a filter never changes under its id."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._parsed: OrderedDict[tuple[str, str], Filter] = OrderedDict()

    async def find(self, user_id: str, filter_id: str) -> Filter:
        """The filter that a /sync names. Raises Refused 400 M_INVALID_PARAM when there is none."""
        key = (user_id, filter_id)
        found = self._parsed.get(key)
        if found is not None:
            self._parsed.move_to_end(key)
            return found
        definition = await self._definition(user_id, filter_id)
        if definition is None:
            raise invalid_param("There is no such filter")
        found = self._parsed[key] = parse_filter(orjson.loads(definition))
        if len(self._parsed) > PARSED_MAX:
            self._parsed.popitem(last=False)
        return found

    async def add(self, user_id: str, definition: Any) -> str:
        """The id of a definition: a new one, or the old one when the same was posted before. Raises Refused 400."""
        try:
            body = orjson.dumps(definition)
            digest = hashlib.sha256(orjson.dumps(definition, option=orjson.OPT_SORT_KEYS)).hexdigest()
        except TypeError as error:
            raise bad_json("The filter is nested too deeply") from error
        parse_filter(definition)
        params = {"user": user_id, "posted": digest}
        row = await self._kernel.database.fetch_one(store.BY_DIGEST, params)
        if row is not None:
            return str(row[0])

        async def work(tx: Tx) -> int:
            row = await tx.fetch_one(store.BY_DIGEST, params)
            if row is not None:
                return int(row[0])
            newest = await tx.fetch_one(store.NEWEST, {"user": user_id})
            number = ((newest[0] if newest else None) or 0) + 1
            new = {"user_id": user_id, "number": number, "digest": digest, "definition": body}
            await tx.execute(store.ADD, new)
            await tx.execute(store.DROP_OLD, {"user": user_id, "upto": number - PER_PERSON_MAX})
            return int(number)

        return str(await self._kernel.database.transaction(work))

    async def _definition(self, user_id: str, filter_id: str) -> bytes | None:
        if not filter_id.isascii() or not filter_id.isdigit() or len(filter_id) > NUMBER_DIGITS_MAX:
            return None
        if filter_id.startswith("0"):
            return None  # one filter has one name
        row = await self._kernel.database.fetch_one(store.DEFINITION, {"user": user_id, "wanted": int(filter_id)})
        return None if row is None else bytes(row[0])

    # --- routes -----------------------------------------------------------------------------------------------------------

    def manifest(self) -> Capability:
        """Routes."""
        return Capability(
            name="filters",
            purpose="What clients want to hear of, described once",
            routes=(
                Route("POST", FILTER, self._post, operation="defineFilter", body_bytes_max=FILTER_BYTES_MAX),
                Route("GET", f"{FILTER}/{{filterId}}", self._get, operation="getFilter"),
            ),
        )

    async def _post(self, request: Request) -> Response:
        user_id = _owner(request)
        return answer({"filter_id": await self.add(user_id, request.json_object())})

    async def _get(self, request: Request) -> Response:
        definition = await self._definition(_owner(request), request.params["filterId"])
        if definition is None:
            raise not_found("There is no such filter")
        return Response(definition)


def _owner(request: Request) -> str:
    if request.params["userId"] != request.caller.user_id:
        raise forbidden("Filters can be read and made only by their owner")
    return request.caller.user_id
