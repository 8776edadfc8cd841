"""The web app in a real browser on a real server: each story of `web/e2e/stories` is a test."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.e2e.browser import ROOT, WEB, browser, environment, node
from tests.harness.server import SETTINGS, ServerProcess

STORIES = sorted(path.stem for path in (WEB / "e2e" / "stories").glob("*.mjs"))

# Pages of a browser on a busy machine are slow; this bounds a hang and measures nothing.
STORY_TIMEOUT_S = 240


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server that serves the built app."""
    process = ServerProcess(tmp_path_factory.mktemp("e2e") / "data")
    process.start()
    yield process
    process.stop()


def _operator(server: ServerProcess) -> dict[str, object]:
    """How a story runs the command `laiwang` on this server: the program with its settings, and what comes behind a command."""
    return {"program": [sys.executable, "-m", "laiwang"], "data": ["--data", str(server.data)], "settings": SETTINGS}


def test_there_are_stories() -> None:
    """An empty folder would let everything pass."""
    assert len(STORIES) >= 7


@pytest.mark.timeout(STORY_TIMEOUT_S + 30)
@pytest.mark.parametrize("story", STORIES)
def test_story(story: str, server: ServerProcess) -> None:
    """Everything happens as told, and no page reports an error."""
    if browser() is None:
        pytest.skip("no Chromium on this machine: `apt-get install chromium`, or name one in CHROMIUM")
    assert node() is not None, "no Node: run `make setup`"
    if not (WEB / "node_modules" / "playwright-core").is_dir():
        pytest.skip("web/node_modules is not installed: `make web`")
    assert (ROOT / "src" / "laiwang" / "webapp" / "index.html").is_file(), "the web app is not built: `make web`"
    command = [str(node()), "e2e/run.mjs", story, server.url, str(ROOT / "test-results" / "web")]
    told = subprocess.run(
        command,
        cwd=WEB,
        env={**environment(), "E2E_OPERATOR": json.dumps(_operator(server))},
        capture_output=True,
        text=True,
        timeout=STORY_TIMEOUT_S,
        check=False,
    )
    assert told.returncode == 0, f"{told.stdout}\n{told.stderr}\n{server.log_tail(20)}"
