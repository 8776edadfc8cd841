"""The repository works on every machine: nothing in it names one, and its locks name public registries only."""

import json
import re
import tomllib
from pathlib import Path

from tests.house.source import ROOT, place, repository_files

#: folders of one machine or one person
MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:" + "|".join(("work", "home", "Users", "root")) + r")/[\w.-]+/")

PUBLIC_REGISTRIES = ("https://pypi.org/", "https://files.pythonhosted.org/", "https://registry.npmjs.org/")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []  # a picture or a font


def test_no_file_names_a_machine() -> None:
    """A path that exists on one machine only breaks on all others."""
    found = [
        f"{place(path)}:{number}: {match[0]}"
        for path in repository_files()
        for number, line in enumerate(_lines(path), 1)
        if (match := MACHINE_PATH.search(line))
    ]
    assert not found, "\n".join(found)


def test_python_lock_names_public_registries() -> None:
    """Anybody can install what `uv.lock` says."""
    urls = set(re.findall(r'"((?:https?|file):[^"]+)"', (ROOT / "uv.lock").read_text()))
    assert urls
    assert not [url for url in urls if not url.startswith(PUBLIC_REGISTRIES)]
    local = [
        package["name"]
        for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]
        if "registry" not in package["source"] and package["name"] != "laiwang"
    ]
    assert not local


def test_npm_locks_name_the_public_registry() -> None:
    """Anybody can install what a `package-lock.json` says."""
    for path in repository_files():
        if path.name == "package-lock.json":
            packages = json.loads(path.read_text())["packages"]
            resolved = [one["resolved"] for one in packages.values() if "resolved" in one and not one.get("link")]
            strange = [url for url in resolved if not url.startswith(PUBLIC_REGISTRIES)]
            assert not strange, f"{place(path)}: {strange}"


def test_scripts_can_be_run() -> None:
    """A file that starts with `#!` is executable."""
    found = [
        place(path)
        for path in repository_files()
        if not path.is_symlink() and path.read_bytes()[:2] == b"#!" and not path.stat().st_mode & 0o100
    ]
    assert not found
