"""HTTP ↔ message search. Source: API/search."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any, get_args

import msgspec
import orjson

from laiwang.chat.search.model import KEYS, ContextLimits, Grouping, Order, Page, Place, Query
from laiwang.kernel.capability import Request
from laiwang.kernel.events import event_id_of
from laiwang.kit.folding import words_of
from laiwang.kit.refusals import bad_json, invalid_param, missing_param
from laiwang.matrix.filters import parse_event_filter

__all__ = ["answer_of", "query_of", "token_of"]

TERM_CHARS_MAX = 512
WORDS_MAX = 16
LIMIT_MAX = 100
CONTEXT_DEFAULT = 5
CONTEXT_MAX = 20
TOKEN_CHARS_MAX = 1000
_decode_place = msgspec.json.Decoder(Place).decode


def query_of(request: Request) -> Query | None:
    """The checked request; None when it asks for no category that there is. Raises Refused 400."""
    place = _place_of(request.arg("next_batch"))
    body = request.json_object()
    if "search_categories" not in body:
        raise missing_param("search_categories")
    categories = _object(body["search_categories"], "search_categories")
    if categories.get("room_events") is None:
        return None
    wanted = _object(categories["room_events"], "room_events")
    term = wanted.get("search_term")
    if term is None:
        raise missing_param("search_term")
    if not isinstance(term, str):
        raise bad_json("search_term must be a string")
    if len(term) > TERM_CHARS_MAX:
        raise invalid_param(f"search_term has at most {TERM_CHARS_MAX} characters")
    order = wanted.get("order_by", "rank")
    if order not in get_args(Order):
        raise invalid_param("order_by must be rank or recent")
    filter = parse_event_filter({} if wanted.get("filter") is None else wanted["filter"])
    return Query(
        term=term,
        words=tuple(words_of(term, WORDS_MAX)),
        keys=_keys(wanted.get("keys")),
        filter=filter,
        limit=min(filter.limit, LIMIT_MAX),
        order=order,
        context=_context(wanted.get("event_context")),
        with_state=_flag(wanted, "include_state"),
        groupings=_groupings(wanted.get("groupings")),
        place=place,
    )


def _keys(given: Any) -> frozenset[str]:
    if given is None or given == []:
        return frozenset(KEYS)
    if not isinstance(given, list) or not all(isinstance(key, str) for key in given):
        raise bad_json("keys must be a list of strings")
    if not KEYS.keys() >= set(given):
        raise invalid_param(f"keys are of {', '.join(KEYS)}")
    return frozenset(given)


def _context(given: Any) -> ContextLimits | None:
    if given is None:
        return None
    given = _object(given, "event_context")
    limits = []
    for name in ("before_limit", "after_limit"):
        value = given.get(name, CONTEXT_DEFAULT)
        if type(value) is not int or value < 0:
            raise bad_json(f"{name} must be a whole number")
        limits.append(min(value, CONTEXT_MAX))
    return ContextLimits(limits[0], limits[1], _flag(given, "include_profile"))


def _groupings(given: Any) -> tuple[Grouping, ...]:
    if given is None:
        return ()
    groups = _object(given, "groupings").get("group_by", [])
    if not isinstance(groups, list):
        raise bad_json("group_by must be a list")
    keys = [_object(one, "A group").get("key") for one in groups]
    if not all(key in get_args(Grouping) for key in keys):
        raise invalid_param("A group has the key room_id or sender")
    return tuple(known for known in get_args(Grouping) if known in keys)


def _object(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise bad_json(f"{name} must be an object")
    return value


def _flag(given: dict[str, Any], name: str) -> bool:
    value = given.get(name, False)
    if not isinstance(value, bool):
        raise bad_json(f"{name} must be true or false")
    return value


# --- tokens -------------------------------------------------------------------------------------------------------------


def token_of(place: Place) -> str:
    """`next_batch`. What is in it opens nothing: whoever makes one up sees what she may see."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def _place_of(token: str | None) -> Place | None:
    if not token:
        return None
    try:
        if len(token) > TOKEN_CHARS_MAX or not token.isascii():
            raise ValueError
        place = _decode_place(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    except (ValueError, msgspec.MsgspecError):
        raise invalid_param("next_batch is not a token of this server") from None
    numbers = (place.upto, place.now_ms, place.below, place.skip, place.counted, place.above)
    if not all(0 <= number < 1 << 60 for number in numbers):
        raise invalid_param("next_batch is not a token of this server")
    return place


# --- the answer ---------------------------------------------------------------------------------------------------------


def answer_of(
    page: Page, results: Sequence[bytes], highlights: Sequence[str], state: dict[str, list[bytes]] | None
) -> bytes:
    """The answer's body."""
    parts = [
        b'{"search_categories":{"room_events":{"count":%d,"highlights":%b,"results":[%b]'
        % (page.count, orjson.dumps(highlights), b",".join(results))
    ]
    if state is not None:
        rooms = (b"%b:[%b]" % (orjson.dumps(room_id), b",".join(events)) for room_id, events in state.items())
        parts.append(b',"state":{%b}' % b",".join(rooms))
    if page.groups:
        parts.append(b',"groups":%b' % orjson.dumps(_groups(page)))
    if page.next is not None:
        parts.append(b',"next_batch":"%b"' % token_of(page.next).encode())
    parts.append(b"}}}")
    return b"".join(parts)


def _groups(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for grouping, values in page.groups.items():
        by_value = found[grouping] = {}
        for order, (value, following) in enumerate(values.items(), 1):
            ids = [event_id_of(one.fact) for one in page.matches if one.value(grouping) == value]
            by_value[value] = {"order": order, "results": ids}
            if following is not None:
                by_value[value]["next_batch"] = token_of(following)
    return found
