"""Every package has a front door that says what it is; everything public says what it does."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import capabilities, modules, place, tree

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _is_public(node: Definition) -> bool:
    if node.name.startswith("_"):
        return False
    names = {ast.unparse(decorator).rpartition(".")[2] for decorator in node.decorator_list}
    # The meaning of an overload, a setter or an override stands where the thing is first defined.
    return not names & {"overload", "setter", "deleter", "override"}


def _public_definitions(path: Path) -> Iterator[tuple[str, Definition]]:
    for node in tree(path).body:
        if not isinstance(node, Definition) or not _is_public(node):
            continue
        yield node.name, node
        if isinstance(node, ast.ClassDef):
            for child in node.body:
                if isinstance(child, Definition) and _is_public(child):
                    yield f"{node.name}.{child.name}", child


def test_modules_say_what_they_are() -> None:
    """The first lines of a file tell a reader whether she is in the right place."""
    found = [place(path) for path in modules() if not ast.get_docstring(tree(path))]
    assert not found, f"no docstring: {found}"


def test_everything_public_has_a_docstring() -> None:
    """What it is, units, errors raised, and the section of the specification where there is one."""
    found = [
        f"{place(path)}:{node.lineno} {name}"
        for path in modules()
        for name, node in _public_definitions(path)
        if not ast.get_docstring(node)
    ]
    assert not found, "no docstring:\n" + "\n".join(found)


def test_a_capability_has_a_front_door() -> None:
    """The package names what others may use; nothing else of it is theirs."""
    for folder in capabilities():
        door = tree(folder / "__init__.py")
        assert ast.get_docstring(door), f"{place(folder)}: say what it is in the docstring of __init__.py"
        assigned = {
            target.id
            for node in door.body
            if isinstance(node, ast.Assign | ast.AnnAssign)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        assert "__all__" in assigned, f"{place(folder)}: name what others may use in __all__ of __init__.py"
