"""What a reader sees and does, in a real browser."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest

from corpus.models import Report
from corpus.store import Store
from tests.app.conftest import Visit
from tests.app.test_presenting import HOSTILE

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "locale": "en-US"}
ATTACKS = (
    '<script>alert("x")</script>',
    "<img src=x onerror=alert(1)>",
    "[link](javascript:alert(1)) **bold** $\\frac{1}{2}$",
    "<a href=javascript:alert(1)>a</a>\n\n# heading\n\n<b>bold</b>",
)


def test_a_chinese_question_is_answered_and_its_marker_opens_the_passage(
    visit: Visit, report: Report
) -> None:
    answer = visit.ask("2022年地区生产总值增长目标是多少?")
    assert "7.5%以上" in answer
    visit.page.locator("#chat .answer p a.cite").first.click()
    visit.page.wait_for_selector("#panel mark")
    assert visit.marked() in report.text
    assert "7.5%以上" in visit.marked()
    assert "2022年工作安排" in visit.page.locator("#panel .crumbs").inner_text()
    inside = visit.page.evaluate(
        """() => {
            const box = document.querySelector('#panel .text').getBoundingClientRect();
            const mark = document.querySelector('#panel mark').getBoundingClientRect();
            return box.top <= mark.top && mark.bottom <= box.bottom;
        }"""
    )
    assert inside, "the passage is scrolled to"
    quote = visit.page.locator("#chat .cited q").first.text_content()
    assert quote == visit.marked()


def test_an_answer_opens_its_first_source_by_itself(visit: Visit) -> None:
    visit.ask("2021年财政总收入是多少?")
    visit.page.wait_for_selector("#panel mark")
    quote = visit.page.locator("#chat .cited q").first.text_content()
    assert quote == visit.marked()
    visit.ask("2021年地区生产总值增长了多少?")
    visit.page.wait_for_selector("#panel mark:has-text('8.7%')")


@pytest.mark.reader(locale="en-US")
def test_an_english_reader_gets_an_english_page_and_follow_ups_are_resolved(visit: Visit) -> None:
    assert visit.page.get_by_role("tab").all_inner_texts() == ["Ask", "Figures", "Verify"]
    assert "7.5% or above" in visit.ask("What is the 2022 GDP growth target?")
    assert "8.7%" in visit.ask("And in 2021?")
    resolved = visit.page.locator("#chat .answer").last.locator(".aside").first.inner_text()
    assert "Understood as" in resolved
    assert "2021" in resolved


@pytest.mark.reader(locale="en-US", query="?lang=zh")
def test_the_language_can_be_switched(visit: Visit) -> None:
    visit.page.wait_for_function("document.querySelector('[role=tab]')?.innerText === '提问'")
    assert visit.page.locator("#head h1:visible").inner_text() == "问据"
    assert "中文" in visit.page.locator("#question textarea").get_attribute("placeholder")
    visit.page.get_by_role("link", name="English").click()
    visit.page.wait_for_function("document.querySelector('[role=tab]')?.innerText === 'Ask'")
    visit.page.wait_for_selector("#chat button.example")


def test_another_language_keeps_the_conversation_and_the_open_passage(visit: Visit) -> None:
    visit.ask("2021年财政总收入是多少?")
    visit.page.locator("#chat .answer p a.cite").first.click()
    visit.page.wait_for_selector("#panel mark")
    marked = visit.marked()
    visit.page.get_by_role("link", name="English").click()
    visit.page.wait_for_function("document.querySelector('[role=tab]')?.innerText === 'Ask'")
    visit.page.locator("#panel summary", has_text="Outline").wait_for()
    assert visit.marked() == marked
    assert "156.8亿元" in visit.page.locator("#chat .answer").inner_text()
    assert "8.7%" in visit.ask("How much did GDP grow in 2021?")
    assert visit.page.locator("#chat .answer").count() == 2
    assert "lang=en" in visit.page.url


def test_a_file_that_is_no_report_is_refused_in_the_readers_language(
    visit: Visit, tmp_path: Path
) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    visit.page.locator("#upload input, input[type=file]").first.set_input_files(path)
    visit.page.get_by_text("“broken.pdf”：不是可读取的 PDF").wait_for()


def test_markup_of_a_reader_is_shown_as_text(visit: Visit) -> None:
    for attack in ATTACKS:
        visit.ask(attack)
        asked = visit.page.locator("#chat .asked").last
        assert asked.inner_text().split() == attack.split()
        assert asked.locator("*:not(br)").count() == 0
    visit.tab(2)
    draft = "GDP增长8.7%。" + "".join(ATTACKS)
    visit.page.locator("#draft textarea").fill(draft)
    visit.page.locator("#check").click()
    visit.page.wait_for_selector("#checked .draft")
    shown = visit.page.locator("#checked .draft")
    shown.evaluate("one => one.querySelectorAll('sup, .tip').forEach((part) => part.remove())")
    assert shown.inner_text().split() == draft.split()
    assert shown.locator("img, script, h1").count() == 0
    assert shown.locator("a:not(.check)").count() == 0


def test_an_example_is_answered_and_can_be_asked_again_rated_and_cleared(
    visit: Visit, home: Path
) -> None:
    visit.page.locator("#chat button.example").first.click()
    visit.page.wait_for_selector("#chat .answer .cite")
    first = visit.page.locator("#chat .answer > p").first.inner_text()
    visit.page.get_by_role("button", name="重试").click()
    visit.page.wait_for_timeout(300)
    visit.page.wait_for_selector("#question button.submit-button")
    assert visit.page.locator("#chat .answer").count() == 1
    assert visit.page.locator("#chat .answer > p").first.inner_text() == first
    visit.page.get_by_role("button", name="赞", exact=True).click()
    visit.page.get_by_text("已记下你的评价").wait_for()
    kept = (home / "feedback.jsonl").read_text(encoding="utf-8")
    assert '"liked": true' in kept.splitlines()[-1]
    visit.page.locator("#new").click()
    visit.page.wait_for_selector("#chat button.example")
    assert visit.page.locator("#chat .answer").count() == 0


def test_an_answer_is_copied_with_its_sources(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.ask("2021年财政总收入是多少?")
    visit.page.locator("button.copy").click()
    visit.page.get_by_role("button", name="已复制 ✓").wait_for()
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert "156.8亿元" in copied
    assert "\n[1] “" in copied
    assert "2021年工作回顾" in copied


def test_everything_in_an_answer_can_be_reached_by_keyboard(visit: Visit) -> None:
    visit.ask("2021年财政总收入是多少?")
    visit.page.locator("#chat .answer > p a.cite").first.focus()
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Shift+Tab")
    assert visit.page.evaluate("document.activeElement.className") == "cite"
    assert visit.page.evaluate(outline) == "solid"
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("#panel mark:focus")
    assert "156.8亿元" in visit.marked()
    visit.page.keyboard.press("Escape")
    assert visit.page.evaluate("document.activeElement.className") == "cite"


def test_an_outline_entry_leads_to_its_section(visit: Visit) -> None:
    visit.page.locator("#panel details.outline summary").click()
    visit.page.locator("#panel details.outline a", has_text="2022年工作安排").first.click()
    heading = visit.page.locator("#panel .text h3", has_text="2022年工作安排")
    top = visit.page.locator("#panel .text").bounding_box()["y"]  # type: ignore[index]
    assert 0 <= heading.bounding_box()["y"] - top < 400  # type: ignore[index]


def test_figures_are_filtered_opened_and_downloaded(visit: Visit) -> None:
    visit.tab(1)
    visit.page.locator("#count").get_by_text("显示").wait_for()
    visit.page.locator("#words textarea, #words input").fill("零售总额 11%")
    visit.page.wait_for_function("/显示 1 个/.test(document.querySelector('#count').innerText)")
    cells = visit.page.locator("#figures [role=gridcell]")
    assert cells.nth(1).inner_text() == "11%以上"
    cells.nth(1).click()
    visit.page.wait_for_selector("#panel mark")
    assert visit.marked() == "11%以上"
    with visit.page.expect_download() as csv:
        visit.page.get_by_role("button", name="下载 CSV").click()
    assert "社会消费品零售总额" in csv.value.path().read_text(encoding="utf-8-sig")
    with visit.page.expect_download() as excel:
        visit.page.get_by_role("button", name="下载 Excel").click()
    sheet = openpyxl.load_workbook(io.BytesIO(excel.value.path().read_bytes())).active
    assert sheet.max_row == 2
    visit.page.locator("#pairs a.cite", has_text="7.5%以上").first.click()
    visit.page.wait_for_function(
        "/地区生产总值/.test(document.querySelector('#panel mark').innerText)"
    )
    assert visit.page.locator("#plot canvas, #plot svg").count() > 0


def test_figures_are_chosen_by_kind_and_part(visit: Visit) -> None:
    visit.tab(1)
    visit.page.locator("#count").get_by_text("显示").wait_for()
    visit.page.locator("#kind input").click()
    visit.page.get_by_role("option", name="目标").click()
    visit.page.wait_for_function(
        "document.querySelector('#figures [role=gridcell]:nth-child(4)').innerText === '目标'"
    )
    kinds = visit.page.locator("#figures [role=row] [role=gridcell]:nth-child(4)").all_inner_texts()
    assert set(kinds) == {"目标"}


def test_a_draft_is_marked_explained_and_handed_out(visit: Visit) -> None:
    visit.tab(2)
    visit.page.locator("#check").click()
    visit.page.get_by_text("稿件是空的").wait_for()
    draft = "2021年,全县地区生产总值完成1195.6亿元,增长9.7%。常住人口150万人。"
    visit.page.locator("#draft textarea").fill(draft)
    visit.page.locator("#check").click()
    marks = visit.page.locator("#checked a.check")
    marks.first.wait_for()
    classes = [one.get_attribute("class") for one in marks.all()]
    assert classes == ["check supported", "check contradicted", "check not_in_report"]
    assert [one.locator("sup").inner_text() for one in marks.all()] == [
        "✓相符",
        "✗不符",
        "?报告未载",
    ]
    marks.nth(1).hover()
    tip = visit.page.get_by_role("tooltip")
    assert "8.7%" in tip.inner_text()
    marks.nth(0).focus()
    assert "相符" in tip.inner_text()
    marks.nth(1).click()
    visit.page.wait_for_selector("#panel mark")
    assert "8.7%" in visit.marked()
    with visit.page.expect_download() as written:
        visit.page.get_by_role("button", name="下载 Word").click()
    word = docx.Document(io.BytesIO(written.value.path().read_bytes()))
    assert visit.marked() in "\n".join(paragraph.text for paragraph in word.paragraphs)
    with visit.page.expect_download() as written:
        visit.page.get_by_role("button", name="下载 Markdown").click()
    assert "8.7%" in written.value.path().read_text(encoding="utf-8")


@pytest.mark.reader(**PHONE, color_scheme="dark")
def test_on_a_phone_nothing_overflows_and_the_panel_comes_below(visit: Visit) -> None:
    def overflow() -> int:
        return int(visit.page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    visit.ask("What was GDP in 2021?")
    assert overflow() <= 0
    chat = visit.page.locator("#chat").bounding_box()
    panel = visit.page.locator("#panel").bounding_box()
    assert chat
    assert panel
    assert panel["y"] > chat["y"] + chat["height"]
    visit.page.wait_for_selector("#panel mark")
    assert visit.page.evaluate("scrollY") == 0, "the answer is to be read first"
    visit.page.locator("#chat .answer > p a.cite").first.tap()
    visit.page.wait_for_selector("#panel mark:focus")
    visit.page.wait_for_function(
        "document.querySelector('#panel mark').getBoundingClientRect().top < innerHeight"
    )
    visit.page.locator("#panel .back").tap()
    visit.tab(1)
    visit.page.locator("#figures [role=gridcell]").first.wait_for()
    assert overflow() <= 0
    visit.tab(2)
    visit.page.locator("#draft textarea").fill("GDP grew by 9.7% in 2021.")
    visit.page.locator("#check").tap()
    mark = visit.page.locator("#checked a.check").first
    mark.wait_for()
    mark.tap()
    assert "8.7%" in visit.page.get_by_role("tooltip").inner_text()
    assert overflow() <= 0


def test_a_report_is_added_by_upload_and_its_markup_is_text(
    visit: Visit, store: Store, tmp_path: Path
) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "zz-hostile.txt"
    bad.write_text("no report", encoding="utf-8")
    good.write_text(HOSTILE, encoding="utf-8")
    try:
        visit.page.locator("input[type=file]").first.set_input_files(bad)
        visit.page.get_by_text("未能添加这份文件").first.wait_for()
        visit.page.locator("input[type=file]").first.set_input_files(good)
        visit.page.locator("#panel h2", has_text="某某县").wait_for(timeout=60_000)
        assert "6%左右" in visit.ask("2022年地区生产总值增长目标是多少?")
        visit.page.locator("#chat .answer > p a.cite").first.click()
        visit.page.wait_for_selector("#panel mark")
        text = visit.page.locator("#panel .text")
        assert "<script>alert(1)</script>" in text.inner_text()
        assert text.locator("script, img, a").count() == 0
        visit.page.locator("#report input").click()
        assert len(visit.page.get_by_role("option").all()) == 3
    finally:
        store.remove("zz-hostile")
