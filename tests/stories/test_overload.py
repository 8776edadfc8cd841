"""A server that is full: further clients are told to come again, and those that are in are served."""

import asyncio

from tests.harness.client import V3, Door
from tests.harness.person import Person
from tests.harness.sliding_shapes import UNSTABLE
from tests.stories.conftest import OwnServer
from tests.stories.looking import LONG_MS, timeline


async def test_more_wait_for_news_than_the_operator_allows(own_server: OwnServer) -> None:
    """Both kinds of sync are refused early, sends and looks are not, and the metrics say so."""
    server = own_server({"LAIWANG_LIMITS__WAITING_MAX": "1"})
    anna, bo = [await Person.arrive(server.url, name) for name in ("anna", "bo")]
    room = await anna.create_room()
    await anna.sync()
    waiting = asyncio.create_task(anna.sync(LONG_MS))
    async with Door(server.url) as door:
        while "laiwang_syncs_parked 1.0" not in (metrics := (await door.respond("GET", "/metrics")).text):
            assert not waiting.done()
        assert 'laiwang_refused_total{reason="waiting"} 0.0' in metrics
        headers = {"Authorization": f"Bearer {bo.token}"}
        for method, path in (("GET", f"{V3}/sync"), ("POST", UNSTABLE)):
            answer = await bo.http.request(method, path, params={"timeout": LONG_MS}, json={}, headers=headers)
            assert (answer.status_code, answer.json()["errcode"]) == (503, "M_UNKNOWN")
            assert 1 <= int(answer.headers["Retry-After"]) <= 5
        said = await anna.say(room, "still served")
        assert said in [event["event_id"] for event in timeline(await waiting, room)]
        # Nobody waits any more: now he may.
        await bo.sync()
        metrics = (await door.respond("GET", "/metrics")).text
        assert 'laiwang_refused_total{reason="waiting"} 2.0' in metrics
    for person in (anna, bo):
        await person.close()
