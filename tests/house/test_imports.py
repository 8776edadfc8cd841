"""What the import contracts of pyproject.toml cannot say about who may import what."""

import tomllib
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOT, STAIRS, WINGS, imports, module_name, modules, place


def _capability(name: str) -> tuple[str, str] | None:
    """(wing, capability) that a dotted name is in, if any."""
    parts = name.split(".")
    return (parts[1], parts[2]) if len(parts) > 2 and parts[1] in WINGS else None


def entries_by_the_window(path: Path) -> list[str]:
    """Imports of a file of another capability, past its package."""
    own = _capability(module_name(path))
    found = []
    for line, name in imports(path):
        if not name.startswith("laiwang."):
            continue
        theirs = _capability(name)
        if theirs is not None and theirs != own and len(name.split(".")) > 3:
            found.append(f"{place(path)}:{line} {name}")
    return found


def test_a_capability_is_entered_through_its_package() -> None:
    """`from laiwang.people import accounts` or `from laiwang.people.accounts import Accounts`, never `…accounts.store`."""
    found = [one for path in modules() for one in entries_by_the_window(path)]
    assert not found, "use what the package offers, or let it offer more:\n" + "\n".join(found)


def test_tests_and_source_agree_on_the_stairs() -> None:
    """The stairs of the contract, of these tests and of the tree are the same."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    assert tuple(layer.strip("()") for layer in layers) == STAIRS
    folders = {path.name for path in PACKAGE.glob("*/") if path.is_dir() and any(path.glob("*.py"))}
    assert folders <= {*STAIRS, "adapters"}


@pytest.mark.parametrize("wing", WINGS)
def test_a_wing_has_no_code_of_its_own(wing: str) -> None:
    """A wing is a folder of capabilities; code between them would belong to none."""
    found = [place(path) for path in (PACKAGE / wing).glob("*.py") if path.name != "__init__.py"]
    assert not found, f"put it into a capability: {found}"
