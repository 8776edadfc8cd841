"""Push rules for one message in a room of a thousand members: what it costs to know whom it notifies, in this process.

Half the members have the predefined rules; then all of them have rules of their own besides. Texts are of the words that the search is
measured with, so that keywords are found as rarely as in life.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from bench.search import Words
from laiwang.matrix.event import Event
from laiwang.matrix.push_evaluation import CompiledRules, EventView, RoomContext, compile_rules, evaluate_default
from laiwang.matrix.push_rules import Ruleset

__all__ = ["measure"]

MEMBERS = 1000
MESSAGES = 20
ROUNDS = 7
ROOM = "!room:bench.local"
CONTEXT = RoomContext(MEMBERS, 0, {"room": 50})
ENCRYPTED = {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "A" * 400, "session_id": "B" * 43, "device_id": "C"}
Prepared = list[tuple[str, CompiledRules | None, str]]


def measure() -> dict[str, float]:
    """Processor time in µs, of one message and of one of its members."""
    words = Words()
    nobody: Prepared = [(_user(number), None, f"Member {number}") for number in range(MEMBERS)]
    own: Prepared = [
        (_user(number), compile_rules(_ruleset(words, number), _user(number)), f"Member {number}")
        for number in range(MEMBERS)
    ]
    figures: dict[str, float] = {}
    for kind, events in (
        ("plain", [_plain(words) for _ in range(MESSAGES)]),
        ("encrypted", [_encrypted() for _ in range(MESSAGES)]),
    ):
        for name, members in (("default", nobody), ("mixed", nobody[::2] + own[1::2]), ("own", own)):
            cpu_us = _cpu_us(events, members)
            figures[f"rules_{name}_{kind}_cpu_us"] = cpu_us
            figures[f"rules_{name}_{kind}_cpu_us_per_member"] = cpu_us / MEMBERS
    return figures


def _user(number: int) -> str:
    return f"@member{number}:bench.local"


def _ruleset(words: Words, number: int) -> Ruleset:
    """Three keywords, a quiet room, one's name and a muted kind of message, as people have who set their notifications."""
    found = Ruleset()
    for _ in range(3):
        keyword = words.random.choice(words.latin if number % 2 else words.han)
        found = found.put("content", f"word.{keyword}", {"actions": ["notify"], "pattern": keyword})
    found = found.put("room", f"!quiet{number}:bench.local", {"actions": []})
    name = [{"kind": "contains_display_name"}]
    found = found.put("override", "own.name", {"actions": ["notify"], "conditions": name})
    bots = [{"kind": "event_match", "key": "content.msgtype", "pattern": "m.notice"}]
    return found.put("override", "own.bots", {"actions": [], "conditions": bots})


def _plain(words: Words) -> Event:
    content = {"msgtype": "m.text", "body": words.text(), "m.mentions": {}}
    return Event("$e", ROOM, "m.room.message", "@sender:bench.local", None, content, 1, 1, (), (), "")


def _encrypted() -> Event:
    return Event("$e", ROOM, "m.room.encrypted", "@sender:bench.local", None, ENCRYPTED, 1, 1, (), (), "")


def _cpu_us(events: list[Event], members: Prepared) -> float:
    """The median of some rounds, of one message to all of them: as the follower of push and the counts do it."""

    def once() -> None:
        for event in events:
            view = EventView(event, CONTEXT)
            default = evaluate_default(view)
            for user_id, rules, name in members:
                if rules is None:
                    default.of(user_id)
                else:
                    rules.evaluate(view, name)

    return statistics.median(_timed(once) for _ in range(ROUNDS)) * 1e6 / len(events)


def _timed(work: Callable[[], None]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin
