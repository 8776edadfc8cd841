"""The pictures of the documents, taken anew: `make pictures`. Needs Chromium, Inter, Noto Sans CJK and Noto Color Emoji."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.e2e.browser import ROOT, WEB, browser, environment, node
from tests.harness.server import SETTINGS, ServerProcess

FOLDER = ROOT / "docs" / "images"
BYTES_MAX = 300 * 1024
#: of pictures as wide as a phone, which several stand beside each other
PHONE_BYTES_MAX = 60 * 1024
PHONE_PIXELS_WIDE = 780
QUALITIES = (88, 82, 76)


def main() -> int:
    """Start a server, let the small world of web/e2e/script.mjs happen there, take its pictures and make them small."""
    if browser() is None or node() is None:
        sys.stderr.write(
            "Pictures need Node (`make setup`) and Chromium (`apt-get install chromium`, or name one in CHROMIUM).\n"
        )
        return 1
    with tempfile.TemporaryDirectory(prefix="laiwang-pictures-") as scratch:
        raw = Path(scratch) / "raw"
        raw.mkdir()
        server = ServerProcess(Path(scratch) / "data", {"LAIWANG_SERVER__NAME": "laiwang.example"})
        server.start()
        try:
            command = [str(node()), "e2e/pictures.mjs", server.url, str(raw)]
            operator = {
                "program": [sys.executable, "-m", "laiwang"],
                "data": ["--data", str(server.data)],
                "settings": {**SETTINGS, "LAIWANG_SERVER__NAME": "laiwang.example"},
            }
            settings = {**environment(), "E2E_OPERATOR": json.dumps(operator)}
            taken = subprocess.run(command, cwd=WEB, env=settings, check=False)
        finally:
            server.stop()
        FOLDER.mkdir(parents=True, exist_ok=True)
        for path in sorted(raw.glob("*.png")):
            _shrink(path, FOLDER / f"{path.stem}.webp")
    return taken.returncode


def _shrink(path: Path, to: Path) -> None:
    """Store a screenshot as WebP, as fine as its size allows."""
    with Image.open(path) as picture:
        wanted = PHONE_BYTES_MAX if picture.width <= PHONE_PIXELS_WIDE else BYTES_MAX
        for quality in QUALITIES:
            picture.convert("RGB").save(to, "WEBP", quality=quality, method=6)
            size = to.stat().st_size
            if size <= wanted:
                break
    assert size <= BYTES_MAX, f"{to.name} has {size} bytes, more than {BYTES_MAX}"
    sys.stdout.write(f"{to.relative_to(ROOT)}  {size // 1024} KiB\n")


if __name__ == "__main__":
    sys.exit(main())
