"""Makes lies of true sentences: each changes one thing that a reader would be misled by."""

from __future__ import annotations

import re
from collections.abc import Iterator

MARKER = re.compile(r"\[(\d+)\]")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_INDICATORS_ZH = (
    "地区生产总值 财政总收入 规模以上工业增加值 工业投资 第三产业增加值 建筑业总产值 出口总额 "
    "实际利用外资 农村居民人均年可支配收入"
).split()
_INDICATORS_EN = (
    "GDP",
    "total fiscal revenue",
    "industrial investment",
    "exports",
    "value added of the tertiary industry",
    "foreign investment",
)
_NAMED_ZH = re.compile(
    "地区生产总值|GDP|财政总收入|一般公共预算收入|规模以上工业增加值|工业投资|第三产业增加值|建筑业总产值|"
    "建筑业产值|出口总额|实际利用外资|营业收入|工业总产值|专利授权量|信访总量|公厕|(?:全社会|社会)?消费品零售总额|"
    "城镇居民人均(?:年)?可支配收入"
)
_NAMED_EN = re.compile(
    r"GDP|[Tt]otal fiscal revenue|[Gg]eneral public budget revenue|[Ii]ndustrial investment|"
    r"[Rr]etail sales of consumer goods|patents|petitions|public toilets|"
    r"[Vv]alue added of the tertiary industry|R&D spending|urban per capita disposable income"
)
_SWAPS: tuple[tuple[str, str, str], ...] = (
    ("year", "2021", "2022"),
    ("year", "2022", "2021"),
    ("year", "2023", "2024"),
    ("year", "2024", "2023"),
    ("year", "2027", "2023"),
    ("unit", "亿元", "万元"),
    ("unit", "亿元", "亿美元"),
    ("unit", "billion", "million"),
    ("unit", "万亩", "亩"),
    ("bound", "以上", ""),
    ("bound", "左右", ""),
    ("bound", "余万", "万"),
    ("bound", "at least ", ""),
    ("bound", " or above", ""),
    ("bound", "about ", ""),
    ("bound", "More than ", ""),
    ("bound", "to more than ", "to "),
    ("bound", "of more than ", "of "),
    ("direction", "增长", "下降"),
    ("direction", "下降", "增长"),
    ("direction", "up ", "down "),
    ("direction", "grew", "fell"),
    ("direction", "rose", "fell"),
    ("direction", "提高", "下降"),
    ("direction", "高于", "低于"),
    ("direction", "above", "below"),
    ("direction", "fell", "rose"),
    ("kind", "目标是增长", "实际增长了"),
    ("kind", "预期目标是增长", "已经增长"),
    ("kind", "预计完成", "完成"),
    ("kind", "力争", "已经"),
    ("kind", "的预期目标是增长", "增长了"),
    ("kind", "aims to have", "has"),
    ("kind", "plans to ", "has been able to "),
    ("kind", "was expected to reach", "reached"),
    ("kind", "同比增长", "的目标是增长"),
    ("kind", "The 2022 target for GDP growth is", "In 2022 GDP grew by"),
    ("kind", "计划新增", "已经新增"),
    ("kind", "plans to add", "has added"),
    ("place", "全县", "鄱阳县"),
    ("place", "小蓝经开区", "高新区"),
    ("place", "the county", "Poyang County"),
    ("place", "The county", "Shanghai"),
    ("place", "全省", "全国"),
    ("place", "全市", "全国"),
    ("place", "in the province", "in the country"),
    ("place", "in the city", "in the province"),
    ("measure", "同比增长", "占全省"),
    ("measure", "增长", "达到"),
    ("measure", "up 8.7%", "which is 8.7% of the province's"),
)


def lies(sentence: str) -> Iterator[tuple[str, str]]:
    """Lies made of one true sentence, each with what is wrong about it."""
    bare = MARKER.sub("", sentence)
    yield from _swapped(sentence, bare)
    chinese = re.search("[\u4e00-\u9fff]{4}", re.sub(r"\([^)]*\)", "", bare)) is not None
    for match in _NUMBER.finditer(sentence):
        number = match[0]
        in_name = re.match(r"[”号A+]|万元以上固", sentence[match.end() :])
        if sentence[match.start() - 1 : match.start()] in "[“" or in_name:
            continue
        if re.fullmatch(r"20\d\d", number) or sentence[match.end() :].startswith("G"):
            continue
        for wrong in _wrong(number):
            yield "value", sentence[: match.start()] + wrong + sentence[match.end() :]
    named, others = (_NAMED_ZH, _INDICATORS_ZH) if chinese else (_NAMED_EN, _INDICATORS_EN)
    first = named.search(sentence)
    if first and _NUMBER.search(bare[first.start() :]):
        for other in others:
            same = (
                other in sentence
                or other.replace("总", "") == first[0]
                or first[0].lower() in other.lower()
                or other in first[0]
            )
            if not same and not {other, first[0]} <= {"GDP", "地区生产总值"}:
                yield "indicator", sentence[: first.start()] + other + sentence[first.end() :]
    yield "citation", MARKER.sub("[97]", sentence)
    yield "citation", MARKER.sub("", sentence)


def _swapped(sentence: str, bare: str) -> Iterator[tuple[str, str]]:
    if not _NUMBER.search(bare):
        return
    for kind, old, new in _SWAPS:
        true_still = (
            (kind == "bound" and re.search("(?:规模|级)以上|at or above", bare))
            or (new == "达到" and "同比" in bare)
            or (kind == "direction" and re.search("(?:speed|build) up|or above|designated", bare))
            or (kind == "year" and bare.count("20") > 1)
        )
        if old in bare and not true_still:
            yield kind, sentence.replace(old, new, 1)


def _wrong(number: str) -> list[str]:
    """Other numbers: a digit changed, two digits swapped, ten times as much."""
    digit = str((int(number[0]) % 9) + 1)
    found = [digit + number[1:]]
    plain = number.replace(",", "")
    if len(plain) > 1 and plain[0] != plain[1] and plain[1] not in ".0":
        found.append(plain[1] + plain[0] + plain[2:])
    found.append(plain.replace(".", "") if "." in plain else plain + "0")
    return [one for one in found if one != number]
