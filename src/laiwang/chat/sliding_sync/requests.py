"""Reading requests: two shapes, one meaning.

The unstable shape is what clients send today; the merged one is that of MSC4186 as it was accepted. What is of another type than it
must be is Refused 400 M_BAD_JSON, what is out of bounds 400 M_INVALID_PARAM.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from laiwang.chat.sliding_sync.model import Ask, Extensions, Filters, ListRule, RoomRule, Rules, Scope, ToDeviceAsk
from laiwang.chat.sliding_sync.rules import StateElement, StateRequest
from laiwang.kernel.capability import Caller, Request
from laiwang.kernel.sync import parse_token
from laiwang.kit.refusals import Refused, bad_json, invalid_param

__all__ = ["read_merged", "read_unstable"]

TIMEOUT_MS_MAX = 120_000
TIMELINE_LIMIT_MAX = 1000
LISTS_MAX = 100
SUBSCRIPTIONS_MAX = 100
STATE_ELEMENTS_MAX = 1000
NAME_BYTES_MAX = 255
TO_DEVICE_LIMIT_MAX = 100
PRESENCE = ("online", "offline", "unavailable")
#: CS appendices, "Opaque identifiers"
OPAQUE_IDENTIFIER = re.compile(r"[0-9A-Za-z.\-_~]{1,255}")
ME, LAZY, ANY = "$ME", "$LAZY", "*"
MEMBER = "m.room.member"

Whole = Annotated[int, Meta(ge=0, lt=1 << 53)]
Range = tuple[Whole, Whole]
T = TypeVar("T")


# --- the shapes ---------------------------------------------------------------------------------------------------------


class _Filters(Struct):
    is_dm: bool | None = None
    is_encrypted: bool | None = None
    is_invite: bool | None = None
    is_invited: bool | None = None
    spaces: list[str] | None = None
    room_types: list[str | None] | None = None
    not_room_types: list[str | None] | None = None
    room_name_like: str | None = None
    tags: list[str] | None = None
    not_tags: list[str] | None = None


class _UnstableRoom(Struct):
    timeline_limit: Whole
    required_state: list[tuple[str, str]] | None = None


class _UnstableList(_UnstableRoom):
    ranges: list[Range] | None = None
    filters: _Filters | None = None


class _Element(Struct):
    type: str | UnsetType = UNSET
    state_key: str | UnsetType = UNSET


class _State(Struct):
    include: list[_Element] | None = None
    exclude: list[_Element] | None = None
    lazy_members: bool = False


class _MergedRoom(Struct):
    timeline_limit: Whole
    required_state: _State


class _MergedList(_MergedRoom):
    range: Range | None = None
    filters: _Filters | None = None


class _Switch(Struct):
    enabled: bool | None = None


class _Scope(_Switch):
    lists: list[str] | None = None
    rooms: list[str] | None = None


class _ToDevice(_Switch):
    limit: Whole | None = None
    since: str | None = None


class _Extensions(Struct):
    to_device: _ToDevice | None = None
    e2ee: _Switch | None = None
    account_data: _Scope | None = None
    receipts: _Scope | None = None
    typing: _Scope | None = None


class _UnstableBody(Struct):
    conn_id: str | None = None
    txn_id: str | None = None
    lists: dict[str, _UnstableList] | None = None
    room_subscriptions: dict[str, _UnstableRoom] | None = None
    extensions: _Extensions | None = None


class _MergedBody(Struct):
    conn_id: str | None = None
    pos: str | None = None
    timeout: Whole | None = None
    set_presence: str | None = None
    lists: dict[str, _MergedList] | None = None
    room_subscriptions: dict[str, _MergedRoom] | None = None
    extensions: _Extensions | None = None


# --- reading ------------------------------------------------------------------------------------------------------------


def read_unstable(request: Request) -> Ask:
    """POST /_matrix/client/unstable/org.matrix.simplified_msc3575/sync."""
    body = _decoded(request, _UnstableBody)
    me = request.caller
    lists = {
        name: ListRule(_unstable_room(one, me), _ranges(one.ranges), _filters(one.filters))
        for name, one in (body.lists or {}).items()
    }
    subscriptions = {room_id: _unstable_room(one, me) for room_id, one in (body.room_subscriptions or {}).items()}
    return Ask(
        pos=request.arg("pos") or None,
        timeout_ms=request.int_arg("timeout", 0, maximum=TIMEOUT_MS_MAX),
        conn_id=_conn_id(body.conn_id),
        presence=_presence(request.arg("set_presence")),
        rules=_rules(lists, subscriptions),
        extensions=_extensions(body.extensions),
        txn_id=body.txn_id,
    )


def read_merged(request: Request) -> Ask:
    """POST /_matrix/client/v4/sync."""
    body = _decoded(request, _MergedBody)
    for name in body.lists or ():
        if not OPAQUE_IDENTIFIER.fullmatch(name):
            raise invalid_param("The name of a list is made of letters, digits and .-_~")
    lists = {
        name: ListRule(_merged_room(one), _ranges(None if one.range is None else [one.range]), _filters(one.filters))
        for name, one in (body.lists or {}).items()
    }
    subscriptions = {room_id: _merged_room(one) for room_id, one in (body.room_subscriptions or {}).items()}
    return Ask(
        pos=body.pos,
        timeout_ms=min(body.timeout or 0, TIMEOUT_MS_MAX),
        conn_id=_conn_id(body.conn_id),
        presence=_presence(body.set_presence),
        rules=_rules(lists, subscriptions),
        extensions=_extensions(body.extensions),
    )


def _decoded(request: Request, shape: type[T]) -> T:
    value = request.json_object()
    try:
        return msgspec.convert(value, shape, strict=True)
    except msgspec.ValidationError as error:
        raise bad_json(str(error)) from error


def _rules(lists: Mapping[str, ListRule], subscriptions: Mapping[str, RoomRule]) -> Rules:
    if len(lists) > LISTS_MAX:
        raise invalid_param(f"At most {LISTS_MAX} lists")
    if len(subscriptions) > SUBSCRIPTIONS_MAX:
        raise invalid_param(f"At most {SUBSCRIPTIONS_MAX} room subscriptions")
    for name in lists:
        if not name or len(name.encode("utf-8", "replace")) > NAME_BYTES_MAX:
            raise invalid_param(f"The name of a list has 1 to {NAME_BYTES_MAX} bytes")
    return Rules(lists, subscriptions)


def _conn_id(conn_id: str | None) -> str:
    if conn_id is not None and len(conn_id.encode("utf-8", "replace")) > NAME_BYTES_MAX:
        raise invalid_param(f"conn_id has at most {NAME_BYTES_MAX} bytes")
    return conn_id or ""


def _presence(presence: str | None) -> str:
    if presence is not None and presence not in PRESENCE:
        raise invalid_param("set_presence must be online, offline or unavailable")
    return presence or "online"


def _ranges(ranges: Iterable[Range] | None) -> tuple[Range, ...] | None:
    if ranges is None:
        return None
    found = tuple(ranges)
    if len(found) > LISTS_MAX:
        raise invalid_param(f"At most {LISTS_MAX} ranges")
    for first, last in found:
        if last < first:
            raise invalid_param("A range ends before it begins")
    return found


def _unstable_room(room: _UnstableRoom, me: Caller) -> RoomRule:
    elements: set[StateElement] = set()
    lazy_members = False
    for type, key in room.required_state or ():
        if key == LAZY:
            if type != MEMBER:
                raise invalid_param(f"{LAZY} is for {MEMBER} alone")
            lazy_members = True
        else:
            state_key = me.user_id if key == ME else key
            elements.add((None if type == ANY else type, None if key == ANY else state_key))
    if (MEMBER, None) in elements:
        lazy_members = False  # all of them were asked for
    return _room(room.timeline_limit, StateRequest(_bounded(elements), lazy_members=lazy_members))


def _merged_room(room: _MergedRoom) -> RoomRule:
    state = room.required_state
    request = StateRequest(
        _bounded(map(_element, state.include or ())), _bounded(map(_element, state.exclude or ())), state.lazy_members
    )
    return _room(room.timeline_limit, request)


def _room(timeline_limit: int, state: StateRequest) -> RoomRule:
    return RoomRule(min(timeline_limit, TIMELINE_LIMIT_MAX), frozenset((state,)))


def _element(element: _Element) -> StateElement:
    return (
        None if isinstance(element.type, UnsetType) else element.type,
        None if isinstance(element.state_key, UnsetType) else element.state_key,
    )


def _bounded(elements: Iterable[StateElement]) -> frozenset[StateElement]:
    found = frozenset(elements)
    if len(found) > STATE_ELEMENTS_MAX:
        raise invalid_param(f"At most {STATE_ELEMENTS_MAX} kinds of state in one list or subscription")
    return found


def _filters(filters: _Filters | None) -> Filters | None:
    if filters is None:
        return None
    found = Filters(
        is_dm=filters.is_dm,
        is_encrypted=filters.is_encrypted,
        is_invited=filters.is_invite if filters.is_invite is not None else filters.is_invited,
        spaces=_set(filters.spaces),
        room_types=_set(filters.room_types),
        not_room_types=_set(filters.not_room_types) or frozenset(),
        name_like=filters.room_name_like.casefold() if filters.room_name_like else None,
        tags=_set(filters.tags),
        not_tags=_set(filters.not_tags) or frozenset(),
    )
    return None if found == Filters() else found


def _set(values: Iterable[Any] | None) -> frozenset[Any] | None:
    return None if values is None else frozenset(values)


def _extensions(extensions: _Extensions | None) -> Extensions:
    if extensions is None:
        return Extensions()
    return Extensions(
        to_device=_to_device(extensions.to_device),
        e2ee=extensions.e2ee is not None and bool(extensions.e2ee.enabled),
        account_data=_scope(extensions.account_data),
        receipts=_scope(extensions.receipts),
        typing=_scope(extensions.typing),
    )


def _scope(scope: _Scope | None) -> Scope | None:
    if scope is None or not scope.enabled:
        return None
    return Scope(*(None if names is None or ANY in names else _set(names) for names in (scope.lists, scope.rooms)))


def _to_device(asked: _ToDevice | None) -> ToDeviceAsk | None:
    if asked is None or not asked.enabled:
        return None
    limit = TO_DEVICE_LIMIT_MAX if asked.limit is None else max(1, min(asked.limit, TO_DEVICE_LIMIT_MAX))
    try:
        since = parse_token(asked.since).position if asked.since else None
    except Refused as error:
        raise invalid_param("The to_device token is not one of this server's") from error
    return ToDeviceAsk(since, limit)
