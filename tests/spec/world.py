"""A small world in which requests find what they ask about: people, rooms, events, files, keys, rules."""

from __future__ import annotations

import io
from typing import Any
from urllib.parse import quote

import httpx
from PIL import Image

from tests.harness.client import PASSWORD, V3, fresh
from tests.harness.schema import check
from tests.harness.server import SERVER_NAME

Json = dict[str, Any]
HANG_S = 20


def picture() -> bytes:
    """A small PNG."""
    held = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(held, "PNG")
    return held.getvalue()


class Account:
    """One account with one device, asking over one connection."""

    def __init__(self, http: httpx.Client, name: str) -> None:
        self.http = http
        self.name = fresh(name)
        made = self._ask(
            "POST",
            f"{V3}/register",
            {"username": self.name, "password": PASSWORD, "auth": {"type": "m.login.dummy"}, "refresh_token": True},
            token=None,
        )
        self.token: str = made["access_token"]
        self.refresh_token: str = made["refresh_token"]
        self.user_id: str = made["user_id"]
        self.device_id: str = made["device_id"]

    def ask(self, method: str, path: str, *ids: str, json: Any = None, **query: Any) -> Json:
        """A request that is in order; its answer."""
        return self._ask(
            method, path.format(*(quote(one, safe="") for one in ids)), json, token=self.token, query=query
        )

    def _ask(self, method: str, path: str, json: Any, *, token: str | None, query: Any = None) -> Json:
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        response = self.http.request(method, path, json=json, headers=headers, params=query)
        assert response.status_code == 200, f"{method} {path}: {response.text}"
        body: Json = check(response) or {}
        return body

    def said(self, room_id: str, content: Json, type: str = "m.room.message") -> str:
        """Sends an event."""
        event_id: str = self.ask("PUT", f"{V3}/rooms/{{}}/send/{{}}/{{}}", room_id, type, fresh("t"), json=content)[
            "event_id"
        ]
        return event_id


class World:
    """`anna` is the one who asks. She leads a room with `bo`, is invited to one of his, and may join another; `cy` is
    banned, `di` knows nobody."""

    def __init__(self, http: httpx.Client) -> None:
        self.anna = anna = Account(http, "anna")
        self.bo = bo = Account(http, "bo")
        self.cy, self.di = cy, _ = Account(http, "cy"), Account(http, "di")
        # Before she is in any room: a new name is told to rooms behind the answer, and nothing may be written while refusals are watched.
        anna.ask("PUT", f"{V3}/profile/{{}}/displayname", anna.user_id, json={"displayname": "Anna"})
        self.alias = f"#{fresh('room')}:{SERVER_NAME}"
        room = self.room = anna.ask(
            "POST",
            f"{V3}/createRoom",
            json={"room_alias_name": self.alias[1:].partition(":")[0], "preset": "public_chat", "name": "the room"},
        )["room_id"]
        bo.ask("POST", f"{V3}/join/{{}}", room, json={})
        anna.ask("POST", f"{V3}/rooms/{{}}/ban", room, json={"user_id": cy.user_id})
        self.invited = bo.ask("POST", f"{V3}/createRoom", json={"invite": [anna.user_id], "room_version": "12"})[
            "room_id"
        ]
        self.open = bo.ask("POST", f"{V3}/createRoom", json={"preset": "public_chat", "visibility": "public"})[
            "room_id"
        ]
        self.left = bo.ask("POST", f"{V3}/createRoom", json={"preset": "public_chat"})["room_id"]
        anna.ask("POST", f"{V3}/rooms/{{}}/join", self.left, json={})
        anna.ask("POST", f"{V3}/rooms/{{}}/leave", self.left, json={})
        knock = {"type": "m.room.join_rules", "content": {"join_rule": "knock"}}
        self.locked = bo.ask("POST", f"{V3}/createRoom", json={"initial_state": [knock]})["room_id"]
        root = anna.said(room, {"msgtype": "m.text", "body": "hello"})
        self.events = [
            root,
            bo.said(
                room,
                {
                    "msgtype": "m.text",
                    "body": "in a thread",
                    "m.relates_to": {"rel_type": "m.thread", "event_id": root},
                },
            ),
            bo.said(room, {"m.relates_to": {"rel_type": "m.annotation", "event_id": root, "key": "👍"}}, "m.reaction"),
            anna.said(
                room,
                {
                    "msgtype": "m.text",
                    "body": "* hi",
                    "m.new_content": {"msgtype": "m.text", "body": "hi"},
                    "m.relates_to": {"rel_type": "m.replace", "event_id": root},
                },
            ),
            bo.said(self.invited, {"msgtype": "m.text", "body": "not for anna"}),
        ]
        headers = {"Authorization": f"Bearer {anna.token}", "Content-Type": "image/png"}
        uploaded = http.post(
            "/_matrix/media/v3/upload", params={"filename": "a.png"}, content=picture(), headers=headers
        )
        reserved = anna.ask("POST", "/_matrix/media/v1/create")["content_uri"]
        self.media = [uri.rpartition("/")[2] for uri in (uploaded.json()["content_uri"], reserved)]
        self.filter_id = anna.ask(
            "POST", f"{V3}/user/{{}}/filter", anna.user_id, json={"room": {"timeline": {"limit": 3}}}
        )["filter_id"]
        anna.ask("PUT", f"{V3}/user/{{}}/account_data/{{}}", anna.user_id, "org.example.kept", json={"kept": True})
        anna.ask("PUT", f"{V3}/user/{{}}/rooms/{{}}/tags/{{}}", anna.user_id, room, "u.work", json={"order": 0.5})
        anna.ask(
            "PUT", f"{V3}/pushrules/global/content/{{}}", "lunch", json={"pattern": "lunch", "actions": ["notify"]}
        )
        first = anna.ask("GET", f"{V3}/sync")
        page = anna.ask("GET", f"{V3}/rooms/{{}}/messages", room, dir="b", limit=2)
        self.tokens = [first["next_batch"], page["start"], page["end"]]

    def people(self) -> list[str]:
        """Who asks, who shares a room with her, whom she banned from it, and who has nothing to do with her."""
        return [one.user_id for one in (self.anna, self.bo, self.cy, self.di)]

    def paths(self) -> dict[str, list[str]]:
        """What path parameters can name, by their names in the specification."""
        people = self.people()
        rooms = [self.room, self.invited, self.open, self.left, self.locked]
        return {
            "roomId": rooms,
            "roomIdOrAlias": [*rooms, self.alias],
            "roomAlias": [self.alias, f"#new-{self.anna.name}:{SERVER_NAME}"],
            "userId": people,
            "eventId": self.events,
            "deviceId": [self.anna.device_id, self.bo.device_id],
            "filterId": [self.filter_id],
            "serverName": [SERVER_NAME],
            "mediaId": self.media,
            "fileName": ["photo.png", "照片.png"],
            "eventType": ["m.room.message", "m.room.name", "m.room.power_levels", "m.room.member", "m.reaction",
                          "m.room.canonical_alias", "m.room.redaction", "m.room.join_rules", "m.room.encrypted",
                          "m.room.history_visibility", "m.room.tombstone", "m.room.create", "org.example/with/slashes"],
            "stateKey": ["", self.anna.user_id, self.bo.user_id, "a/b"],
            "type": ["org.example.kept", "m.direct", "m.ignored_user_list", "m.push_rules", "m.tag", "m.fully_read"],
            "tag": ["u.work", "m.favourite"],
            "kind": ["override", "content", "room", "sender", "underride"],
            "ruleId": ["lunch", ".m.rule.master", ".m.rule.roomnotif", self.room],
            "receiptType": ["m.read", "m.read.private", "m.fully_read"],
            "relType": ["m.thread", "m.annotation", "m.replace", "m.reference"],
            "keyName": ["displayname", "avatar_url", "m.tz", "org.example.motto"],
            "txnId": ["t1", "t2"],
            "sessionId": ["a-session", "another/one"],
            "version": ["1", "2"],
            "appserviceId": ["bridge"],
            "protocol": ["irc"],
            "networkId": ["irc"],
            "idpId": ["oidc"],
        }  # fmt: skip

    def words(self) -> dict[str, list[Any]]:
        """What members of bodies and queries can name, by their names in the specification."""
        people = self.people()
        rooms = [self.room, self.invited, self.open, self.left, self.locked]
        return {
            "user_id": people,
            "room_id": rooms,
            "new_room": rooms,
            "event_id": self.events,
            "m.fully_read": self.events,
            "m.read": self.events,
            "m.read.private": self.events,
            "redacts": self.events,
            "from": self.tokens,
            "to": self.tokens,
            "since": self.tokens,
            "at": self.tokens,
            "dir": ["b", "f"],
            "limit": [0, 1, 10, 1_000_000],
            "kind": ["user", "http"],
            "type": ["m.login.password", "m.login.dummy", "m.id.user", "m.text"],
            "user": [self.anna.user_id, self.anna.name],
            "password": [PASSWORD],
            "new_password": [PASSWORD],
            "username": [fresh("new"), self.anna.name],
            "refresh_token": [self.anna.refresh_token, True],
            "device_id": [self.anna.device_id],
            "algorithm": ["m.megolm_backup.v1.curve25519-aes-sha2"],
            "version": ["1", "2"],
            "filter": [self.filter_id, '{"room":{"timeline":{"limit":1}}}', '{"event_fields":["content.body"]}'],
            "set_presence": ["online", "offline", "unavailable"],
            "full_state": ["true", "false"],
            "thread_id": ["main", self.events[0]],
            "method": ["crop", "scale"],
            "width": [32, 96, 100_000],
            "height": [32, 96, 100_000],
            "before": ["lunch", ".m.rule.master"],
            "after": ["lunch"],
            "membership": ["join", "invite", "leave", "ban", "knock"],
            "not_membership": ["join", "leave"],
            "room_alias_name": [fresh("alias")],
            "room_version": ["10", "11", "12", "999"],
            "new_version": ["10", "11", "12", "999"],
            "preset": ["private_chat", "public_chat", "trusted_private_chat"],
            "visibility": ["public", "private"],
            "url": ["https://push.example.org/_matrix/push/v1/notify", "http://localhost/"],
            "via": [SERVER_NAME],
        }
