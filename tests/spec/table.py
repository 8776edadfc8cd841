"""docs/matrix-api.md: every operation of the Client-Server API, whether the server has it, and the tests that show it.

`python -m tests.spec.table` writes the document anew from the specification, the manifests and two files beside this one:
`tiers.json`, how soon a real client misses an operation, and `shown.json`, which tests used it. The latter comes from a run with
LAIWANG_RECORD_ROUTES=FILE (tests/harness/schema.py); `python -m tests.spec.table FILE` takes that in first.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

from tests.spec.routes import Operation, operations, supported

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DOCUMENT = ROOT / "docs" / "matrix-api.md"
TIERS = HERE / "tiers.json"
SHOWN = HERE / "shown.json"
#: it asks every operation, which shows that nothing breaks and not that it works
EVERYWHERE = "tests/spec/"

#: why there is no such route
NOT_HERE = {
    "getWellknownPolicy": "policy servers judge events of federated rooms",
    "post3PIDs": "deprecated in favour of /3pid/add",
    "getEvents": "deprecated in favour of /sync",
    "getOneEvent": "deprecated in favour of /rooms/{roomId}/event/{eventId}",
    "initialSync": "deprecated in favour of /sync",
    "roomInitialSync": "deprecated; guests may not peek here",
    "redirectToSSO": "there is no single sign-on",
    "redirectToIdP": "there is no single sign-on",
}
_NO_PHONES = "refused: phone numbers are not kept"
_NO_OPEN_MEDIA = "M_NOT_FOUND: files are shown to people who are logged in"
#: answered as the specification wants it of a server that does not have the thing
NOTHING_BEHIND = {
    "getAuthMetadata": "M_UNRECOGNIZED: there is no OAuth 2.0",
    "bind3PID": "M_SERVER_NOT_TRUSTED: there is no identity server",
    "unbind3pidFromAccount": "nothing to take back: there is no identity server",
    "requestTokenToRegisterMSISDN": _NO_PHONES,
    "requestTokenToResetPasswordMSISDN": _NO_PHONES,
    "requestTokenTo3PIDMSISDN": _NO_PHONES,
    "getContent": _NO_OPEN_MEDIA,
    "getContentOverrideName": _NO_OPEN_MEDIA,
    "getContentThumbnail": _NO_OPEN_MEDIA,
}
INTRODUCTION = """# The Matrix Client-Server API, route by route

Made by `python -m tests.spec.table` from the specification (v1.19) and the manifests of the capabilities; a house test holds it to both.
Tier 1 is what a client needs to log in, sync and talk; 2 is encryption, push, search, spaces, threads and application services; 3 is
single sign-on, third-party networks and SMS. **Shown by** names the tests that used the operation and got a good answer; beside them
`tests/spec/test_any_input.py` throws good and bad input at every operation that the server has.
"""


def standing(operation: Operation) -> str:
    """What the table says of an operation. Raises KeyError for one that is not there without a reason."""
    if operation.id not in supported():
        return f"no: {NOT_HERE[operation.id]}"
    behind = NOTHING_BEHIND.get(operation.id)
    return "yes" if behind is None else f"nothing behind it: {behind}"


def rendered() -> str:
    """The whole document."""
    tiers: dict[str, str] = json.loads(TIERS.read_text(encoding="utf-8"))
    shown: dict[str, list[str]] = json.loads(SHOWN.read_text(encoding="utf-8"))
    groups: dict[str, list[Operation]] = defaultdict(list)
    for operation in operations():
        groups[operation.group].append(operation)
    standings = {operation.id: standing(operation) for operation in operations()}
    yes = sum(said == "yes" for said in standings.values())
    no = sum(said.startswith("no:") for said in standings.values())
    counts = f"{yes} supported, {len(standings) - yes - no} answered with nothing behind them, {no} not there"
    lines = [INTRODUCTION, f"{len(standings)} operations: {counts}."]
    for group in sorted(groups):
        lines += ["", f"## {group}", "", "| operation | route | tier | supported | shown by |", "|---|---|---|---|---|"]
        for one in groups[group]:
            tests = ", ".join(f"`{path.removeprefix('tests/')}`" for path in shown.get(one.id, ())) or "–"
            lines.append(
                f"| {one.id} | `{one.method} {one.template}` | {tiers[one.id]} | {standings[one.id]} | {tests} |"
            )
    return "\n".join(lines) + "\n"


def take_in(record: Path) -> None:
    """Makes `shown.json` from what a run of the tests recorded."""
    by_place = {(one.method, one.template): one.id for one in operations()}
    shown: dict[str, set[str]] = defaultdict(set)
    for line in record.read_text(encoding="utf-8").splitlines():
        method, template, test = line.split(" ", 2)
        operation = by_place.get((method, template))
        if operation is not None and not test.startswith(EVERYWHERE):
            shown[operation].add(test)
    sorted_ = {operation: sorted(tests) for operation, tests in sorted(shown.items())}
    SHOWN.write_text(json.dumps(sorted_, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        take_in(Path(sys.argv[1]))
    DOCUMENT.write_text(rendered(), encoding="utf-8")
