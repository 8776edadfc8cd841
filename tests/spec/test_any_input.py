"""Whatever arrives, each operation gives a Matrix answer: no 5xx, no hang, no half-done change, and nobody else notices.

Requests are made from the specification by schemathesis, in order and out of order; ids mostly name what exists, so that the
handlers are reached. The same requests on every run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode

from tests.harness.client import PASSWORD, V3
from tests.harness.schema import check, specification
from tests.harness.server import ServerProcess
from tests.spec.routes import Operation, operations, supported
from tests.spec.world import HANG_S, Account, World

EXAMPLES = 60
WAIT_MS_MAX = 100
NOTHING_NEW = '{"presence":{"types":[]}}'

#: after these nothing of the caller is left: each example has an account of its own
ENDS_THE_SESSION = frozenset(
    {"logout", "logout_all", "deactivateAccount", "changePassword", "deleteDevice", "deleteDevices", "refresh"}
)
#: 401 is their answer to a wrong secret in the body
PROVES_WITH_THE_BODY = frozenset({"refresh", "login"})
#: the profile goes on to the rooms behind the answer, so the log may still move when the next request is refused
WRITES_ON = frozenset({"setProfileField", "deleteProfileField"})

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
_ODD_TEXT = st.sampled_from(
    ["", "\0", "a\0b", "..", ".", "/", "%2F", "@:", "!", "$", "#:", "😀" * 80, "a" * 256, "é" * 128, "x" * 3000, "-1",
     "1" * 30, "null", "{}", "[]", "{", "\ufeff", "\uffff", "\u202e", "p", "s", "p-1", "s1_2", "p" + "9" * 23, "*"]
)  # fmt: skip
_TEXT = _ODD_TEXT | st.text(max_size=40)
_ODD_BODIES = st.sampled_from(
    [b"", b" ", b"{", b"[]", b"null", b"1", b'"x"', b"\xff\xfe", b"\xef\xbb\xbf{}", b"{}{}", b'{"a":NaN}', b'{"a":1e999}',
     b'{"a":1,"a":2}', b'{"a":"\\ud800"}', b'{"a":"\\u0000"}', b'{"a":123456789012345678901234567890}',
     b'{"a":1.5}', b"[" * 5000 + b"]" * 5000, b'{"a":' * 300 + b"1" + b"}" * 300, b'{"a":9007199254740993}']
)  # fmt: skip
_ODD_VALUES: st.SearchStrategy[Any] = (
    _JSON | _TEXT | st.sampled_from([2**53, -(2**63), 2**64, 0.5, [], {}, [[]], {"": {}}, None, True])
)

_schema = schemathesis.openapi.from_dict(specification())


def _ids(key: str) -> Any:
    return st.integers(0, 11).map(lambda index: _present(key, index))


_now: list[World] = []


def _present(key: str, index: int) -> str:
    values = _now[0].paths()[key]
    return values[index % len(values)]


for _format, _key in (
    ("room-id", "roomId"),
    ("user-id", "userId"),
    ("event-id", "eventId"),
    ("room-alias", "roomAlias"),
):
    schemathesis.openapi.format(f"mx-{_format}", _ids(_key))
schemathesis.openapi.format("mx-server-name", st.just("test.local"))


@pytest.fixture(scope="module")
def http(server: ServerProcess) -> Iterator[httpx.Client]:
    """One connection."""
    with httpx.Client(base_url=server.url, timeout=HANG_S, trust_env=False) as client:
        yield client


@pytest.fixture(scope="module")
def bystanders(http: httpx.Client) -> list[Account]:
    """Two people in a room of their own, with everything heard that was said so far."""
    one, other = Account(http, "carol"), Account(http, "dave")
    room = one.ask("POST", f"{V3}/createRoom", json={"invite": [other.user_id]})["room_id"]
    other.ask("POST", f"{V3}/join/{{}}", room, json={})
    one.said(room, {"msgtype": "m.text", "body": "a quiet evening"})
    return [one, other]


def generated(examples: int) -> settings:
    """The same examples each time, without shrinking: a run of an operation changes the world, so no example comes twice."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


class Wire:
    """What goes over the wire in one example."""

    def __init__(
        self, world: World, caller: Account, operation: Operation, data: st.DataObject, schema: Any = _schema
    ) -> None:
        self._world = world
        self._auth: dict[str, Any] = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": caller.user_id},
            "password": PASSWORD,
        }
        self._draw = data.draw
        found = schema[operation.template][operation.method]
        wrong = _can_be_wrong(found) and self._now_and_then(3)
        mode = GenerationMode.NEGATIVE if wrong else GenerationMode.POSITIVE
        case = self._draw(found.as_strategy(generation_mode=mode), label="case")
        self._named_in_path: dict[str, str] = {}
        self.path = self._path(operation.template)
        self.query = self._query(case.query or {})
        self.body = self._body(case.body)
        self.media_type = case.media_type or "application/json"

    def _mostly(self) -> bool:
        return not self._now_and_then(5)

    def _now_and_then(self, one_in: int) -> bool:
        # The last of the range: Hypothesis likes small numbers.
        return self._draw(st.integers(1, one_in)) == one_in

    def _path(self, template: str) -> str:
        known = self._world.paths()
        parts = []
        for part in template.split("/"):
            if part.startswith("{"):
                values = known[part[1:-1]]
                drawn = self._draw(st.sampled_from(values) if self._mostly() else _TEXT, label=part)
                self._named_in_path[part[1:-1]] = drawn
                parts.append(quote(drawn, safe="").replace(".", "%2E"))
            else:
                parts.append(part)
        return "/".join(parts)

    def _query(self, query: dict[str, Any]) -> list[tuple[str, str | int | float | bool | None]]:
        words = self._world.words()
        pairs: list[tuple[str, str]] = []
        for name, value in query.items():
            for one in value if isinstance(value, list) else [value]:
                if name in words and self._mostly():
                    one = self._draw(st.sampled_from(words[name]), label=name)
                elif self._now_and_then(10):
                    one = self._draw(_TEXT, label=name)
                text = one if isinstance(one, str) else json.dumps(one)
                if name in ("timeout", "timeout_ms") and text.lstrip("-+ ").isdigit():
                    text = str(min(int(text), WAIT_MS_MAX))
                pairs.append((name, text))
        if "/media/" in self.path and "timeout_ms" not in query:
            pairs.append(("timeout_ms", str(WAIT_MS_MAX)))
        return [(name, text) for name, text in pairs if _encodes(name) and _encodes(text)]

    def _body(self, body: Any) -> bytes | None:
        if self._now_and_then(10):
            return self._draw(_ODD_BODIES, label="odd body")
        if isinstance(body, (bytes, bytearray)):
            return bytes(body)
        if isinstance(body, (dict, list, str, int, float, bool)) or body is None:
            if isinstance(body, dict) and "keyName" in self._named_in_path and self._mostly():
                body = {**body, self._named_in_path["keyName"]: self._draw(_TEXT, label="value")}
            return json.dumps(self._named(body), ensure_ascii=False).encode("utf-8", "surrogatepass")
        return None

    def _named(self, value: Any, depth: int = 0) -> Any:
        """The value with its ids replaced by those that exist, and now and then something that does not belong."""
        if isinstance(value, list):
            return [self._named(one, depth + 1) for one in value]
        if not isinstance(value, dict):
            return value
        words = self._world.words()
        changed: dict[str, Any] = {}
        for name, one in value.items():
            if name == "auth" and self._mostly():
                changed[name] = self._draw(st.sampled_from([self._auth, {"type": "m.login.dummy"}]), label=name)
            elif name == "identifier" and self._mostly():
                changed[name] = self._auth["identifier"]
            elif name in words and isinstance(one, str | int | bool) and self._mostly():
                changed[name] = self._draw(st.sampled_from(words[name]), label=name)
            elif depth < 3 and self._now_and_then(12):
                changed[name] = self._draw(_ODD_VALUES, label=name)
            else:
                changed[name] = self._named(one, depth + 1)
        return changed


def _can_be_wrong(found: Any) -> bool:
    return bool(found.body) or bool(found.query) or bool(found.path_parameters)


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _position(http: httpx.Client) -> int:
    position: int = http.get("/healthz").json()["position"]
    return position


@pytest.mark.parametrize("operation", [one for one in operations() if one.id in supported()], ids=lambda one: one.id)
def test_every_answer_is_a_matrix_answer(
    operation: Operation, server: ServerProcess, http: httpx.Client, bystanders: list[Account]
) -> None:
    """See the top of the file."""
    world = World(http)
    _now[:] = [world]
    heard = [one.ask("GET", f"{V3}/sync", filter=NOTHING_NEW)["next_batch"] for one in bystanders]
    reached = set()

    @generated(EXAMPLES)
    @given(st.data())
    def examples(data: st.DataObject) -> None:
        caller = Account(http, "eve") if operation.id in ENDS_THE_SESSION else world.anna
        wire = Wire(world, caller, operation, data)
        token = data.draw(st.sampled_from([caller.token] * 15 + [None, "wrong", "a b"]), label="token")
        headers = {"Content-Type": wire.media_type}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        before = _position(http)
        response = http.request(
            operation.method, wire.path, params=wire.query, content=wire.body, headers=headers, timeout=HANG_S
        )
        check(response)
        status = response.status_code
        reached.add(status)
        if status == 504:
            assert response.json()["errcode"] == "M_NOT_YET_UPLOADED"
        if status == 401 and token == caller.token and operation.id not in PROVES_WITH_THE_BODY:
            assert "flows" in response.json(), f"a good token was refused: {response.text}"
        if status >= 400 and operation.id not in WRITES_ON:
            assert _position(http) == before, f"refused, yet something was written: {response.text}"

    examples()
    assert reached - {401}, "no request got past the door"
    assert server.running()
    for one, since in zip(bystanders, heard, strict=True):
        seen = one.ask("GET", f"{V3}/sync", since=since, filter=NOTHING_NEW)
        assert seen.keys() <= {"next_batch", "device_one_time_keys_count", "device_unused_fallback_key_types"}, seen
