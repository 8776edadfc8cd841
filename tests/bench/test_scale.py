"""The simulation behind docs/scale.md: nothing gets lost in it, one seed is one history, and the document shows what the command says."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest

from bench.scale.__main__ import SIZES, run_small, small
from bench.scale.assumptions import Assumptions
from bench.scale.cells import work
from bench.scale.charts import charts
from bench.scale.day import count_traffic
from bench.scale.placement import BEST, SLACK, STRATEGIES, place
from bench.scale.report import ROWS, between, put_in, short, tables
from bench.scale.scenario import Results, World, make_world
from bench.scale.units import Units

DOCUMENT = (Path(__file__).parents[2] / "docs" / "scale.md").read_text("utf-8")
FEW = replace(small(Assumptions()), sample_per_cell=80)


@pytest.fixture(scope="module")
def results() -> Results:
    """The small run, once."""
    return run_small(Units())


@pytest.fixture(scope="module")
def world() -> World:
    """A world of four simulated cells."""
    return make_world(1_000_000, FEW, 7, BEST)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_every_member_hears_a_message_at_once_or_it_waits(world: World, strategy: str) -> None:
    """However people are placed: the same messages, and every recipient of each is somewhere."""
    placement = place(strategy, world.people, world.sampled, world.cells, Random(strategy))
    traffic = count_traffic(world.people, world.day, placement, FEW)
    assert traffic.messages == world.day.messages > 1000
    sizes = [len(members) for members in world.people.rooms]
    assert traffic.recipients == sum(times * (sizes[room] - 1) for (room, _, _), times in world.day.said.items())
    assert traffic.recipients == traffic.live_here + traffic.live_elsewhere + traffic.waiting
    assert traffic.tails_in == traffic.tails_out


def test_the_work_of_all_cells_is_the_work_of_the_day(world: World) -> None:
    """What cells do hour by hour adds up to what was said: nothing twice, nothing left out. Whoever speaks hears herself."""
    traffic, flows = world.traffic, list(world.traffic.flows.values())
    assert sum(flow.sends for flow in flows) == traffic.messages
    heard = traffic.live_here + traffic.live_elsewhere + traffic.messages
    assert sum(flow.deliveries for flow in flows) == heard
    assert sum(times * hears.total() for said in traffic.said.values() for _, times, hears, _ in said) == heard
    assert sum(flow.receipts for flow in flows) == pytest.approx(FEW.read_share * (heard - traffic.messages))
    assert {cell for cell, _ in traffic.flows} == set(range(world.sampled))
    assert all(share >= 0 for flow in flows for share in work(flow, Units(), FEW, world.weight).values())


def test_only_members_speak_in_rooms_that_are_rooms(world: World) -> None:
    """People are in rooms with others, each once, and speak where they are."""
    assert all(len(set(members)) == len(members) >= 2 for members in world.people.rooms)
    assert all(sender in world.people.rooms[room] for room, _, sender in world.day.said)


def test_one_seed_is_one_history(world: World) -> None:
    """The same seed makes the same world; another seed, another."""
    again, other = make_world(1_000_000, FEW, 7, BEST), make_world(1_000_000, FEW, 8, BEST)
    assert again.day.said == world.day.said
    assert again.placement == world.placement
    assert again.traffic == world.traffic
    assert other.day.said != world.day.said


def test_one_simulated_person_stands_for_as_many_in_every_cell(world: World) -> None:
    """Weights give the real number of people back, for a cell and for all."""
    assert world.people.count * world.whole == pytest.approx(1_000_000)
    assert world.people.count / world.sampled * world.weight == pytest.approx(FEW.people_per_cell)


def test_labels_spread_until_cells_are_full(world: World) -> None:
    """Better placement crosses less, and fills no cell above its share."""
    homes = Counter(world.placement.home)
    assert max(homes.values()) <= world.people.count / world.sampled * SLACK + 1


def test_costs_grow_with_people(results: Results) -> None:
    """More people never cost less in all, and no more for each of them."""
    for less, more in zip(results.scales, results.scales[1:], strict=False):
        for name in ("cells", "messages_mean", "connections_peak", "cores_peak", "log_bytes_per_year"):
            assert getattr(less, name) < getattr(more, name), name
        assert less.bill.total < more.bill.total
        assert less.bill.total / less.people >= more.bill.total / more.people


def test_larger_cells_are_busier(results: Results) -> None:
    """The core of a cell works more for more people, and more still at a feast."""
    busy = [row[1] for row in results.sizes]
    assert busy == sorted(busy)
    assert all(row[1] < row[3] for row in results.sizes)


def test_hashing_crosses_most(results: Results) -> None:
    """Who lives near each other is at home in one cell: that is what placement is for."""
    crossing = {one.strategy: one.heard_elsewhere for one in results.placed}
    assert crossing[BEST] <= crossing["by town"] < crossing["person by hash, room with its maker"]
    assert crossing["person by hash, room with its maker"] < crossing["person and room by hash"]


def test_an_announcement_reaches_everybody_who_listens(results: Results) -> None:
    """Everybody is told, nobody before it was durable, and cells share the work of one."""
    for one in results.reaches:
        times = [at for at, _ in one.curve]
        assert times == sorted(times)
        assert times[0] > 0
        assert times[-1] == one.all_ms
    one_cell, *many = results.reaches
    assert all(one.all_ms < one_cell.all_ms for one in many)


def test_with_a_limit_everybody_comes_back(results: Results) -> None:
    """A queue without end is work for those who have gone; with a limit nothing is in vain."""
    blind, _, limited, helped = results.returns
    assert blind.wasted > limited.wasted == helped.wasted == 0
    assert helped.all_s < limited.all_s < blind.all_s


def test_the_document_shows_what_the_command_says(results: Results) -> None:
    """`python -m bench.scale --small --write` was run when something changed here; and the large table has the same rows."""
    assert between(DOCUMENT, "small") == tables(results)["growth"], (
        "run python -m bench.scale --small --write, and without --small"
    )
    large = between(DOCUMENT, "growth").splitlines()
    assert [row.split(" | ")[0].removeprefix("| ") for row in large[2:]] == [name for name, _ in ROWS]
    assert large[0].split(" | ")[1:] == [*(short(size).replace(" ", "") for size in SIZES[:-1]), "150M |"]
    for name in tables(results):
        assert between(DOCUMENT, name), f"the document has no table {name}"


def test_tables_go_between_their_marks() -> None:
    """What is written around them stays."""
    text = "a\n<!-- scale:x -->\nold\n<!-- /scale -->\nb\n<!-- scale:y -->\nkept\n<!-- /scale -->\n"
    new = put_in(text, {"x": "| new |"})
    assert between(new, "x") == "| new |"
    assert between(new, "y") == "kept"
    assert new.startswith("a\n")
    with pytest.raises(KeyError):
        put_in(text, {"z": ""})


def test_charts_are_pictures_that_say_what_they_are(results: Results) -> None:
    """Well-formed, with a title, and readable in the dark."""
    for name, chart in charts(results).items():
        root = ElementTree.fromstring(chart)
        title = root.find("{http://www.w3.org/2000/svg}title")
        assert title is not None, name
        assert title.text
        assert "prefers-color-scheme:dark" in chart
        assert "nan" not in chart.lower()
