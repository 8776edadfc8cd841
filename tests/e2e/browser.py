"""Where the browser and Node are, with which the stories and pictures of the web app are made."""

import os
import shutil
from pathlib import Path

__all__ = ["ROOT", "WEB", "browser", "environment", "node"]

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "web"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def node() -> str | None:
    """Node of the virtual environment, else of the machine."""
    own = ROOT / ".venv" / "bin" / "node"
    return str(own) if own.exists() else shutil.which("node")


def browser() -> str | None:
    """A Chromium: the one named in CHROMIUM, else the machine's."""
    return os.environ.get("CHROMIUM") or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def environment() -> dict[str, str]:
    """What Node is started with, so that it finds this Chromium."""
    return {**os.environ, "CHROMIUM": browser() or ""}
