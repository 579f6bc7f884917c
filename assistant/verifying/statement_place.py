"""Where, on what market, of what grade and among whom a statement says that something is."""

from __future__ import annotations

import re

from assistant.claims import blanked
from assistant.evidence.knowledge import Knowledge
from assistant.verifying.claims_zh_time import names_place
from assistant.verifying.verification import Slip

_Family = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


def _families(*told: tuple[tuple[str, str], ...]) -> tuple[_Family, ...]:
    return tuple(
        tuple((re.compile(said, re.IGNORECASE), re.compile(held)) for said, held in family)
        for family in told
    )


# Of each family a thing is one only: told of one, it is not told of another.
_GRADES = _families(
    (
        (r"一期|首期|\bphase (?:one|1|I)\b", "一期|首期"),
        (r"二期|\bphase (?:two|2|II)\b", "二期"),
        (r"三期|\bphase (?:three|3|III)\b", "三期"),
    ),
    (
        (r"科创板|\bSTAR Market|sci-tech innovation board", "科创板"),
        (r"创业板|\bChiNext", "创业板"),
        (r"北交所|北京证券交易所|\bBeijing (?:stock )?exchange", "北交所|北京证券交易所"),
        (r"新三板|\bNEEQ\b|New Third Board", "新三板"),
        (
            r"港交所|港股|香港(?:联|证券)?交易所|\bHong Kong (?:stock )?exchange",
            "港交所|港股|香港",
        ),
        (r"深交所|深圳证券交易所|\bShenzhen (?:stock )?exchange", "深交所|深圳证券交易所"),
        (r"上交所|上海证券交易所|\bShanghai (?:stock )?exchange", "上交所|上海证券交易所"),
        (r"纳斯达克|\bNasdaq", "纳斯达克"),
    ),
    (
        ("特等", "特等"),
        (r"一等|\bfirst[- ](?:class|prize|grade)", "一等"),
        (r"二等|\bsecond[- ](?:class|prize|grade)", "二等"),
        (r"三等|\bthird[- ](?:class|prize|grade)", "三等"),
    ),
    (
        ("(?<![A-Za-z0-9])5A", "5A"),
        ("(?<![A-Za-z0-9])4A", "4A"),
        ("(?<![A-Za-z0-9])3A", "3A"),
    ),
    (
        ("甲等|三甲", "甲等|三甲"),
        ("乙等|三乙", "乙等|三乙"),
    ),
    (
        (r"金牌|金奖|冠军|\bgold\b", "金牌|金奖|冠军"),
        (r"银牌|银奖|亚军|\bsilver\b", "银牌|银奖|亚军"),
        (r"铜牌|铜奖|季军|\bbronze\b", "铜牌|铜奖|季军"),
    ),
)
# The same of what tells among whom something is placed.
_RANKS = _families(
    *(
        (
            (
                rf"(?:全国|国内)(?:{zh})|\b{en} (?:\w+ ){{0,3}}in (?:China|the country)",
                f"全国[^,，]{{0,6}}(?:{zh})",
            ),
            (
                rf"(?:全|我|本)省(?:{zh})|\b{en} (?:\w+ ){{0,3}}in the province",
                f"省[^,，]{{0,6}}(?:{zh})",
            ),
            (
                rf"(?:全|我|本)市(?:{zh})|\b{en} (?:\w+ ){{0,3}}in the city",
                f"市[^,，]{{0,6}}(?:{zh})",
            ),
            (
                rf"(?:全|我|本)县(?:{zh})|\b{en} (?:\w+ ){{0,3}}in the county",
                f"县[^,，]{{0,6}}(?:{zh})",
            ),
        )
        for zh, en in (("首|第一|率先", "first"), ("唯一", "only"))
    ),
    (
        (r"国家级|全国|\b(?:national\w*|nationwide|state-level|country)\b", "国家|全国|中国"),
        (r"省级|全省|\bprovinc\w+\b", "省"),
        (r"(?<!地)市级|\b(?:municipal|city-level)\b", "市级|[全我]市"),
    ),
)
# 首家, 唯一, 翻番, 六成: said, the sentence must say as much
_NEEDED = tuple(
    (re.compile(said, re.IGNORECASE), re.compile(told))
    for said, told in (
        (
            r"首(?=[个家批条座次例届])|率先|\b(?:the|its|a|'s) first\b|\bfor the first time\b",
            "首|第一|率先",
        ),
        (r"唯一|\bthe only\b", "唯一"),
        (r"最[大高长多]|\b(?:largest|biggest|highest|longest)\b", "最|首"),
        (r"翻番|翻一番|\bdoubl(?:ed|ing)\b", "翻[一]?番|[两2]倍"),
        (r"\b(?:tripled|quadrupled|halved)\b|减半|腰斩", "[三四34]倍|两番|减半|一半|50%"),
        (r"过半|一半|半数|\bhalf\b", "半|50%"),
    )
)
_SHARE = re.compile(
    "[一二两三四五六七八九十]成|[一二三四五六七八九十百]+分之[一二三四五六七八九十]+|翻[两三四]番|"
    "[一二两三四五六七八九十]倍"
)
# 石坪乡, 白鹭县; not 示范区, 贫困县, 老城区
_ZH_PLACE = re.compile(
    "(?P<stem>(?![全我本各该外])[\u4e00-\u9fff]{2})(?P<kind>[乡镇县区村市州旗])(?!场|民|级|委|长|域|间|位)"
)
_NO_NAME = re.compile(
    "示范|高新|开发|贫困|自治|保税|试验|安置|旅游|工业|产业|经开|风景|文明|特色|美丽|百强|中心|先行|"
    ".[社地小景园城片灾山库市]$|.强$|[和与及、在于]"
)
_KINDS = {
    "Township": "乡镇", "Town": "镇乡", "County": "县", "District": "区", "Village": "村",
    "City": "市",
}  # fmt: skip
_EN_PLACE = re.compile(rf"\b(?P<stem>[A-Z][a-z]{{2,}})\s+(?P<kind>{'|'.join(_KINDS)})\b")


def places_in(text: str, knowledge: Knowledge) -> tuple[frozenset[str], str]:
    """The places of the report that a text names, but for its own; and the text without them."""
    report = knowledge.report
    found: set[str] = set()
    spans: list[tuple[int, int]] = []
    for match in (*_ZH_PLACE.finditer(text), *_EN_PLACE.finditer(text)):
        stems: tuple[str, ...] = (match["stem"],)
        if match["stem"].isascii():
            stems = knowledge.spelled.get(match["stem"].lower(), ())
        kinds = _KINDS.get(match["kind"], match["kind"])
        held = [stem + kind for stem in stems for kind in kinds if stem + kind in report.text]
        named = [one for one in held if not _NO_NAME.search(one[:-1]) and names_place(one[:-1])]
        if named and not report.place.endswith(named[0]):
            found.add(named[0])
            spans.append(match.span())
    return frozenset(found), blanked(text, spans)


def without_grades(text: str) -> str:
    """A statement without the market or grade that it names, which is judged apart."""
    spans = [m.span() for family in _GRADES for said, _ in family for m in said.finditer(text)]
    return blanked(text, spans)


def is_rank(word: str) -> bool:
    """Whether a word only tells among whom something is placed: 省级, "national"."""
    return any(said.fullmatch(word) for family in _RANKS for said, _ in family)


def place_fits(said: frozenset[str], sentence: str, held: str, knowledge: Knowledge) -> Slip | bool:
    """Whether a sentence tells of the places that a statement names; the slip if of others."""
    missing = [one for one in said if one not in sentence and one[:-1] not in sentence]
    if not missing:
        return True
    others = places_in(held, knowledge)[0] - said
    return Slip.SCOPE if others else False


def frame_fits(text: str, held: str) -> Slip | bool:
    """Whether a sentence has the market, level and grade that a statement names, and its 首家."""
    for family in (*_GRADES, *_RANKS):
        said = [(words, told) for words, told in family if words.search(text)]
        if not said or any(told.search(held) for _, told in said):
            continue
        other = any(told.search(held) for _, told in family)
        return Slip.SCOPE if other else False
    if any(said.search(text) and not told.search(held) for said, told in _NEEDED):
        return False
    return all(share in held for share in _SHARE.findall(text))
