"""The page in a real browser: inert, accessible, readable everywhere, and every passage exact."""

import io
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from reportedly import reconciling
from reportedly.bundled import reports as bundled
from reportedly.engine import Reading, readings
from reportedly.export.html import page
from reportedly.intake import items
from reportedly.model import Document, Report, Story

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed; `make test` installs it")

# Without the last two, Chromium calls its maker at every start, and a closed network makes that slow.
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
HOSTILE = (
    "<script>window.pwned = 1</script> <img src=x onerror='window.pwned = 2'> </style><script>window.pwned = 3</script>"
    "<svg onload='window.pwned = 4'> javascript:window.pwned=5 {{ 7 * 7 }} \u202e http://example.invalid/pixel.png"
)


@pytest.fixture(scope="module")
def told() -> tuple[tuple[Report, ...], tuple[Story, ...]]:
    found = readings(items([str(one) for one in bundled()], io.BytesIO()))
    reports = tuple(one.report for one in found if isinstance(one, Reading))
    return reports, reconciling.reconcile(reports)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield running
        running.close()


@pytest.fixture(scope="module")
def written(told: tuple[tuple[Report, ...], tuple[Story, ...]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(page(*told, generated=datetime(2031, 3, 4, tzinfo=UTC), version="test"), "utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, written: Path) -> Iterator[Page]:
    shown = browser.new_page()
    shown.goto(written.as_uri())
    yield shown
    shown.close()


def unfold(shown: Page) -> None:
    shown.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_audit_finds_nothing(opened: Page, scheme: str) -> None:
    opened.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    unfold(opened)
    found = Axe().run(opened).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_every_passage_stands_in_its_report(opened: Page, told: tuple[tuple[Report, ...], tuple[Story, ...]]) -> None:
    texts = {report.id: " ".join(report.text.split()) for report in told[0]}
    titles = {report.id: " ".join((report.document.title or "").split()) for report in told[0]}
    unfold(opened)
    shown = opened.evaluate(
        """[...document.querySelectorAll('.passage')].map((passage) => {
          const quote = passage.querySelector('blockquote').cloneNode(true);
          for (const one of quote.querySelectorAll('.unseen')) one.remove();
          return [passage.querySelector('.where a').textContent, quote.textContent];
        })"""
    )
    assert len(shown) > 20
    for report, quoted in shown:
        assert " ".join(quoted.split()) in f"{titles[report]}\n{texts[report]}"


def test_the_claims_of_the_story_are_all_there(
    opened: Page, told: tuple[tuple[Report, ...], tuple[Story, ...]]
) -> None:
    shown = opened.evaluate("[...document.querySelectorAll('.claim')].map((one) => one.id)")
    assert sorted(shown) == sorted(claim.id for story in told[1] for claim in story.claims)


@pytest.mark.parametrize("width", [320, 390, 768, 1400])
def test_nothing_runs_off_the_side(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    unfold(opened)
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keys(opened: Page) -> None:
    opened.keyboard.press("j")
    first = opened.evaluate("document.activeElement.id")
    opened.keyboard.press("j")
    second = opened.evaluate("document.activeElement.id")
    opened.keyboard.press("k")
    assert first.startswith("c-")
    assert second != first
    assert opened.evaluate("document.activeElement.id") == first
    opened.keyboard.press("/")
    assert opened.evaluate("document.activeElement.id") == "filter"
    opened.keyboard.type("no such words anywhere")
    assert opened.locator(".claim:not([hidden])").count() == 0
    opened.keyboard.press("Escape")
    assert opened.locator(".claim[hidden]").count() == 0


def test_it_is_whole_without_its_script(browser: Browser, written: Path) -> None:
    shown = browser.new_context(java_script_enabled=False).new_page()
    shown.goto(written.as_uri())
    assert shown.locator(".claim").count() > 5
    assert shown.locator("main h1").first.is_visible()


def test_in_print_it_is_dark_on_light_whatever_the_screen(opened: Page) -> None:
    opened.emulate_media(media="print", color_scheme="dark")
    colours = opened.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert not opened.locator(".contents").is_visible()


def test_text_from_reports_is_inert_and_nothing_is_asked_of_any_network(browser: Browser, tmp_path: Path) -> None:
    report = Report(Document("r-<b>", "0" * 64, HOSTILE, url="javascript:alert(1)", title=HOSTILE, outlet=HOSTILE))
    stories = reconciling.reconcile([report])
    path = tmp_path / "hostile.html"
    path.write_text(page([report], stories, generated=datetime(2031, 3, 4, tzinfo=UTC), version="test"), "utf-8")
    shown, asked, said = browser.new_page(), [], []
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("console", lambda message: said.append(message.text))
    shown.goto(path.as_uri())
    unfold(shown)
    assert asked == [path.as_uri()]
    assert said == []
    assert shown.evaluate("window.pwned") is None
    assert "{{ 7 * 7 }}" in shown.locator("main").inner_text()
    assert shown.locator("main script, main img").count() == 0


def test_an_empty_ledger_says_so(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text(page([], [], generated=datetime(2031, 3, 4, tzinfo=UTC), version="test"), "utf-8")
    shown = browser.new_page()
    shown.goto(path.as_uri())
    assert "No story yet" in shown.locator("main").inner_text()
