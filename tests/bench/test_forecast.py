"""The document of the forecast shows what the model says."""

from xml.etree import ElementTree

import pytest

from bench.forecast import DOCUMENT, IMAGES, put_in, tables
from tests.house.source import ROOT


def test_the_table_of_the_document_is_the_models() -> None:
    """Computed anew it is the same; those with draws and fits may differ in their last digits between versions of NumPy."""
    text = (ROOT / DOCUMENT).read_text("utf-8")
    assert put_in(text, {"retentions": tables(["retentions"])["retentions"]}) == text
    with pytest.raises(KeyError):
        put_in(text, {"other": ""})


def test_charts_say_what_they_are() -> None:
    """Well-formed, with a title, and readable in the dark."""
    charts = sorted((ROOT / IMAGES).glob("forecast-*.svg"))
    assert len(charts) == 3
    for path in charts:
        title = ElementTree.parse(path).getroot().find("{http://www.w3.org/2000/svg}title")
        assert title is not None
        assert title.text
        assert "prefers-color-scheme:dark" in path.read_text("utf-8")
