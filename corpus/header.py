"""What stands at the head of a report: page metadata, title, place, year, date, speaker."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import cn2an

from corpus.canonical import SALUTATION, is_place, is_title

# Names of the fields that government pages put before a document, as in
# "索引号: i700209--2022-0004 主题分类:". Several may stand on one line.
_FIELDS = (
    "索引号|主题分类|主题词|组配分类|发布机构|发文机关|发文机构|发布单位|"
    "公开主体|信息来源|"
    "来源|时间|生成日期|成文日期|发文日期|发布日期|发布时间|印发日期|公开日期|生效日期|失效日期|废止日期|"
    "文件编号|发文字号|文号|有效性|效力状态|公开范围|公开方式|公开时限|公开程序|体裁分类|"
    "服务对象|分类|关键词|信息名称|标题|名称|浏览次数|浏览量|阅读次数|点击数|字体|字号"
)
_SPACED = "|".join(r"\s*".join(name) for name in _FIELDS.split("|"))  # 索 引 号
_FIELD = re.compile(rf"(?:^|(?<=[\s|]))[•·【\[]?\s*({_SPACED})\s*[】\]]?\s*[:：]\s*")
_NAME = re.compile(_FIELDS)  # of a table's cell
_NEXT_FIELD = re.compile(rf"[【\[]?\s*({_SPACED})\s*[】\]]?\s*[:：]\s*")

_DIGIT = "0-9０-９〇○零一二三四五六七八九十"
# "2022年2月12日", "二〇二四年一月十六日", "2024 年 1 月 16 日"
_DATE = re.compile(rf"([{_DIGIT}]{{4}})\s*年\s*([{_DIGIT}]{{1,3}})\s*月\s*([{_DIGIT}]{{1,3}})\s*日")
_YEAR = re.compile(rf"([12２１二一][{_DIGIT}]{{3}})\s*年")
# "在南昌县第十届人民代表大会第二次会议上"
_CONGRESS = re.compile(r"在\s*([^\s，,。]{2,20}?)\s*第[^届]{1,5}届\s*人民代表大会")
# "我代表北京市人民政府，向大会报告工作"; not 我代表市人民政府
_SPOKEN_FOR = re.compile("代表([\u4e00-\u9fff]{2,12}[省市区县州盟旗乡镇])(?:人民)?政府")
# "一、2023年工作回顾", "二、2024年重点任务": of a text without title and date
_TOLD = re.compile(r"^.{0,8}?(?P<year>20\d\d)年.{0,12}?(?:(?P<review>回顾|总结)|安排|任务|目标)")
_HALF = re.compile("[上下]半年")
# 二、今后五年奋斗目标和2022年工作安排, 第三部分 2022年工作建议: the heading of a part, which
# says nothing but what it is of; not 三、做好2022年项目储备, 附：2022年重点项目任务清单
_PART = re.compile(
    r"(?P<number>第[一二三四五六七八九十]{1,3}(?:部分|[章篇节])[:：、]?|[一二三四五六七八九十壹贰叁肆伍]{1,3}、)?"
    rf"(?:[12２１二一][{_DIGIT}]{{3}}年?|十[一二三四五]五|[“”\"、和与及对的—-]|至|以及|关于|过去|今后|未来|"
    "[一五]年来?|一个|时期|期间|本届|政府|全[省市区县州盟旗乡镇]|我[省市区县州盟旗乡镇]|经济|社会|国民|"
    "高质量|发展|工作|主要|重点|总体|预期|奋斗|目标|任务|指标|安排|打算|建议|要求|思路|计划|部署|展望|"
    "举措|措施|设想|考虑|初步|意见|完成|执行|情况|回顾|总结|成[就绩效]|做好|抓好|全力|扎实|全面)+"
)
_REVIEWED = re.compile("回顾|总结|情况|成[就绩效]")
_PLANNED = re.compile("安排|打算|建议|目标|任务|重点|要求|思路|计划|部署|展望|举措|措施|设想|考虑")
# 三、“十五五”时期发展思路和2030年展望: no year's work
_FAR = re.compile("(?:十[一二三四五]五|五年|时期)(?!.*年.{0,8}(?:工作|任务))")
# （2021年1月）, ——2021年1月在云山县第十届人民代表大会上
_MONTH = re.compile(
    rf"(?:^[—―-]*\s*于?|[（(])\s*([{_DIGIT}]{{4}})\s*年\s*([{_DIGIT}]{{1,3}})\s*月\s*(?:[）)]|在.{{2,40}}会|$)"
)
# 2021-01-28, 2021年1月28日, 2021/1/28, 20210128: in a page's metadata
_STAMP = re.compile(r"(20\d\d)(?:\s*[-./年]?\s*(1[0-2]|0?[1-9]))?")
_LATE = 9  # a month; what is given after it may look back on that year and plan the next
# "2022年南昌县人民政府工作报告"
_TITLE_PLACE = re.compile(
    r"(?:年|^|[\s《])([^\s\d年，,。《》()（）]{1,18}?(?:省|市|区|县|州|盟|旗|乡|镇|新区))"
    r"(?:\s*[12]\d{3}\s*年)?(?:人民)?政府(?:工作报告|.{0,6}报告)"
)
# 银沙湾经济开发区2020年工作报告, 城东街道办事处工作报告: of a body that is no government
_TITLE_ZONE = re.compile(
    r"(?:年|^|[\s《])([^\s\d年，,。《》()（）]{2,14}?(?:开发区|高新区|经开区|新区|管理区|示范区|街道|镇|乡))"
    r"(?:管委会|管理委员会|办事处)?(?:[12]\d{3}年)?(?:年度)?工作(?:报告|总结)"
)
# 国务院政府工作报告, 现在,我代表国务院,向大会作政府工作报告: of the whole country
_NATION = re.compile(r"国务院政府工作报告|代表国务院[，,]?\s*向.{0,8}报告")
COUNTRY = "中国"
# (澜海市)东浦区, (江西省南昌市)南昌县: what a report's own place is within
_WITHIN = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,14}?(?:省|市|自治[州区]|盟)){1,2}(?=[\u4e00-\u9fff]{2,12}[市区县旗镇乡]$)"
)
_SPACED_TITLE = 40  # characters
_HEADING = 40  # of a part
_TOLD_LINE = 30
# 县长, 市 长, 自治区主席, 主任, 国务院总理: what the speaker of a report is
OFFICE = r"(?:[省市区县州盟旗乡镇]\s?长|主\s?[席任]|总\s?理)"
# "南昌县人民政府县长 贾彧超", "市 长 林 岚", "代理县长:王某某", "自治区主席 买买提·吐尔逊"
_SPEAKER = re.compile(
    rf"^\S{{0,20}}?{OFFICE}(?:\s*[:：]\s*|\s+)"
    r"((?:[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8})+|[\u4e00-\u9fff]{1,5})"
    r"(?:\s[\u4e00-\u9fff]{1,2}){0,2})\s*$"
)
# 市长周文作政府工作报告, 区长李明代表区人民政府向大会作政府工作报告: below a picture
_SPOKE = re.compile(
    rf"(?:^|[。，,\s]|人民政府){OFFICE}([\u4e00-\u9fff·]{{2,15}}?)(?:同志)?(?:代表[\u4e00-\u9fff]{{1,12}}政府)?[，,]?"
    r"(?:向大会)?作(?:了)?(?:政府)?工作?报告"
)
# "索引号: i700209 分 类: 其他": a label that is none of the fields ends a value all the same
_LABEL = re.compile(r"\s[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,5}\s*[:：]")


@dataclass(frozen=True)
class Header:
    """What the head of a report says of it. An empty string or None: it does not say."""

    title: str
    place: str
    year: int | None
    date: datetime.date | None
    speaker: str


def split_metadata(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """Take header fields out of the first lines.

    Returns:
        The fields that have a value, and the lines without those that held only fields.
    """
    fields: dict[str, str] = {}
    rest: list[str] = []
    for at, line in enumerate(lines):
        first = _FIELD.search(line) if at < 30 and not line.endswith("。") else None
        cells = _celled(line) if at < 30 else {}
        if cells:
            fields |= cells
            continue
        # 发布时间：2024-01-22信息来源：区府办: elements of a page, with nothing between them
        found = [first, *_NEXT_FIELD.finditer(line, first.end())] if first else []
        if not found or line[: found[0].start()].strip(" •·|【["):
            rest.append(line)
            continue
        ends = [match.start() for match in found[1:]] + [len(line)]
        for match, end in zip(found, ends, strict=True):
            value = line[match.end() : end].strip(" |【】[]").split(" | ")[0]
            value = _LABEL.split(value)[0].strip()
            if value and not re.search("浏览|阅读|点击|字体|字号", match[1]):
                fields[re.sub(r"\s", "", match[1])] = value
    return fields, rest


def _celled(line: str) -> dict[str, str]:
    """The fields of a table's row that holds names and values by turns, without a colon.

    索 引 号 | 11152900MB0417352K/2024-00118 | 主题分类 | 综合政务
    """
    cells = [cell.strip() for cell in line.split("|")]
    named = [re.sub(r"\s", "", name) for name in cells[::2]]
    if len(cells) < 2 or not all(_NAME.fullmatch(name) for name in named if name):
        return {}
    pairs = zip(named, cells[1::2], strict=False)
    return {name: value for name, value in pairs if name and re.search(r"\w", value)}


def chinese_number(text: str) -> int | None:
    """Read "2022", "２０２２", "二〇二二", "十二" as a number; None where it is none."""
    plain = text.translate(str.maketrans("０１２３４５６７８９○零", "0123456789〇〇"))
    if plain.isdigit() and plain.isascii():
        return int(plain)
    try:
        return int(cn2an.cn2an(plain.replace("〇", "零"), "smart"))
    except (ValueError, KeyError):
        return None


def find_date(text: str) -> datetime.date | None:
    """The first full date in a text, None where there is none or it is no calendar day."""
    for match in _DATE.finditer(text):
        year, month, day = (chinese_number(group) for group in match.groups())
        if year and month and day:
            try:
                return datetime.date(year, month, day)
            except ValueError:
                continue
    return None


def find_years(text: str) -> list[int]:
    """Years named in a text ("2022年", "二〇二二年"), in order."""
    years = (chinese_number(match[1]) for match in _YEAR.finditer(text))
    return [year for year in years if year and 1900 < year < 2100]


def _title(head: list[str]) -> str:
    """The title: the fullest of the title lines, with its place where that stands above it."""
    titles: list[str] = []
    for at, line in enumerate(head):
        if is_title(line):
            split = at > 0 and is_place(head[at - 1]) and not _TITLE_PLACE.search(line)
            titles.append((head[at - 1] + line if split else line).strip("《》* #"))
    # 政 府 工 作 报 告, where no other line is a title
    spaced = (re.sub(r"\s", "", line) for line in head if len(line) <= _SPACED_TITLE)
    titles = titles or [line for line in spaced if is_title(line)]
    return max(titles, key=lambda line: (bool(find_years(line)), len(line)), default="")


def _stated_titles(metadata: dict[str, str]) -> list[str]:
    return [value for key, value in metadata.items() if key in ("标题", "名称", "信息名称")]


def _first(head: list[str]) -> str:
    return "政府工作报告" if not head or SALUTATION.fullmatch(head[0]) else head[0]


def _planned_year(lines: list[str], by_review: bool) -> int | None:
    """The year that a report plans, by the headings of its parts; None where they disagree.

    Args:
        lines: of the report.
        by_review: whether the heading of the year looked back on may tell it alone.
    """
    reviews: list[int] = []
    plans: list[int] = []
    for line in lines:
        bare = re.sub(r"\s", "", line).strip("#*【】。：:")
        part = _PART.fullmatch(bare) if len(bare) <= _HEADING else None
        years = find_years(bare) if part else []
        if not part or not years:
            continue
        # 2021年目标任务完成情况, but 2021年工作回顾和2022年工作安排
        if _REVIEWED.search(bare) and not _PLANNED.search(_REVIEWED.split(bare)[-1]):
            reviews.append(years[-1])
        elif (part["number"] or _PLANNED.search(bare)) and not _FAR.search(bare):
            plans.append(years[-1])
    if not reviews:
        return max(plans, default=None)
    planned = max(reviews) + 1
    return planned if planned in plans or (by_review and not plans) else None


def _told_year(lines: list[str]) -> int | None:
    """The year that a text without title and date is of, by any line that looks like a heading."""
    told = [
        int(one["year"]) + bool(one["review"] and not _HALF.search(line))
        for line in lines
        if len(line) <= _TOLD_LINE and (one := _TOLD.match(line))
    ]
    return max(told, default=None)


def _given(
    head: list[str], date: datetime.date | None, metadata: dict[str, str]
) -> tuple[int, int] | None:
    """Year and month in which a report was given, or put on its page; a month of 0 is unknown."""
    if date:
        return date.year, date.month
    for month in filter(None, map(_MONTH.search, head)):
        year, number = chinese_number(month[1]), chinese_number(month[2])
        if year and number:
            return year, number
    stamps = [
        (int(stamp[1]), int(stamp[2] or 0))
        for key, value in metadata.items()
        if key.endswith(("日期", "时间")) and not re.match("失效|废止", key)
        if (stamp := _STAMP.search(value))
    ]
    return min(stamps, default=None)


def _year(title: str, given: tuple[int, int] | None, lines: list[str]) -> int | None:
    """The year that a report is of: see `read_header`."""
    # 2018政府工作报告
    years = find_years(title) or [int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", title)]
    year = years[0] if years else given[0] if given else None
    if year is None:
        return _planned_year(lines, by_review=True) or _told_year(lines)
    # 政府工作报告（2016年）, given in December 2016: 三、2017年工作安排
    late = given is None or given > (year, _LATE)
    planned = _planned_year(lines, by_review=given is not None) if late else None
    return planned if planned == year + 1 else year


def read_header(lines: list[str], metadata: dict[str, str], name: str = "") -> Header:
    """Read title, place, year, date and speaker from the first lines of a report.

    The year is the one in the title; else that of the delivery, since a report is given
    at the beginning of the year that it plans; or the next, where the report itself was given
    at that year's end, or in the next, and the headings of its parts plan the next. Where no
    line is a title, a file's name may be one ("北京2024年政府工作报告").
    """
    head = [line for line in lines[:25] if len(line) < 80]
    title = _title([*_stated_titles(metadata), *head]) or (name if is_title(name) else "")
    date = find_date("\n".join(head))
    congress = _CONGRESS.search("\n".join(head))
    named = _TITLE_PLACE.search(title) or _TITLE_ZONE.search(title)
    spoken = next((match for line in lines[:25] if (match := _SPOKEN_FOR.search(line))), None)
    place = next((match[1] for match in (named, congress, spoken) if match), "")
    if congress and place.endswith(congress[1]):
        place = congress[1]  # 海陵市青岩区人民政府工作报告, given to 青岩区's congress
    place = _WITHIN.sub("", re.sub("^(?:关于|中共|年)", "", place))
    if not named and any(map(_NATION.search, (title, *lines[:25]))):
        place = COUNTRY
    year = _year(title, _given(head, date, metadata), lines)
    speaker = next(
        (m[1] for told in (_SPEAKER, _SPOKE) for line in head if (m := told.search(line))), ""
    ).replace(" ", "")
    return Header(title or _first(head), place, year, date, speaker)
