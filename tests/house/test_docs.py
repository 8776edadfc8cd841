"""Documents keep their promises: what exists is described, what is described exists."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from laiwang.edge import settings
from tests.house.source import ROOT, place, repository_files

DOCS = ROOT / "docs"
ADRS = sorted((DOCS / "adr").glob("[0-9]*.md"))
MARKDOWN = [path for path in repository_files() if path.suffix == ".md"]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_readme_names_the_two_commands() -> None:
    """Whoever arrives can start and test within a minute."""
    readme = _text(ROOT / "README.md")
    assert "make run" in readme
    assert "make test" in readme


def test_changelog_has_a_place_for_what_comes_next() -> None:
    """Every change that a user can notice is written down when it is made."""
    assert re.search(r"^## \[?Unreleased\]?", _text(ROOT / "CHANGELOG.md"), re.MULTILINE)


def test_words_are_in_order_and_each_means_one_thing() -> None:
    """The glossary is one table in alphabetical order, each word once."""
    rows = re.findall(r"^\| \*\*(.+?)\*\* \|", _text(DOCS / "words.md"), re.MULTILINE)
    words = [row.casefold() for row in rows]
    assert len(words) > 20
    assert words == sorted(words), next(b for a, b in pairwise(words) if b < a)
    assert len(words) == len(set(words)), sorted(word for word in words if words.count(word) > 1)


def test_decisions_are_numbered_without_gaps_and_indexed() -> None:
    """0001, 0002, …: each in the index, under its own title."""
    assert [int(path.name[:4]) for path in ADRS] == list(range(1, len(ADRS) + 1))
    index = _text(DOCS / "adr" / "README.md")
    for path in ADRS:
        title = _text(path).splitlines()[0].removeprefix("# ")
        assert f"[{title}]({path.name})" in index, f"{path.name}: index it as [{title}]({path.name})"


@pytest.mark.parametrize("path", ADRS, ids=lambda path: path.stem)
def test_a_decision_says_why(path: Path) -> None:
    """Context, decision and consequences, in this order."""
    headings = re.findall(r"^## (.+)$", _text(path), re.MULTILINE)
    wanted = ["Context", "Decision", "Consequences"]
    assert [heading for heading in headings if heading in wanted] == wanted
    assert re.search(r"^Status: (proposed|accepted|superseded by )", _text(path), re.MULTILINE)


@pytest.mark.parametrize("path", MARKDOWN, ids=place)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    """A link to a file of the repository names a file of the repository."""
    prose = re.sub(r"```.*?```", "", _text(path), flags=re.DOTALL)
    found = []
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"[a-z]+:", target) or target.startswith("#"):
            continue
        if not (path.parent / target.partition("#")[0]).exists():
            found.append(target)
    assert not found


def test_pictures_are_shown_described_and_small() -> None:
    """Every picture of the documents is there, is shown somewhere with a text for those who do not see it, and loads fast."""
    shown = set()
    for path in MARKDOWN:
        for tag in re.findall(r"<img\b[^>]*>", _text(path)):
            source = re.search(r'src="([^"]+)"', tag)
            assert source is not None, f"{place(path)}: {tag}"
            assert re.search(r'alt="[^"]{10,}"', tag), f"{place(path)}: say what is to be seen: {tag}"
            assert (path.parent / source[1]).is_file(), f"{place(path)}: {source[1]} is missing, try `make pictures`"
            shown.add((path.parent / source[1]).resolve())
    for picture in (DOCS / "images").iterdir():
        assert picture.resolve() in shown, f"{place(picture)} is shown nowhere"
        assert picture.stat().st_size < 300 * 1024, f"{place(picture)} is too large"


def test_every_setting_is_documented() -> None:
    """docs/operating.md holds the table that `laiwang settings --markdown` prints."""
    assert settings.as_markdown() in _text(DOCS / "operating.md"), (
        "put the output of `laiwang settings --markdown` there"
    )
