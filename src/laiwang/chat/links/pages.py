"""What a page says about itself in its head. The parser is loaded when the first page comes."""

from __future__ import annotations

from typing import Final
from urllib.parse import urljoin

from laiwang.chat.links.model import Page

__all__ = ["read_page"]

TITLE_CHARACTERS_MAX: Final = 300
TEXT_CHARACTERS_MAX: Final = 1000
TAGS_MAX: Final = 500
#: fields that are passed on as they are; where a page has several, the first counts
TEXTS: Final = frozenset({"og:title", "og:description", "og:site_name", "og:type", "og:locale", "og:image:alt"})
LINKS: Final = frozenset({"og:url"})
IMAGES: Final = ("og:image:secure_url", "og:image:url", "og:image", "twitter:image", "twitter:image:src")
#: where a page that knows no OpenGraph says the same
OTHERWISE: Final = {
    "og:title": ("twitter:title", "title"),
    "og:description": ("twitter:description", "description"),
    "og:site_name": ("application-name",),
}


def read_page(html: str, url: str) -> Page:
    """The card of a page that was found at this URL (after all redirects). Nothing of it is HTML any more."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    said: dict[str, str] = {}
    for tag in tree.css("meta")[:TAGS_MAX]:
        attributes = tag.attributes
        name = (attributes.get("property") or attributes.get("name") or "").strip().lower()
        content = _line(attributes.get("content") or "")
        if name and content:
            said.setdefault(name, content)
    title = tree.css_first("title")
    if title is not None and _line(title.text()):
        said.setdefault("title", _line(title.text()))
    base = tree.css_first("base")
    base_url = _absolute(url, (base.attributes.get("href") if base is not None else None) or "") or url
    page = Page()
    for name in sorted(TEXTS):
        value = next((said[one] for one in (name, *OTHERWISE.get(name, ())) if one in said), None)
        if value is not None:
            most = TITLE_CHARACTERS_MAX if name == "og:title" else TEXT_CHARACTERS_MAX
            page.fields[name] = value if len(value) <= most else value[: most - 1].rstrip() + "…"
    for name in sorted(LINKS & said.keys()):
        link = _absolute(base_url, said[name])
        if link is not None:
            page.fields[name] = link
    image = next((said[name] for name in IMAGES if name in said), None)
    if image is None:
        link_tag = tree.css_first("link[rel=image_src]")
        image = link_tag.attributes.get("href") if link_tag is not None else None
    page.image_url = _absolute(base_url, image) if image else None
    return page


def _line(text: str) -> str:
    """Text on one line, without what cannot be seen."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _absolute(base: str, link: str) -> str | None:
    try:
        found = urljoin(base, link.strip())
    except ValueError:
        return None
    return found if found.startswith(("https://", "http://")) else None
