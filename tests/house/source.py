"""The repository as the house tests read it: files, packages, capabilities, imports. Nothing of Laiwang is imported here."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
PACKAGE = SRC / "laiwang"

#: from the top step to the bottom one
STAIRS = ("edge", "growth", "commerce", "desk", "social", "chat", "people", "kernel", "matrix", "kit")
WINGS = STAIRS[1:-3]


@cache
def modules() -> tuple[Path, ...]:
    """Every Python file of the product."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def python_files() -> tuple[Path, ...]:
    """Every Python file of the repository: product, tests, measurements, examples."""
    return tuple(path for path in repository_files() if path.suffix == ".py")


@cache
def repository_files() -> tuple[Path, ...]:
    """Every file that is committed or about to be: what git knows and does not ignore."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    paths = (ROOT / name for name in sorted(set(listed.split("\0"))) if name)
    return tuple(path for path in paths if path.is_file())


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def capabilities() -> tuple[Path, ...]:
    """The folder of every capability: a package directly below a wing."""
    return tuple(
        folder
        for wing in WINGS
        for folder in sorted((PACKAGE / wing).glob("*/"))
        if folder.is_dir() and any(folder.glob("*.py"))
    )


def module_name(path: Path) -> str:
    """The dotted name of a file of the product."""
    parts = path.relative_to(SRC).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def is_module(name: str) -> bool:
    """Whether a dotted name is a module or a package of the product."""
    path = SRC.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of everything that a file imports, relative imports resolved; submodules by their own name."""
    package = module_name(path) if path.name == "__init__.py" else module_name(path).rpartition(".")[0]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                anchor = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*anchor, *([node.module] if node.module else [])])
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield node.lineno, full if base.split(".")[0] == "laiwang" and is_module(full) else base


def place(path: Path) -> str:
    """A path as messages name it."""
    return str(path.relative_to(ROOT))
