"""The canonical text: nothing of the report is lost, nothing of the page around it kept."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.canonical import body_lines, is_chrome, normalize_characters
from corpus.report import load_report, parse_report
from tests.corpus import files
from tests.corpus.conftest import FRAME

DIGITS = "0123456789０１２３４５６７８９"
TEXTS = st.text(
    st.sampled_from(
        "全县地区生产总值增长，。；：、“”（）0123456789０１２％%— \t\u3000\u00a0\r\n\u200b①"
    )
    | st.characters(codec="utf-8"),
    max_size=200,
)


@given(TEXTS)
def test_normalizing_twice_changes_nothing_more(raw):
    once = normalize_characters(raw)
    assert normalize_characters(once) == once


@given(TEXTS)
def test_digits_quotes_and_signs_stay_as_they_are(raw):
    kept = re.compile(f"[{DIGITS}“”‘’，。；：、％%—]")
    assert kept.findall(normalize_characters(raw)) == kept.findall(raw)


@given(TEXTS)
def test_no_line_is_blank_or_has_stray_spaces(raw):
    for line in normalize_characters(raw).split("\n"):
        assert line == line.strip()
        assert "  " not in line


def test_invisible_and_compatibility_characters_go():
    assert (
        normalize_characters("全\u200b县\ufeff⽣产\u00ad总值\x00 1\u00a0亿元")
        == "全县生产总值 1 亿元"
    )


def test_radicals_that_pdf_writers_leave_are_the_characters_they_show():
    assert (
        normalize_characters("⼈⺠政府区⻓ 同⽐增⻓ 3.2万余⼾ 意⻅")
        == "人民政府区长 同比增长 3.2万余户 意见"
    )


def test_spaces_of_a_printed_page_within_words_go_in_prose_alone():
    prose = (
        "新增制造 业单项冠军3家，新 增小微企业 2.6 万家，推进旅游 强市建设，各项事业取得新 进步。"
        * 4
    )
    assert "新增小微企业 2.6 万家" in normalize_characters(prose)
    assert normalize_characters("区长 顾 明 远") == "区长 顾 明 远"


def test_a_page_gives_the_report_alone(tmp_path):
    body = "".join(f"<p>{line}</p>" for line in files.LINES)
    path = tmp_path / "page.html"
    path.write_text(files.page(body), encoding="utf-8")
    report = load_report(path)
    assert report.text == files.LINES[0] + "\n" + files.TEXT
    assert report.metadata == {
        "索引号": "ys000014349/2022-00087",
        "分类": "政府工作报告",
        "发布机构": "云山县人民政府办公室",
        "发文日期": "2022年01月24日",
        "发布时间": "2022-01-24 09:32",
    }


def test_a_page_saved_as_text_gives_the_report_alone():
    saved = "\n".join(
        [
            "首页",
            "政务公开",
            "相关报告",
            "2021年云山县人民政府工作报告2021-01-19",
            "索 引 号： ys000014349/2022-00087 主题分类:",
            "分享到:",
            *files.LINES[:1],
            "  • 浏览量:",
            "  • 字体【      】",
            *files.LINES[1:],
            "【打印本页】 【关闭窗口】",
            "主办：云山县人民政府",
            "县（市、区）政府网站",
            "联系电话：0799-6660000",
        ]
    )
    report = parse_report(saved, "saved")
    assert report.text == files.TEXT
    assert report.metadata == {"索引号": "ys000014349/2022-00087"}


def test_a_page_laid_out_by_a_table_keeps_its_paragraphs(tmp_path):
    cells = "".join(f"<p>{line}</p>" for line in files.LINES)
    path = tmp_path / "old.html"
    path.write_text(
        f"<table><tr><td>首页</td></tr><tr><td>{cells}</td></tr></table>", encoding="utf-8"
    )
    assert load_report(path).text == files.TEXT


def test_paragraphs_parted_by_br_are_lines(tmp_path):
    path = tmp_path / "br.html"
    path.write_text("<body><p>" + "<br/>\n".join(files.LINES) + "</p></body>", encoding="utf-8")
    assert load_report(path).text == files.TEXT


def test_a_page_within_a_form_and_a_report_in_two_blocks_are_whole(tmp_path):
    first = "".join(f"<p>{line}</p>" for line in files.LINES[:7])
    second = "".join(f"<p>{line}</p>" for line in files.LINES[7:])
    path = tmp_path / "form.html"
    body = f"<form id='aspnetForm'><div>{first}</div><div>{second}</div></form>"
    path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    assert load_report(path).text == files.TEXT


def test_a_long_menu_and_a_notice_before_the_report_are_left_out():
    menu = [f"栏目{number}" for number in range(90)]
    notice = "本网站使用技术手段改善您的浏览体验，请放心使用。"
    text = "\n".join([*menu, notice, "2021年云山县人民政府工作报告2021-01-19", files.TEXT])
    assert parse_report(text, "menu").text == files.TEXT


def test_scripts_and_hidden_frames_leave_nothing(tmp_path):
    body = "".join(f"<p>{line}</p>" for line in files.LINES)
    body += "<script>alert(1)</script><!-- 注释 --><noscript>请开启脚本</noscript>"
    path = tmp_path / "page.html"
    path.write_text(files.page(body), encoding="utf-8")
    for word in ("alert", "注释", "请开启脚本"):
        assert word not in load_report(path).text


def test_no_sentence_is_ever_taken_for_the_page_s():
    for line in (
        "分享到基层的发展红利越来越多，群众获得感持续增强。",
        "编辑出版《云山年鉴》，完成县志审核。",
        "登记在册市场主体突破6万户；",
    ):
        assert not is_chrome(line)


def test_annexes_after_the_last_sentence_stay():
    text = (
        FRAME.format(place="云山县", review="增长8%。", plan="增长9%。")
        + "附表\n指标 | 目标\n学位 | 60"
    )
    assert body_lines(normalize_characters(text))[-2:] == ["指标 | 目标", "学位 | 60"]
