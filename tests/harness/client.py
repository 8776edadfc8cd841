"""A person with a client of her own; whatever she is answered is held to the specification."""

import itertools
import secrets
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import httpx

from tests.harness.schema import check

V3 = "/_matrix/client/v3"
V1 = "/_matrix/client/v1"
PASSWORD = "a long password for tests"
DEFAULT_TIMEOUT_S = 60

#: a status, or a status with its errcode
Expected = int | tuple[int, str]
Json = dict[str, Any]

_numbers = itertools.count(1)


def fresh(prefix: str) -> str:
    """A word that no other test uses: suits a localpart, an alias, a transaction id."""
    return f"{prefix}{next(_numbers)}{secrets.token_hex(3)}"


class Door:
    """The server's front door without a token: one `request()` through which everything goes."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.token: str | None = None
        self.others: list[Door] = []  # opened by this one, closed with it
        self.http = httpx.AsyncClient(base_url=url, timeout=DEFAULT_TIMEOUT_S, trust_env=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Let go of the connections."""
        for other in self.others:
            await other.close()
        await self.http.aclose()

    async def respond(
        self,
        method: str,
        path: str,
        *ids: str,
        json: Any = None,
        content: bytes | None = None,
        query: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        expect: Expected | None = 200,
    ) -> httpx.Response:
        """Ask, check the answer, return it. `ids` replace the `{}` of the path, percent-encoded.

        `expect=None` leaves the status to the caller.
        """
        filled = path.format(*(quote(part, safe="") for part in ids)) if ids else path
        sent = dict(headers or {})
        if self.token is not None and "Authorization" not in sent:
            sent["Authorization"] = f"Bearer {self.token}"
        params = {name: value for name, value in (query or {}).items() if value is not None} or None
        if content is not None:
            response = await self.http.request(method, filled, content=content, params=params, headers=sent)
        elif json is not None:
            response = await self.http.request(method, filled, json=json, params=params, headers=sent)
        else:
            response = await self.http.request(method, filled, params=params, headers=sent)
        body = check(response)
        if expect is not None:
            status, errcode = expect if isinstance(expect, tuple) else (expect, None)
            said = f"{method} {filled} -> {response.status_code} {response.text[:1500]}"
            assert response.status_code == status, said
            if errcode is not None:
                assert body.get("errcode") == errcode, said
        return response

    async def request(
        self,
        method: str,
        path: str,
        *ids: str,
        json: Any = None,
        content: bytes | None = None,
        query: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        expect: Expected | None = 200,
    ) -> Json:
        """Like `respond`, and the answer's JSON object."""
        response = await self.respond(
            method, path, *ids, json=json, content=content, query=query, headers=headers, expect=expect
        )
        body: Json = response.json()
        return body

    async def get(self, path: str, *ids: str, expect: Expected = 200, **query: Any) -> Json:
        """GET with query parameters as keywords."""
        return await self.request("GET", path, *ids, query=query, expect=expect)

    async def put(self, path: str, *ids: str, json: Any, expect: Expected = 200) -> Json:
        """PUT of a JSON value."""
        return await self.request("PUT", path, *ids, json=json, expect=expect)

    async def post(self, path: str, *ids: str, json: Any = None, expect: Expected = 200) -> Json:
        """POST of a JSON object, an empty one by default."""
        return await self.request("POST", path, *ids, json={} if json is None else json, expect=expect)

    async def delete(self, path: str, *ids: str, json: Any = None, expect: Expected = 200) -> Json:
        """DELETE, perhaps with a body."""
        return await self.request("DELETE", path, *ids, json=json, expect=expect)
