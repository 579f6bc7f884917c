"""Reads the text of a web page: the report, not the page's frame around it."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from bs4.element import PreformattedString, Tag

from corpus.raised import read_raised
from corpus.rows import table_lines

_DROPPED = "script style noscript template head nav iframe button select input textarea svg".split()
_BLOCKS = "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 section article header footer pre".split()
_MAIN_SHARE = 0.98  # of a page's prose; the element that holds so much holds the report


def html_text(html: str) -> str:
    """The text of a page: paragraphs, a line each, and tables by rows.

    What stands after the element that holds the page's prose is left out (links, footer);
    what stands before it is kept, since title and header fields often do.
    """
    soup = BeautifulSoup(html, "lxml")
    for tag in soup("template"):
        if _prose(tag) * 2 > _prose(soup):
            tag.unwrap()  # of a page that a script fills: the report stands in it
    for tag in soup(_DROPPED):
        tag.decompose()
    for comment in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        comment.extract()  # doctype, comments, CDATA
    for words in soup.find_all(string=True):
        # Line ends in the source are spaces to a browser, and nothing between Chinese signs.
        # {{ title }} is a place that a script would fill.
        words.replace_with(re.sub(r"\s*\n\s*|\{\{[^{}]*\}\}", "", str(words)))
    for tag in soup("sup"):
        tag.string = read_raised(_before(tag), tag.get_text())
    _drop_after(_main(soup))
    for table in soup("table"):
        if not table.find("table"):
            _write_out(table, soup)
    for tag in soup(_BLOCKS):
        tag.insert_before("\n")
        tag.insert_after("\n")
    for tag in soup(["td", "th"]):
        tag.insert_after(" ")
    return soup.get_text()


def _before(tag: Tag) -> str:
    """The text to the left of an element, in its own paragraph."""
    block = tag.find_parent(_BLOCKS)
    left = []
    for words in tag.find_all_previous(string=True):
        if block is not None and block not in words.parents:
            break
        left.append(str(words))
    return "".join(reversed(left))


def _prose(tag: Tag) -> int:
    """How much of an element is sentences, in characters."""
    return sum(len(text) for text in tag.stripped_strings if "。" in text)


def _main(soup: BeautifulSoup) -> Tag:
    """The innermost element that holds nearly all prose of the page."""
    main: Tag = soup
    whole = _prose(soup)
    while whole:
        inner = (child for child in main.children if isinstance(child, Tag))
        heavy = next((child for child in inner if _prose(child) >= whole * _MAIN_SHARE), None)
        if heavy is None or heavy.name in ("p", "span", "table", "tbody", "tr", "td"):
            break
        main = heavy
    return main


def _drop_after(main: Tag) -> None:
    at: Tag | None = main
    while at is not None and at.parent is not None:
        for later in list(at.next_siblings):
            later.extract()
        at = at.parent


def _write_out(table: Tag, soup: BeautifulSoup) -> None:
    """Put a table's rows in its place as lines."""
    rows: list[list[str]] = []
    below: dict[int, int] = {}  # column → rows that a cell from above still covers
    for row in table("tr"):
        texts: list[str] = []
        for cell in row(["td", "th"]):
            while below.get(len(texts), 0):
                below[len(texts)] -= 1
                texts.append("")
            wide, deep = _span(cell, "colspan"), _span(cell, "rowspan")
            for offset in range(wide):
                if deep > 1:
                    below[len(texts) + offset] = deep - 1
            texts.extend([_cell_text(cell), *[""] * (wide - 1)])
        while below.get(len(texts), 0):
            below[len(texts)] -= 1
            texts.append("")
        rows.append(texts)
    lines = table_lines(rows)
    table.replace_with(soup.new_string("\n" + "\n".join(lines) + "\n"))


def _cell_text(cell: Tag) -> str:
    for tag in cell(_BLOCKS):
        tag.insert_after("\n")
    return cell.get_text()


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1")
    return min(int(value), 50) if value.isdigit() and int(value) else 1
