"""What a notebook and `shakeup.render` show of an extraction, as HTML and in a browser."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import shakeup
from shakeup.display import article, cards, html

from browser import Browser

ARTICLES = sorted((Path(__file__).parents[2] / "examples" / "articles").glob("*.txt"))
HOSTILE = (
    'Acme <b>Corp</b> named Jane Roe chief executive & <script>document.title = "stolen"</script> on Monday.\r\n'
    "“"
    '><img src=x onerror=alert(1)>” wants at least 3,000 arrests per day by 2030. "><img onerror=alert(2) src=y>\n'
    "</article></section><style>*{display:none}</style> John Doe retired as chairman of <!-- Acme \t]]> &amp; &lt; Sons.\n\n"
    "Zoë 🙂 \x0b\x1b \u202eright to left\u202c \ufeff quits as mayor of Łódź"
)


@pytest.fixture(scope="module")
def documents() -> list[shakeup.Extraction]:
    return [shakeup.extract(path.read_text("utf-8"), id=path.stem, published="2025-05-29") for path in ARTICLES]


class Read(HTMLParser):
    """Checks that elements nest, and keeps the text of the article and how often each thing is there."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.article = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.article += data

    def having(self, class_: str) -> list[dict[str, str | None]]:
        return [attrs for _, attrs in self.elements if class_ in (attrs.get("class") or "").split()]


def size(found: shakeup.Extraction) -> int:
    return len(found.roles) + len(found.reassignments) + len(found.targets)


def test_the_article_stands_there_letter_by_letter_with_marks_and_cards(documents: list[shakeup.Extraction]) -> None:
    for found in documents:
        read = Read(html(found))
        assert read.article == found.text
        for kind in ("person", "organization", "post", "quantity"):
            assert read.having(kind), kind
        assert len(read.having("card")) == size(found)
        lit = {name for attrs in read.having("ev") for name in (attrs["class"] or "").split()}
        assert lit == {"ev", *(f"r{i}" for i in range(size(found)))}
        names = [attrs["id"] for _, attrs in read.elements if "id" in attrs]
        assert len(set(names)) == len(names) == 2 * size(found)
        links = [attrs["href"] for tag, attrs in read.elements if tag == "a"]
        assert {f"#{name}" for name in names} >= set(links)


def test_each_card_says_its_slots_confidence_and_rule(documents: list[shakeup.Extraction]) -> None:
    for found in documents:
        for kind, group in (("reassignment", found.reassignments), ("target", found.targets), ("role", found.roles)):
            for record in group:
                card = cards.card(record, 0, "a", {}, False)
                row = record.to_dict()
                apart = {"type", "doc", "id", "text", "comparator", "unit", "of", "move"}
                for name in set(row) - apart:
                    value = row[name]
                    if isinstance(value, str) and (name, value) != ("realis", "actual"):
                        said = value.replace("_", " ") if name == "reason" else value
                        assert escape(said) in card, (kind, name)
                assert f"{round(record.confidence * 100)}%" in card


def test_every_character_is_escaped() -> None:
    for text in (HOSTILE, HOSTILE.replace(" ", "\n"), "\r\n\r\n" + HOSTILE, "\0" + HOSTILE, "", " ", "\n", "a"):
        read = Read(html(shakeup.extract(text, id="<i>'\"&")))
        assert read.article == text.replace("\0", "\ufffd")
        tags = {tag for tag, _ in read.elements}
        assert tags <= set("style section header p span div article mark ul li dl dt dd a code".split())
        assert all(not name.startswith("on") for _, attrs in read.elements for name in attrs)


def test_spans_that_cross_come_out_well_formed() -> None:
    chance = random.Random(7)
    for _ in range(300):
        text = "".join(chance.choice("ab<&\n ") for _ in range(chance.randrange(40)))
        marks = []
        for number in range(chance.randrange(12)):
            ends = sorted(chance.randrange(len(text) + 1) for _ in "ab")
            kind = chance.choice(["evidence", "slot", "person", "organization", "post", "quantity"])
            marks.append(article.Mark(ends[0], ends[1], kind, kind, [number], f"a{number}"))
        read = Read(f"<article>{article.body(text, marks)}</article>")
        assert read.article == text
        # Each is there, and said to be what it is once.
        for mark in marks:
            pieces = read.having(f"r{mark.records[0]}")
            assert bool(pieces) == (mark.start < mark.end)
            if pieces and mark.kind not in ("evidence", "slot"):
                assert sum("data-k" in attrs for attrs in pieces) == 1
            if pieces and mark.kind == "evidence":
                assert sum("id" in attrs for attrs in pieces) == 1


def test_ten_kilobytes_of_dense_news_stay_small() -> None:
    text = "\n\n".join(path.read_text("utf-8") for path in ARTICLES)
    assert len(text) > 10_000
    assert len(html(shakeup.extract(text, published="2025-05-29")).encode()) < 200_000


def test_a_notebook_is_spared_a_very_long_text() -> None:
    text = "Acme Corp named Jane Roe chief executive. " * 3_000
    shown = html(shakeup.extract(text))
    assert "The first 40,000 of 126,000 characters; " in shown
    assert len(Read(shown).article) == 40_000


def test_text_goes_along_but_what_was_found_decides(documents: list[shakeup.Extraction]) -> None:
    for found in documents:
        twin = pickle.loads(pickle.dumps(found))
        assert twin.text == found.text and html(twin) == html(found)
    many = shakeup.Extractor().extract_many([f"Text {i}" for i in range(40)], threads=2)
    assert [found.text for found in many] == [f"Text {i}" for i in range(40)]
    assert shakeup.extract("Nothing.") == shakeup.extract("Nor here.")


def test_without_the_text_each_card_quotes_its_words(documents: list[shakeup.Extraction]) -> None:
    for found in documents:
        again = shakeup.Extraction.from_json(found.to_json())
        assert again == found and again.text is None
        read = Read(html(again))
        assert not read.article and len(read.having("card")) == size(found)
        assert sum(tag == "blockquote" for tag, _ in read.elements) == size(found)
        assert {attrs["href"] for tag, attrs in read.elements if tag == "a"} <= {
            f"#{attrs['id']}" for _, attrs in read.elements if "id" in attrs
        }


def test_render_writes_one_or_many_as_they_come(documents: list[shakeup.Extraction], tmp_path: Path) -> None:
    alive = 0

    def stream() -> Iterator[shakeup.Extraction]:
        nonlocal alive
        for found in documents:
            alive += 1
            yield found

    page = tmp_path / "report.html"
    shakeup.render(stream(), page, title="A <b> & c")
    source = page.read_bytes().decode("utf-8")
    assert source.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    assert "<title>A &lt;b&gt; &amp; c</title>" in source and alive == len(documents)
    read = Read(source.replace("<!DOCTYPE html>", ""))
    assert len(read.having("card")) == sum(map(size, documents))
    shakeup.render(documents[0], str(page))
    assert len(Read(page.read_text("utf-8")).having("card")) == size(documents[0])
    shakeup.render([], page)
    Read(page.read_text("utf-8"))


# In a browser


@pytest.fixture(scope="module")
def report(documents: list[shakeup.Extraction], tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("report") / "report.html"
    shakeup.render([*documents, shakeup.extract(HOSTILE, id='"><img onerror=alert(3) src=z>')], page)
    return page


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook that was run and saved as HTML."""
    nbformat: Any = pytest.importorskip("nbformat")
    nbclient: Any = pytest.importorskip("nbclient")
    nbconvert: Any = pytest.importorskip("nbconvert")
    pytest.importorskip("ipykernel")
    code = f"import shakeup\nshakeup.extract({ARTICLES[1].read_text('utf-8') + HOSTILE!r}, id='news')"
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    nbclient.NotebookClient(book, kernel_name="python3").execute()
    # Without what a notebook's own page would load for formulas and widgets.
    source, _ = nbconvert.HTMLExporter(require_js_url="", mathjax_url="").from_notebook_node(book)
    page = tmp_path_factory.mktemp("notebook") / "notebook.html"
    page.write_text(source, "utf-8")
    return page


@pytest.mark.parametrize("which", ["report", "notebook"])
def test_a_page_is_quiet_and_alive(which: str, browser: Browser, request: pytest.FixtureRequest) -> None:
    page: Path = request.getfixturevalue(which)
    browser.open(page)
    for kind in ("mark.person", "mark.organization", "mark.post", "mark.quantity", ".card"):
        assert browser.all(f".shakeup {kind}")
    assert not browser.all(".shakeup script, .shakeup img, article style, article b")
    assert browser.js("document.title") != "stolen"
    texts = [element.get_property("textContent") for element in browser.all("article.text")]
    assert any('"><img onerror=alert(2) src=y>' in str(text) for text in texts)

    for number in (0, 2):
        card, evidence = browser.all(f".c{number}")[0], browser.all(f".ev.r{number}")[0]
        dark = browser.background(evidence)
        browser.hover(card)
        assert browser.background(evidence) != dark
        border = card.value_of_css_property("border-top-color")
        browser.hover(browser.all(".shakeup .name")[0])
        assert browser.background(evidence) == dark
        assert card.value_of_css_property("border-top-color") != border
    assert browser.console() == []
    assert browser.requests() == [page.as_uri()]


def test_the_keyboard_lights_evidence_up_and_goes_there(browser: Browser, report: Path) -> None:
    browser.open(report)
    evidence = browser.all(".ev.r0")[0]
    dark = browser.background(evidence)
    browser.press("TAB")
    assert browser.js("document.activeElement.className") == "text"
    browser.press("TAB")
    assert browser.js("document.activeElement.closest('.card').className").endswith(" c0")
    assert browser.background(evidence) != dark
    browser.press("ENTER")
    assert browser.js("document.querySelector(':target') === arguments[0]", evidence)


def test_marks_are_told_without_colour_and_to_a_screen_reader(browser: Browser, report: Path) -> None:
    browser.open(report)
    kinds = ("person", "organization", "post", "quantity")
    styles = {
        kind: browser.all(f"mark.{kind}")[0].value_of_css_property("text-decoration-style") for kind in kinds
    }
    assert len(set(styles.values())) == 4, styles
    script = "getComputedStyle(document.querySelector(`mark.${arguments[0]}[data-k]`), '::after').content"
    for kind in kinds:
        assert kind in browser.js(script.replace("return ", ""), kind)
    nodes = browser.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = [node.get("role", {}).get("value") for node in nodes]
    for role in ("article", "region", "heading", "mark", "list", "listitem", "term", "definition", "link"):
        assert role in roles, role


def test_light_and_dark_follow_the_system_and_the_host(browser: Browser, report: Path) -> None:
    browser.open(report)
    page = browser.all(".shakeup")[0]

    def is_dark() -> bool:
        red = int(browser.background(page).split("(")[1].split(",")[0])
        ink = int(str(page.value_of_css_property("color")).split("(")[1].split(",")[0])
        assert abs(red - ink) > 100
        return red < ink

    seen = {}
    for system in ("light", "dark"):
        browser.prefer(system)
        for host in ("", "jupyter light", "jupyter dark", "vscode light", "vscode dark"):
            light = {"jupyter light": "true", "jupyter dark": "false"}.get(host, "")
            browser.js("document.body.setAttribute('data-jp-theme-light', arguments[0])", light)
            browser.js("document.body.className = arguments[0]", f"shakeup-page {host.replace(' ', '-')}")
            seen[system, host] = is_dark()
    browser.prefer("light")
    assert seen == {(system, host): "dark" in (host or system) for system, host in seen}
