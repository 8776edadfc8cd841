"""docs/matrix-api.md says what the manifests say."""

import json
import re

from tests.house.source import ROOT
from tests.spec import table
from tests.spec.routes import operations, served, supported

AGAIN = "write it anew: .venv/bin/python -m tests.spec.table"


def test_the_table_is_that_of_the_manifests() -> None:
    """A route that comes or goes changes the document with it."""
    assert table.DOCUMENT.read_text(encoding="utf-8") == table.rendered(), AGAIN


def test_what_is_not_there_has_a_reason_and_what_is_there_has_none() -> None:
    """An operation is supported, answered with nothing behind it, or not there for a reason; all have a tier."""
    ids = {operation.id for operation in operations()}
    assert ids - supported() <= table.NOT_HERE.keys()
    assert table.NOT_HERE.keys() - supported() == table.NOT_HERE.keys(), "take these reasons out of NOT_HERE"
    assert table.NOTHING_BEHIND.keys() <= supported()
    assert set(json.loads(table.TIERS.read_text(encoding="utf-8"))) == ids


def test_tests_that_show_something_exist() -> None:
    """A test that was renamed or went is not named any more."""
    shown = json.loads(table.SHOWN.read_text(encoding="utf-8"))
    gone = {path for paths in shown.values() for path in paths if not (ROOT / path).is_file()}
    assert not gone, "record again (tests/spec/README.md)"


def test_routes_bear_the_names_of_the_specification() -> None:
    """Metrics and limits go by operationId, so each route of the specification has its own."""
    ids = {operation.id for operation in operations()}
    for route in served():
        if route.operation:
            assert route.operation in ids or not re.match(r"/_matrix/(client|media)/(v\d+)/", route.path), route.path
