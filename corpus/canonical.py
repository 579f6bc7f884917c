"""The canonical text of a report: what all offsets refer to.

Two steps, both conservative. Characters are normalized only where nothing is lost
(line ends, spaces, invisible characters, compatibility ideographs that PDF writers
leave behind). Lines of the page around the report (share bar, view counter, footer)
are dropped, but only before the report begins and after it ends, and only where a
line is no sentence: the body never loses a word.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile

from corpus.models import CorpusError
from corpus.rows import SPACES, spaced_tables

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffc]")
# Kangxi radicals and compatibility ideographs have one plain equivalent each.
_COMPATIBILITY = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")

# PDF writers name glyphs by these radicals too; Unicode's normalization leaves them alone.
# (户 is a Kangxi radical, whose normal form would be the traditional 戶.)
_RADICALS = str.maketrans(
    "⺁⺅⺋⺎⺐⺒⺓⺖⺘⺙⺛⺜⺝⺟⺠⺡⺣⺦⺨⺩⺪⺫⺬⺭⺰⺲⺶⺺⺻⺼⺽⺾⻁⻂⻃⻄"
    "⻅⻆⻇⻈⻉⻊⻋⻌⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳"
    "⼾",
    "厂亻㔾兀尢巳幺忄扌攵旡日月母民氵灬丬犭王疋目示礻纟罒羊肀聿肉臼艹虎衤覀西"
    "见角角讠贝足车辶钅長镸长门阝雨青韦页风飞食饣首马骨鬼鱼鸟卤麦黄黾齐齿龙龟"
    "户",
)
# 新增制造 业单项冠军: what is left of a printed line's end, where a line has it again and again
_GAP = re.compile("(?<=[\u4e00-\u9fff，。、；：“”]) (?=[\u4e00-\u9fff“])")
_GAPS = 3
_SENTENCE_END = re.compile("[。！？；;]|[!?](?![\\w=])")

# A line that carries only the page's own machinery. Each alternative names its example.
_CHROME = re.compile(
    r"""^[\s•·|>＞»【\[\]】（(]*(?:
      分享(?:到|至)?[:：]?$ | 分享                          # 分享到:
    | (?:浏览|阅读|点击|访问)(?:量|次数|数|人次)?\s*[:：]?\s*\d*\s*次?$  # 浏览量: 1024
    | 字(?:体|号)(?:大小)?\s*[:：]?\s*[【\[（(]?              # 字体【 大 中 小 】
    | (?:打印|关闭)(?:本页|此页|窗口|页面)? | 收藏(?:本页)?(?:$|】)      # 【打印本页】【关闭窗口】
    | (?:扫|手机扫).{0,12}(?:浏览|打开|查看|二维码|关注|分享|一扫)    # 扫码浏览
    | 二维码 | 返回(?:顶部|首页|列表) | 上一[篇页条] | 下一[篇页条]
    | (?:您)?(?:当前|现在)(?:的)?位置\s*[:：] | 首页\s*[>＞»/|-]    # 当前位置:首页>政务公开
    | (?:网站|站点)(?:地图|标识码|首页) | 联系我们 | 关于我们 | 隐私(?:声明|保护)
    | 版权所有 | 主办(?:单位)?\s*[:：] | 承办(?:单位)?\s*[:：] | 技术支持\s*[:：]
    | .{0,6}ICP备 | .{0,4}公网安备 | 备案(?:号|序号) | Copyright | ©
    | (?:责任)?编辑\s*[:：] | 审核\s*[:：] | 信息来源\s*[:：] | 稿件来源\s*[:：] | 作者\s*[:：]
    | (?:相关(?:链接|文档|附件|解读|稿件)|政策解读)
    | 附件(?!\s*[\d一二三四五六七八九]\s*[:：]?$)         # not 附件1 above an annex of the report
    | (?:无障碍|适老|智能问答|繁体|简体|登录|注册)
    | (?:微信|微博|QQ|Baidu|map|百度|腾讯|高德)(?:地图|空间|好友)?\s*$
    | (?:var|function|window\.|document\.|\$\()               # script remnants
    )""",
    re.VERBOSE | re.IGNORECASE,
)

# 2022年南昌县人民政府工作报告 ; not 一图读懂2024年政府工作报告, not a link with its date
_TITLE = re.compile(
    r"^(?!.*(?:解读|读懂|一图|图解|上一篇|下一篇|附件))(?:.*(?:政府|工作)报告|关于.{2,40}的报告)"
    r"[》*#\s]*(?:[(（][^()（）]{1,20}[)）])?$"
)
# 海陵市青岩区
_PLACE = re.compile(
    r"(?:[12]\d{3}年)?[\u4e00-\u9fff]{1,16}(?:省|市|区|县|州|盟|旗|乡|镇|街道)(?:人民政府)?"
)
_TITLE_LIMIT = 60  # characters
_SPREAD = re.compile(r"(?:政\s+府\s+)?工\s+作\s+报\s+告")  # alone only where no line is a title
ONE_LINE = 2500  # characters of a line that is no single paragraph: its spaces are line ends
_LINE_LIMIT = 120  # characters; longer lines are prose, never page chrome
_EDGE_LINES = 60  # how many lines at the head may be page chrome, where no title ends it
_NOTICE_LIMIT = 150  # characters of sentences that a page may put before a report
SALUTATION = re.compile("(?:各位代表|各位委员|同志们).{0,12}[:：!！]?")


def normalize_characters(raw: str) -> str:
    """Replace what is safe to replace, so that the same report has the same text everywhere.

    Args:
        raw: text as decoded from a file.

    Returns:
        Text with ``\\n`` line ends, single spaces, no invisible or control characters, no
        blank lines, lines stripped; no spaces between Chinese characters in prose that has
        them all over; the cells of a table that was pasted as text apart by " | ". Digits
        (full-width ones too), quotes and wording stay.
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    text = _COMPATIBILITY.sub(_plain, text)
    filled = [line for line in text.split("\n") if line.strip()]
    lines = (SPACES.sub(" ", line).strip() for line in spaced_tables(filled))
    return "\n".join(_closed(line) for line in lines)


def _plain(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0].translate(_RADICALS))


def _closed(line: str) -> str:
    broken = _LINE_LIMIT < len(line) < ONE_LINE and len(_GAP.findall(line)) >= _GAPS
    return _GAP.sub("", line) if broken else line


def is_chrome(line: str) -> bool:
    """Whether a line belongs to the web page and not to the report. A sentence never does."""
    if len(line) > _LINE_LIMIT or line.endswith(("。", "；")):
        return False
    bare = line.strip(" •·|【】[]()（）>＞»:：-—_*")
    return not bare or _CHROME.match(line) is not None


def body_lines(normalized: str) -> list[str]:
    """The lines of the report itself, without page chrome at its head and tail.

    Args:
        normalized: from `normalize_characters`.

    Returns:
        Lines in order, from the title on where there is one. Chrome is dropped among the first
        lines, up to the first sentence of some length; after the last sentence everything is
        dropped from the first line of chrome on.

    Raises:
        CorpusError: nothing is left.
    """
    lines = normalized.split("\n") if normalized else []
    prose = [at for at, line in enumerate(lines) if _is_prose(line)]
    first = _first_line(lines, prose)
    last = prose[-1] if prose else len(lines) - 1
    head = [line for line in lines[:first] if not is_chrome(line)]
    head = head[_title_at(head) :]
    tail = list(takewhile(lambda line: not is_chrome(line), lines[last + 1 :]))
    kept = head + lines[first : last + 1] + tail
    if not kept:
        raise CorpusError("no text: the document is empty or holds only a web page's frame")
    return kept


def _first_line(lines: list[str], prose: list[int]) -> int:
    """Where the head ends: at the salutation, else at the first sentence.

    A sentence or two may stand before the salutation (a notice of the page), not more.
    """
    start = prose[0] if prose else len(lines)
    for at, line in enumerate(lines):
        said = sum(len(lines[one]) for one in prose if one < at)
        if said > _NOTICE_LIMIT:
            break
        if SALUTATION.fullmatch(line):
            return at
    return start if any(is_title(line) for line in lines[:start]) else min(start, _EDGE_LINES)


def is_title(line: str) -> bool:
    """Whether a line is a report's title, or the end of one whose place stands a line above."""
    return len(line) <= _TITLE_LIMIT and _TITLE.search(line) is not None


def is_place(line: str) -> bool:
    """Whether a line is a place's name and nothing else, as above a title."""
    return _PLACE.fullmatch(line) is not None


def _title_at(head: list[str]) -> int:
    """Where the report begins: at its title, the last one before the first sentence.

    Menus and lists of other reports stand before it. Titles that follow each other, and the
    lines of one title, stay together.
    """
    titles = [at for at, line in enumerate(head) if is_title(line)]
    if not titles:
        titles = [at for at, line in enumerate(head) if _SPREAD.fullmatch(line)]
    if not titles:
        return 0
    at = titles[-1]
    while at and (is_title(head[at - 1]) or is_place(head[at - 1])):
        at -= 1
    return at


def _is_prose(line: str) -> bool:
    return not is_chrome(line) and len(line) >= 15 and _SENTENCE_END.search(line) is not None
