"""Whatever may be asked is answered in numbers, with the extra or without it."""

from __future__ import annotations

import math
import subprocess
import sys
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laiwang.growth.forecast.model import ForecastAnswer, ForecastAsked, ObservedCohort, OwnDataAsked
from laiwang.growth.forecast.reckoner import Question, reckon
from laiwang.growth.forecast.reckoning import EXTRA_MISSING, refused
from laiwang.growth.forecast.rules.answering import AskedWrongly, ExtraMissing, own_data
from laiwang.kit.refusals import Refused


def number(least: float, most: float) -> st.SearchStrategy[float]:
    """Also the ends, and what lies orders of magnitude apart."""
    ends = st.sampled_from([least, most, (least + most) / 2])
    return ends | st.floats(least, most) | st.floats(-12, 12).map(lambda power: min(most, max(least, 10.0**power)))


people, share = number(0, 1e11), number(0, 1)
waves = st.fixed_dictionaries(
    {
        "inviters": st.sampled_from([0, 1, 150, 10**8]),
        "quota": st.sampled_from([0, 1, 100, 10**5]),
        "response": share,
        "overdispersion": number(0, 0.99),
        "median_days": number(1e-9, 3650),
        "spread": number(0.01, 5),
        "month": st.integers(0, 119),
    }
)
plans = st.fixed_dictionaries(
    {
        "addressable": number(1, 1e11),
        "word_of_mouth": number(0, 10),
        "retention": st.fixed_dictionaries(
            {"alpha": number(1e-9, 1e6), "beta": number(1e-9, 1e6), "activation": number(1e-6, 1)}
        ),
        "waves": st.lists(waves, max_size=2),
        "bought": st.lists(people, max_size=3),
        "deleted_share": share,
        "resurrected_share": share,
    }
)
doubts = st.fixed_dictionaries(
    {name: number(0, 2) for name in ("word_of_mouth", "retention", "bought", "response", "addressable")}
)
goals = st.lists(
    st.fixed_dictionaries(
        {
            "people": number(1e-3, 1e11),
            "by_month": st.integers(0, 7),
            "measure": st.sampled_from(["registered", "active"]),
        }
    ),
    max_size=2,
)


def numbers(value: Any) -> list[float]:
    """Every number inside."""
    if isinstance(value, dict):
        return [one for inner in value.values() for one in numbers(inner)]
    if isinstance(value, list):
        return [one for inner in value for one in numbers(inner)]
    return [value] if isinstance(value, float) else []


@settings(max_examples=30)
@given(plans, doubts, goals, st.integers(8, 20))
def test_whatever_may_be_asked_is_answered(
    plan: dict[str, Any], uncertainty: dict[str, Any], goals: list[dict[str, Any]], months: int
) -> None:
    """By the process that reckons, as JSON that is what it says it is; every number is finite."""
    body = {"scenario": plan, "uncertainty": uncertainty, "goals": goals, "months": months, "draws": 4}
    reply = reckon(Question(asked=msgspec.convert(body, ForecastAsked)))
    assert reply.wrong is None
    found = msgspec.json.decode(bytes(reply.answer))
    msgspec.convert(found, ForecastAnswer)
    assert all(math.isfinite(one) for one in numbers(found))


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), share), min_size=7, max_size=12), number(1, 1e11))
def test_whatever_a_server_has_seen_is_fitted(seen: list[tuple[int, float]], addressable: float) -> None:
    """Or it is said what is lacking; what was fitted can be asked on."""
    ages = range(len(seen) - 1, -1, -1)
    cohorts = [ObservedCohort(age, size, round(size * part)) for age, (size, part) in zip(ages, seen, strict=True)]
    try:
        found = own_data(cohorts, OwnDataAsked(addressable, draws=3))
    except AskedWrongly:
        assert sum(size for size, _ in seen) > addressable
        return
    told = msgspec.to_builtins(found)
    assert all(math.isfinite(one) for one in numbers(told))
    assert (found.calibrated is None) == bool(found.lacking)
    if found.calibrated is not None:
        body = {
            "scenario": told["calibrated"]["scenario"],
            "samples": told["calibrated"]["samples"],
            "months": 3,
            "draws": 3,
        }
        assert reckon(Question(asked=msgspec.convert(body, ForecastAsked))).wrong is None


def test_a_server_without_the_extra() -> None:
    """The command on a Python in which NumPy cannot be imported: tables without fans; fans name what to install."""
    program = "import sys; sys.modules['numpy'] = None; from laiwang.edge.cli import main; sys.exit(main(sys.argv[1:]))"
    for arguments, code, told in (
        (["forecast", "--language", "en"], 0, "laiwang[forecast] is not installed"),
        (["forecast", "--language", "zh", "--draws", "9"], 2, "pip install 'laiwang[forecast]'"),
    ):
        done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=60)
        assert done.returncode == code, done.stderr
        assert told in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_what_the_route_says_without_the_extra() -> None:
    """An error code of its own, and the name of the extra."""
    with pytest.raises(Refused) as caught, refused():
        raise ExtraMissing
    assert (caught.value.status, caught.value.errcode) == (400, EXTRA_MISSING)
    assert caught.value.extra == {"extra": "laiwang[forecast]"}
