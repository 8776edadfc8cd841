"""What a page says about itself."""

from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.links.pages import read_page

URL = "https://example.org/news/today.html"


def test_open_graph() -> None:
    """The first of each, text without markup, links made absolute."""
    page = read_page(
        """<!doctype html><head><title>Other</title>
        <meta property="og:title" content="Tea &amp; cake"><meta property="og:title" content="second">
        <meta property='og:description' content='One&#10; two'/><meta name=og:site_name content=Example>
        <meta property="og:url" content="/news"><meta property="og:image" content="../tea.png">
        <meta property="og:image:width" content="1000000"><meta property="og:secret" content="x"></head><body>""",
        URL,
    )
    assert page.fields == {
        "og:title": "Tea & cake",
        "og:description": "One two",
        "og:site_name": "Example",
        "og:url": "https://example.org/news",
    }
    assert page.image_url == "https://example.org/tea.png"


def test_pages_without_open_graph() -> None:
    """Say it in other words."""
    page = read_page(
        """<base href="https://cdn.example.org/x/"><title> A
        page </title><meta name="description" content="About"><link rel="image_src" href="a.jpg">""",
        URL,
    )
    assert page.fields == {"og:title": "A page", "og:description": "About"}
    assert page.image_url == "https://cdn.example.org/x/a.jpg"
    assert read_page("", URL).fields == {}
    assert read_page('<meta property="og:image" content="data:image/png;base64,AA">', URL).image_url is None


pieces = st.lists(
    st.sampled_from(
        [
            "<meta ",
            "<title>",
            "</title>",
            'property="og:title"',
            " content=",
            '"',
            "'",
            ">",
            "<!--",
            "<base href=",
            "//[",
            "\0",
        ]
    )
    | st.text(max_size=8)
).map("".join)


@given(pieces)
def test_any_page_can_be_read(html: str) -> None:
    """And what comes out is short, on one line, and no link to anything but the web."""
    page = read_page(html, URL)
    assert all(
        isinstance(value, str) and 0 < len(value) <= 1000 and "\n" not in value for value in page.fields.values()
    )
    assert page.image_url is None or page.image_url.startswith(("http://", "https://"))
