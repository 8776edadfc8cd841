"""Two people talk with matrix-js-sdk, in the clear and end-to-end encrypted, and one of them loses her device.

The stories are told by `talk.mjs`, `encrypted.mjs` and `backup.mjs`; each reports what it has reached in lines of JSON, which
are held to what they must say here.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.harness.server import ServerProcess

pytestmark = [pytest.mark.node, pytest.mark.process]

HERE = Path(__file__).resolve().parent
STORY_TIMEOUT_S = 200

Steps = dict[str, dict[str, Any]]


def node() -> str:
    """The path of Node.js; without it or its packages the test is skipped, and fails where nothing may be skipped."""
    found = shutil.which("node", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))
    missing = None
    if found is None:
        missing = "there is no Node.js"
    elif not (HERE / "node_modules" / "matrix-js-sdk").exists():
        missing = f"matrix-js-sdk is not installed: run `npm ci` in {HERE}, or `make test`"
    if missing is not None:
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    assert found is not None
    return found


def tell(story: str, server: ServerProcess) -> Steps:
    """Run a story and return what it reported, by step."""
    done = subprocess.run(
        [node(), str(HERE / story), server.url], capture_output=True, text=True, timeout=STORY_TIMEOUT_S, check=False
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    steps = {line.pop("step"): line for line in lines}
    assert done.returncode == 0, f"{story} stopped after {list(steps)[-1:]}\n{done.stderr[-6000:]}"
    assert list(steps)[-1] == "end"
    return steps


@pytest.fixture(scope="module")
def talk(server: ServerProcess) -> Steps:
    """What the story of a talk in the clear reported."""
    return tell("talk.mjs", server)


@pytest.fixture(scope="module")
def encrypted(server: ServerProcess) -> Steps:
    """What the story of an encrypted talk reported."""
    return tell("encrypted.mjs", server)


@pytest.fixture(scope="module")
def backup(server: ServerProcess) -> Steps:
    """What the story of a lost device reported."""
    return tell("backup.mjs", server)


def test_start(talk: Steps) -> None:
    """The client finds versions it speaks, and the push rules that everybody begins with."""
    started = talk["started"]
    assert {"v1.11", "v1.19"} <= set(started["versions"])
    assert ".m.rule.master" in started["push_rules"]
    assert ".m.rule.is_user_mention" in started["push_rules"]


def test_invite_and_join(talk: Steps) -> None:
    """Bob is invited by Alice and comes."""
    assert talk["joined"]["inviter"] == talk["started"]["alice"]
    assert talk["joined"]["members"] == sorted((talk["started"]["alice"], talk["started"]["bob"]))


def test_send(talk: Steps) -> None:
    """The message arrives, and the sender's local echo has become it."""
    assert talk["sent"] == {
        "body": "Tea?",
        "sender": talk["started"]["alice"],
        "copies": 1,
        "echo_settled": True,
    }


def test_unread_counts_and_receipts(talk: Steps) -> None:
    """What is unread is counted until it is read, and the sender sees by whom."""
    assert talk["read"] == {"unread": 1, "readers": [talk["started"]["bob"]]}


def test_edit_reaction_reply_and_redaction(talk: Steps) -> None:
    """Relations work as the client understands them."""
    assert talk["edited"]["body"] == "Green tea?"
    assert talk["reacted"]["reactions"] == [["🍵", 1]]
    assert talk["redacted"]["reply_to"].startswith("$")
    assert talk["redacted"]["content"] == {}


def test_photo(talk: Steps) -> None:
    """A photo comes back byte for byte through authenticated media."""
    photo = talk["photo"]
    assert photo["url"].startswith("/_matrix/client/v1/media/download/")
    assert (photo["status"], photo["type"], photo["same"]) == (200, "image/png", True)


def test_history(talk: Steps) -> None:
    """A new device pages back to the beginning and has everything once, in order, edits applied."""
    history = talk["history"]
    assert history["begun"] < 45
    assert history["first"] == "m.room.create"
    assert history["lines"] == [f"line {number}" for number in range(45)]
    assert history["ids"] is True
    assert history["edited"] == "Green tea?"
    assert history["context"] is True


def test_leave(talk: Steps) -> None:
    """Who left is out on all devices; the other device had got the account data."""
    assert talk["left"] == {"again": "M_FORBIDDEN", "tea": "green", "rooms": []}


def test_cross_signing(encrypted: Steps) -> None:
    """Both have set up cross-signing without being asked for a password, as is specified for first keys."""
    step = encrypted["cross_signing"]
    assert step["asked"] == []
    assert step["ready"] == [True, True]
    assert step["known_to_bob"] is True
    assert step["status"]["publicKeysOnDevice"] is True
    assert step["status"]["privateKeysInSecretStorage"] is True


def test_encrypted_both_ways(encrypted: Steps) -> None:
    """Each reads the other one, and the server holds nothing that can be read."""
    step = encrypted["both_ways"]
    assert step["at_bob"] == "nobody else reads this"
    assert step["at_alice"] == "nor this"
    assert step["stored_type"] == "m.room.encrypted"
    assert "ciphertext" in step["stored_keys"]
    assert "body" not in step["stored_keys"]
    assert step["stored_text"] is False
    assert encrypted["many"]["whispers"] == 30


def test_second_device(encrypted: Steps) -> None:
    """A new device is verified by its person's cross-signing keys, and reads and writes from then on."""
    step = encrypted["second_device"]
    assert (step["signed_before"], step["signed_after"]) == (False, True)
    assert step["verified_after"] is True
    assert step["ready"] is True
    assert step["trusted_by_phone"] is True
    assert step["keys"] == {"masterKey": True, "selfSigningKey": True, "userSigningKey": True}
    step = encrypted["three_devices"]
    assert [body for body, _ in step["reads"]] == ["to all three of us", "written on the tablet"] * 3
    # What was said before it came was not said to it.
    assert step["old"] > 0
    assert step["old_unreadable"] is True


def test_emoji_verification(encrypted: Steps) -> None:
    """Two people compare emoji; all devices of both then trust the other one, also the device that took no part."""
    assert encrypted["verified"] == {"same_emoji": True, "emoji": 7, "by": 3, "bob_trusts_tablet": True}


def test_code_verification(encrypted: Steps) -> None:
    """One device reads the code that another one of the same person shows, and both are sure."""
    assert encrypted["code"] == {"phases": [True, True], "header": "MATRIX"}


def test_device_gone(encrypted: Steps) -> None:
    """After a device has logged out, others learn it and talk goes on."""
    assert encrypted["logged_out"]["at_alice"] == "just the two of us"


def test_key_backup(backup: Steps) -> None:
    """Room keys of a device that is gone come back on a new one, and its own go into the same backup."""
    assert backup["begun"]["version"] == "1"
    assert backup["backed_up"]["count"] == 4
    restored = backup["restored"]
    assert (restored["total"], restored["imported"], restored["version"]) == (4, 4, "1")
    assert restored["texts"] == [
        f"{room}: {text}" for room in ("Kitchen", "Cellar") for text in ("a question", "an answer")
    ]
    assert backup["goes_on"] == {"at_bob": "I am back"}
    assert backup["grown"] == {"more": True, "changed": True}


@pytest.fixture(scope="module")
def sliding(server: ServerProcess) -> Steps:
    """What the story of an encrypted talk over sliding sync reported."""
    return tell("sliding.mjs", server)


def test_sliding_start_and_membership(sliding: Steps) -> None:
    """The client finds sliding sync, is told the push rules, is invited and comes."""
    assert sliding["started"]["flag"] is True
    assert ".m.rule.master" in sliding["started"]["push_rules"]
    assert sliding["joined"] == {"inviter": sliding["started"]["alice"], "name": "Back room", "count": 1}


def test_sliding_encrypted(sliding: Steps) -> None:
    """Everybody reads everybody, whichever way they sync, and a device that came later too."""
    assert sliding["talked"]["reads"] == ["from Alice"] * 3 + ["from Bob"] * 3 + ["from Carol"] * 3
    assert sliding["many"]["whispers"] == 20
    assert sliding["second_device"]["read"] == "all of you"


def test_sliding_extensions(sliding: Steps) -> None:
    """Receipts, typing, tags and account data arrive."""
    assert sliding["beside"]["tag"] == {"order": 0.5}
    assert sliding["beside"]["theme"] == {"theme": "dark"}


def test_sliding_windows(sliding: Steps) -> None:
    """A room outside of the window brings what was missed when it is opened; a larger window brings the rest."""
    assert sliding["opened"] == {"caught": "are you there?", "rooms": 4}
    assert sliding["left"]["members"] == 2


def test_a_dehydrated_device(server: ServerProcess) -> None:
    """Who is logged in nowhere reads with her next device what was said meanwhile, and leaves another device for the next time."""
    steps = tell("dehydrated.mjs", server)
    assert steps["left"] == {"supported": True, "sessions": 1, "algorithm": "org.matrix.msc3814.v2"}
    assert steps["read"] == {"body": "are you there?", "keys": 1, "is_another": True}
