"""An administrator asks how many people there will be: for the example of 2013, for a plan of her own, and for her own server."""

from __future__ import annotations

import sqlite3
import time
from typing import Any

import pytest

from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.administrators import ADMIN, command, promote
from tests.stories.conftest import Newcomer, OwnServer

FORECAST = f"{ADMIN}/forecast"
OWN_DATA = f"{FORECAST}/own-data"
DAY_MS = 86_400_000
MONTHS = 12
NEWCOMERS = 40


@pytest.fixture
async def admin(server: ServerProcess, newcomer: Newcomer) -> Person:
    """An administrator."""
    return await promote(server, await newcomer("admin"))


async def test_the_example_of_2013(admin: Person, alice: Person) -> None:
    """Its scenarios are told, and are answered with fans, goals, needs and levers; asked again, it is the same."""
    examples = await admin.get(f"{FORECAST}/examples")
    assert examples["has_extra"]
    assert {"2013-laiwang", "2013-momo", "2013-wechat", "2013-laiwang-wave"} <= set(examples["scenarios"])
    asked = {"example": "2013", "draws": 200, "goals": examples["goals"]}
    found = await admin.post(FORECAST, json=asked)
    assert found["scenario"] == examples["scenarios"]["2013-laiwang"]
    assert found["registered"]["central"][0] == pytest.approx(9.2e6, rel=0.01)
    for curve in (found["registered"], found["active"]):
        for low, middle, high in zip(*(curve["fan"][name] for name in ("low", "middle", "high")), strict=True):
            assert low <= middle <= high
    months = [one["month"] for one in found["goals"]]
    assert months == [16, 19, None]
    assert all(0 <= one["chance"] <= 1 for one in found["goals"])
    needed = {(one["goal"]["people"], one["lever"]): one["needed"] for one in found["needs"]}
    assert needed[60e6, "survival_12"] == pytest.approx(0.144, abs=0.002)
    assert {one["lever"] for one in found["levers"]} == {"word_of_mouth", "first_month", "bought", "waves"}
    assert await admin.post(FORECAST, json=asked) == found
    await alice.post(FORECAST, json=asked, expect=(403, "M_FORBIDDEN"))
    await alice.post(OWN_DATA, json={"addressable": 1e6}, expect=(403, "M_FORBIDDEN"))
    await alice.get(f"{FORECAST}/examples", expect=(403, "M_FORBIDDEN"))


async def test_a_plan_of_her_own(admin: Person) -> None:
    """A shop with a hundred regulars; without draws there is no fan. What makes no sense is refused, and what would take too long."""
    plan: dict[str, Any] = {
        "addressable": 20_000,
        "word_of_mouth": 0.2,
        "retention": {"alpha": 0.7, "beta": 2.0, "activation": 0.8},
        "waves": [{"inviters": 10, "quota": 30, "response": 0.3}],
        "history": [60, 40],
    }
    found = await admin.post(FORECAST, json={"scenario": plan, "months": 6, "draws": 0})
    assert len(found["active"]["central"]) == 6
    assert found["registered"]["fan"] is None
    assert 100 < found["registered"]["central"][0] < 200
    wrong = (400, "M_BAD_JSON")
    misshapen: list[dict[str, Any]] = [
        {"scenario": plan, "months": 121},
        {"scenario": plan, "draws": 2001},
        {"scenario": {**plan, "retention": {"alpha": 0, "beta": 1}}},
        {"scenario": {**plan, "bought": [-1]}},
        {"scenario": {**plan, "bought": [0] * 121}},
        {"scenario": {**plan, "advertising": 5}},
        {"example": 2013},
        {"scenario": plan, "goals": [{"people": 1, "by_month": 3}] * 9},
    ]
    for body in misshapen:
        await admin.post(FORECAST, json=body, expect=wrong)
    impossible: list[dict[str, Any]] = [
        {},
        {"example": "1999"},
        {"example": "2013", "scenario": plan},
        {"scenario": plan, "months": 6, "goals": [{"people": 1, "by_month": 6}]},
        {"scenario": {**plan, "addressable": 50}, "draws": 0},
    ]
    for body in impossible:
        await admin.post(FORECAST, json=body, expect=(400, "M_INVALID_PARAM"))


async def test_a_young_server_has_too_little(admin: Person) -> None:
    """It says what is missing, and invents nothing."""
    found = await admin.post(OWN_DATA, json={"addressable": 1e6})
    assert found["calibrated"] is None
    assert found["backtest"] is None
    assert "months" in [one["what"] for one in found["lacking"]]
    assert found["people"] == sum(one["people"] for one in found["cohorts"]) > 0
    await admin.post(OWN_DATA, json={}, expect=(400, "M_BAD_JSON"))
    await admin.post(OWN_DATA, json={"addressable": 1}, expect=(400, "M_INVALID_PARAM"))


async def test_a_server_with_a_past(own_server: OwnServer, embedded: None) -> None:
    """A year of registrations, of whom ever fewer write: fitted, tested on its past, and forecast on. The command says it as well."""
    server = own_server({})
    root = await promote(server, await Person.arrive(server.url, "root"))
    server.stop()
    today = int(time.time() * 1000) // DAY_MS
    with sqlite3.connect(server.data / "laiwang.db") as database:
        # Time cannot be turned back through the front door.
        database.execute("update accounts set created_ms = created_ms - 400 * ?", (DAY_MS,))
        for age in range(MONTHS):
            for number in range(NEWCOMERS + 2 * (MONTHS - age)):
                user_id, made_ms = f"@p{age}-{number}:test.local", (today - 30 * age - 15) * DAY_MS
                database.execute("insert into accounts values (?, 'x', 0, 0, 0, 0, ?)", (user_id, made_ms))
                day = today - 3 if number * (age + 2) < 1.6 * NEWCOMERS else today - 60
                database.execute("insert into activity_last_days values (?, ?)", (user_id, day))
    database.close()
    server.start()
    found = await root.post(OWN_DATA, json={"addressable": 50_000, "draws": 20})
    assert found["lacking"] == []
    people = [one["people"] for one in found["cohorts"] if one["age"] < MONTHS]
    assert people == [NEWCOMERS + 2 * (MONTHS - age) for age in range(MONTHS - 1, -1, -1)]
    active = [one["active"] for one in found["cohorts"] if one["age"] < MONTHS]
    assert active == sorted(active)
    assert found["active"] == sum(active)
    fitted = found["calibrated"]
    assert len(fitted["samples"]) == 20
    assert found["backtest"]["forecasts"] > 0
    asked = {"scenario": fitted["scenario"], "samples": fitted["samples"], "months": 12, "draws": 100}
    forecast = await root.post(FORECAST, json=asked)
    assert forecast["registered"]["central"][-1] > found["people"]
    printed = await command(server, "forecast", "--addressable", "50000", "--draws", "50", "--language", "en")
    assert f"{found['people']} people are registered" in printed
    assert "Tested on the past" in printed
    await root.close()
