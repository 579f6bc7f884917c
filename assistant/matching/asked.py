"""Whether a stretch of a report holds what a question asks for: who, where, when or why."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import accumulate, pairwise

from assistant.matching.stages import is_of_other_stage
from assistant.matching.wanted import Wanted
from assistant.questions import phrases
from assistant.questions.question import Form, Question
from assistant.questions.tagging import is_known_place, tagger

_IGNORE = re.IGNORECASE
_PIECE = re.compile(r"[^，,；;。]+")
_NAMING = ("n", "j", "x", "eng", "vn", "b", "a")  # parts of speech that names are made of
_NAME = 3  # signs of the shortest name
# 新增企业, 高考人数: kinds and counts, not names
_UNNAMED = re.compile(
    r"\d|(?:企业|公司|项目|单位|部门|群众|居民|人员|人数|总数|数量|总量|产业|行业|工作|机制|体系|事业|经济|产值|"
    r"收入|投资|[率额])$"
)
_DATE = 12  # signs of what only dates the next piece: 去年12月28日
# 开工建设大桥，(桥长6.4公里)，(总投资约41亿元)，计划2029年通车: still of the bridge
_ATTRIBUTE = re.compile(
    r"(?:计划|预计|规划)?(?:总投资|投资|[全桥线总][长宽]|主线|双向|设计(?:时速|总?床位|标准)|概算|工期|占地|"
    r"(?:总)?(?:建筑)?面积|总装机|装机|设?床位|设站|设有?|首期)"
)
# 深入贯彻(习近平总书记视察江西重要讲话精神): whom work follows, not who does it
_GUIDANCE = re.compile(r"习近平总书记[^，,。；;]*|习近平新时代[^，,。；;]*思想")
_TELLING = 0.3  # the weight from which a word says where in a clause the answer stands


class Asked(StrEnum):
    """What a question wants named."""

    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    WHY = "why"


# 谁来运营, "who pays for": the one who acts, not one who is told of
_ACTS = re.compile(
    r"负责|牵头|承担|承建|施工|监理|运营|经营|管理|管的?|出钱|掏钱|买单|出资|投资|建设|[来一起]建|主管|归谁|"
    r"中的?标|"
    r"\b(?:pay(?:s|ing)?|paid|runs?|running|operat\w+|responsible|lead(?:s|ing)?|in charge|"
    r"manag\w+|fund(?:s|ed|ing)?|financ\w+|build(?:s|ing)?|built|setting up|behind|design\w*|"
    r"advis\w+|draft\w*|wrote)\b",
    _IGNORE,
)
# "Who did better: the county or the zone?", 县里还是开发区,谁的名次好: both are named already
_OF_TWO = re.compile(
    r"\bwho\b[^?]{4,}[:,;—–-] ?[^?,;:]{2,60}\bor\b[^?]{2,}|谁[^?？]{2,}[:：,，][^,，?？]{1,20}还是|"
    r"[^,，?？]{2,20}还是[^,，?？]{1,20}[,，]?谁",
    _IGNORE,
)
# 施工单位是哪家 ; 由哪家公司承建 ; 是哪家公司中的标: a body is asked for, though not with who
_WHICH_BODY = re.compile(
    r"(?:施工|建设|承建|设计|运营|投资|承办|主办|监理|责任|牵头|开发|代建)(?:单位|方|企业|公司|主体|商)"
    r"(?:是|为|叫)?(?:哪|什么|谁)|"
    r"由哪[家个些](?:公司|企业|单位|机构|集团|部门)?|哪[家个](?:公司|企业|单位|机构|集团|部门)?(?:来)?"
    r"(?:承建|施工|设计|承办|中的?标|拿[下到]?的?标|代建)|"
    # "Which company is building the line?"
    r"\b(?:which|what) (?:\w+ )?(?:company|firm|contractor|developer|builder|operator|body|agency|"
    r"department|organi[sz]ation)s? (?:(?:is|are|was|were|will|has|have|had|be|been|"
    r"did|does|do|going to|due to|set to|to) )*"
    r"(?:building|built|builds?|construct\w*|runs?|running|operat\w+|manag\w+|fund\w*|financ\w+|"
    r"pa(?:ys?|id|ying)|design\w*|advis\w+)\b",
    _IGNORE,
)
# "In which townships will they be built?", 建在哪些乡镇: places, though asked for as a list
_IN_WHICH = re.compile(
    r"\b(?:in|at) which (?:\w+ )?(?:townships?|towns?|villages?|streets?|(?:sub-?)?districts?|"
    r"counties|communities|neighbou?rhoods?|cities)\b|"
    r"[建设放]在(?:了)?哪[些几]个?(?:乡镇|乡|镇|街道|村|社区|县区|小区|地方)",
    _IGNORE,
)
_BODY_KIND = re.compile("公司|企业|单位|机构|集团|部门")
# 州委书记叫什么名字, "who is the party secretary": a person's name, beside the office
_OFFICE = re.compile(
    r"(?P<office>书记|[省市县区州盟旗镇乡局厅校院厂]长|主席|主任|董事长|总经理|老板|创始人)(?:叫什么|姓什么|的?名字|是谁|是哪位)|"
    r"\b(?:who is|who's|name of) the [\w' -]{0,30}(?P<en>party secretary|secretary|chairman|"
    r"director|governor|mayor|(?<=county )(?:head|chief|magistrate)|magistrate)\b|"
    # who chairs the standing committee, "who is the head of the zone"
    r"\bwho (?:chairs|heads|presides over|(?:is|was|has been) (?:appointed|named|elected) (?:to|as)"
    r"|(?:is|was|'s) (?:the |its )?(?:head|chief|boss|leader|"
    r"chair(?:woman|person)?|president) of)\b(?! (?:each|every|\w+ projects?\b))",
    _IGNORE,
)
_ANY_OFFICE = (
    "书记",
    "主席",
    "主任",
    "会长",
    "董事长",
    "院长",
    "校长",
    "县长",
    "区长",
    "市长",
    "局长",
)
_SPELLED = {
    "party secretary": "书记",
    "secretary": "书记",
    "chairman": "主席",
    "director": "主任",
    "mayor": "市长",
    "governor": "省长",
    "head": "县长",
    "chief": "县长",
    "magistrate": "县长",
}
# 县委书记是谁, 村第一书记, "the county Party secretary", "Party secretary of the city": which
_OF_LEVEL = re.compile(
    r"(?P<zh>[省市县区州盟旗镇乡村一])(?:党委|党支部|委)?书记|"
    r"\b(?P<en>county|city|municipal|provincial|province|district|prefecture|township|town|"
    r"village)\b",
    _IGNORE,
)
_LEVELS = {
    "county": "县",
    "city": "市",
    "municipal": "市",
    "provincial": "省",
    "province": "省",
    "district": "区",
    "prefecture": "州",
    "township": "乡镇",
    "town": "镇乡",
    "village": "村",
}
# 石桥镇党委书记, 村第一书记, 副书记: none of a county's or a city's
_LOWER = re.compile(
    r"(?:[镇乡村]|街道|社区|支部|总支|工委|第一|副)(?:党委|党支部|党总支|党工委)?书记$"
)
# 由市政府与江南理工大学共建, 由区卫生健康局牵头, 以挂点县领导为项目长
_ACTOR = re.compile(
    r"由[^，,；;。\d]{2,24}?(?:牵头|负责|承办|承建|承担|建设|投资|运营|组织|实施|主办|管理|共建|出资|设计|"
    r"担任)|"
    # 由县政府督查室按月通报
    r"由[^,，;；。\d的]{0,14}?(?:局|委|室|办|组|公司|中心|部门|政府|单位|集团|人大|政协)(?=[\u4e00-\u9fff])(?![的长])|"
    r"牵头(?!项目)|承办|承建|中标|主办|共建|出资|[为任](?:项目|组|队|河|湖|林|田|路|链|街|点)长|"
    r"[与和同][^，,；;。\d]{2,20}?(?:合作|签约|签订|签署|联合|结对)|携手|联合(?!国)|"
    r"(?:局|委|公司|集团|部门|领导|单位|街道|办)负责"
)
# 调解员周砚青, 江南理工大学: a person or a body
_NAMED = re.compile(
    r"公司|集团|大学|学院|研究院|医院|银行|协会|商会|委员会|(?<=[\u4e00-\u9fff]{2})[局厅]"
    r"(?![面域势限长])|同志|负责人|院士|教授|[人队]员(?!工)|调解员|劳模|劳动模范|领导|书记|主任|"
    r"[县市区省州镇乡村]长(?![期效足远江大])|[\u4e00-\u9fff]{2,3}(?:获评|荣获|获得|当选|入选)"
)
# 明港重工产值过百亿元，成为我市首家百亿级企业: whoever the sentence is about
# 东盟首次超过美国成为我市第一大出口市场
_FIRST = re.compile("成为[^,，；;。]{0,8}(?:首[家个位]|第一[家个位大]|最大|唯一)")
# 在路桥基地量产, 八月湖街道芳湖苑, 云门老街
_PLACE = re.compile(
    r"支持(?!企业|民营|高校|各|符合|有条件|社会|[金新重优农群人青])[\u4e00-\u9fff、]{2,16}?(?:创建|申建|争创|建设|打造|申报)|"
    # 在广州、西安新设专卖店
    # 试点落地青埠市, 双双落子星澜科技城, 主会场设在鹿坪县
    r"位于|坐落|交易所|落户|选址|沿线|(?:落[地子]|花落|设[在到]了?|放在|定在|布局在?)[\u4e00-\u9fff]{2}|[在于到赴][\u4e00-\u9fff、]{2,14}?(?:建|设|举|召|开工|落成|上市|量产|"
    r"投产|开放|揭牌|启用|试点|实施|布局|推广|推行|招商|展演|演出|上演|首演|巡演|展出|亮相|参展|首飞|发射)|"
    r"[至往赴][\u4e00-\u9fff]{2,8}?(?:直航|航线|航班|班列|专列|线路|直达)|"
    r"[\u4e00-\u9fff]{2}(?:镇(?![化域])|街道|(?<!农|乡)村(?![级民庄集])|老街|大道|路(?![网径线子况]|小学|中学|学校|幼儿园)|"
    r"基地|[经高]开区|高新区|新区|苑|广场|半岛)|[\u4e00-\u9fff][、和][\u4e00-\u9fff]{1,4}[县市区镇乡]"
)
# 办好女儿会，会期定于8月28日至30日，主会场设在鹿坪县
_VENUE = re.compile(
    "(?:主?会场|[主举]办地|地点|选址)[^，,；;。]{0,4}[在为于是:：][\u4e00-\u9fff]{2}"
)
# 这些词不是某地: kinds of places, which tell nobody where
_KINDS = re.compile(
    r"老旧小区|农村公路|(?:行政|自然|建制|贫困)村|乡镇|城镇|村镇|[省市县区州]级|全[省市县区州]|城乡|示范村|美丽乡村|美乡村|"
    r"标准化?基地|铁路|公路|道路|网络|思路|一路|线路|建制村|出路"
)
# 因地质条件变更设计, 受疫情影响, 为了方便群众 ; 未达目标，主要是资金延后到账
_REASON = re.compile(
    r"由于|因(?!地制宜|[时此素势企村病材人城校事户子特循])|受[^，,；;。]{1,14}?(?:影响|冲击|拖累|制约)|"
    r"为了|旨在|以便|得益于|归因于|导致|致使|缘于|源于|鉴于|原因|[高低]基数|"
    r"(?:[未没][^，,；;。]{0,12}|低于|不及|滞后|推迟|下降|下滑)[^，,；;。]{0,12}[，,]主要是"
)
_RANKED_WHERE = re.compile(
    r"红线|\b(?:rank\w*|league|table|list|top|stand|place|come|sit|finish)\b", _IGNORE
)


def asked_of(question: Question) -> Asked | None:
    """What a question wants named; None where it wants a figure, a list or whether."""
    if phrases.WHY.search(question.frame):
        return Asked.WHY
    if question.form is Form.LIST and _WHICH_BODY.search(question.text):
        return Asked.WHO
    if question.form is Form.LIST and _IN_WHICH.search(question.text):
        return Asked.WHERE
    if question.form is not Form.CLAUSE:
        return None
    if _OF_TWO.search(question.text):
        return None
    if phrases.WHO.search(question.frame) or _OFFICE.search(question.text):
        return Asked.WHO
    if _WHICH_BODY.search(question.text):
        return Asked.WHO
    if phrases.WHEN.search(question.frame):
        return Asked.WHEN
    if phrases.WHERE.search(question.frame) and not _RANKED_WHERE.search(question.frame):
        return Asked.WHERE
    return None


def without_kind(asked: Asked | None, wanted: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """The words without what kind of body is to be named: 是哪家(公司)承建的."""
    if asked is not Asked.WHO:
        return wanted
    return tuple(one for one in wanted if not _BODY_KIND.fullmatch(one.topic.text)) or wanted


def asks_year(question: Question) -> bool:
    """Whether a question wants the year of a figure: "which year is that number for"."""
    return (
        re.search(r"哪一?年(?!哪|几)|\b(?:which|what) year\b", question.frame, _IGNORE) is not None
    )


def tells(asked: Asked, text: str, question: Question, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a clause names what is asked for, close to what it is asked of.

    "新建社区食堂15家" does not tell who runs them; "由区卫生健康局牵头" does.
    """
    office = _OFFICE.search(question.text) if asked is Asked.WHO else None
    if office:
        return _names_holder(
            text,
            _office_names(office),
            _OF_LEVEL.search(question.text),
        )
    text = _GUIDANCE.sub("", text)
    if not any(word.stands_in(text) for word in wanted):
        return False
    near = _around(text, wanted, 2 if asked is Asked.WHO else 1)
    if asked is Asked.WHY:
        return _REASON.search(near) is not None
    if asked is Asked.WHEN:
        dated = _own_time(text, wanted)
        timely = not is_of_other_stage(question.text, dated)
        return timely and phrases.SAYS_WHEN.search(dated) is not None
    if asked is Asked.WHERE:
        placed = _PLACE.search(_KINDS.sub("，", near)) is not None
        kind = _WHICH_KIND.search(question.text)
        named = kind is not None and re.search(f"[\u4e00-\u9fff]{{2}}{kind['kind']}", near)
        placed = placed or _VENUE.search(text) is not None
        return placed or bool(named) or _bears_a_place(near, wanted, question.text)
    if _ACTOR.search(near):
        return True
    if _ACTS.search(question.text):
        return False
    named = _NAMED.search(near) or _FIRST.search(near)
    return named is not None or _has_subject(text, wanted)


# 建在哪个码头: a named one
_WHICH_KIND = re.compile(
    "哪(?:一?[个座家所条处片])?(?P<kind>码头|园区|广场|公园|医院|学校|车站|机场|港区|片区|基地|景区|校区|院区|中心|大桥|大道|小区)"
)


def _bears_a_place(text: str, wanted: tuple[Wanted, ...], asked: str) -> bool:
    """Whether a thing asked of has a place in its name which the question has not: 长岛国家公园."""
    names = [one for word in wanted if word.weight >= _TELLING for one in word.alternatives]
    for name in names:
        for found in re.finditer(re.escape(name), text):
            before = list(tagger().cut(text[max(0, found.start() - _DATE) : found.start()]))
            if before and is_known_place(before[-1].word) and before[-1].word not in asked:
                return True
    return False


def _office_names(asked: re.Match[str]) -> tuple[str, ...]:
    """What an office asked for is called in Chinese; any where the question does not say."""
    if asked["office"]:
        return (asked["office"],)
    return (_SPELLED.get(asked["en"].lower(), "长"),) if asked["en"] else _ANY_OFFICE


def _names_holder(text: str, office: tuple[str, ...], level: re.Match[str] | None) -> bool:
    """Whether a person's name stands beside an office of the level asked: 县委书记周砚青."""
    words = [(one.word, one.flag) for one in tagger().cut(text)]
    ends = [*accumulate(len(word) for word, _ in words)]
    return any(
        named
        for (one, other), (end, next_end) in zip(pairwise(words), pairwise(ends), strict=True)
        for held, by, at in ((one, other, end), (other, one, next_end))
        if (named := held[0].endswith(office) and by[1] == "nr" and _is_of(text[:at], level))
    )


def _is_of(title: str, level: re.Match[str] | None) -> bool:
    """Whether an office, told to its end, is of a level: no 镇党委书记 is the county's."""
    if not title.endswith("书记"):
        return True
    signs = level["zh"] or _LEVELS[level["en"].lower()] if level else ""
    if not signs:
        return _LOWER.search(title) is None
    return re.search(rf"[{signs}](?:党委|党支部|委)?书记$", title) is not None


def _around(text: str, wanted: tuple[Wanted, ...], more: int) -> str:
    """The stretch between commas that has the question's words, with some more on either side."""
    pieces = [match[0] for match in _PIECE.finditer(text)]
    names = [one for word in wanted if word.weight >= _TELLING for one in word.alternatives]
    hit = [at for at, piece in enumerate(pieces) if any(one in piece for one in names)]
    return "，".join(pieces[max(0, hit[0] - more) : hit[-1] + more + 1]) if hit else text


def _own_time(text: str, wanted: tuple[Wanted, ...]) -> str:
    """What between commas may date a thing: the piece that names it, a bare date before it, and
    what goes on after it without a subject of its own: "新院区主体完工，力争6月底前启用"."""
    pieces = [match[0] for match in _PIECE.finditer(text)]
    words = [word for word in wanted if word.weight >= _TELLING]
    held = [sum(word.stands_in(piece) for word in words) for piece in pieces]
    most = max(held, default=0)
    if not most:
        return text
    hit = [at for at, count in enumerate(held) if count == most]
    first, last = hit[0], hit[-1]
    told = pieces[first : last + 1]
    if first and len(pieces[first - 1]) <= _DATE:
        told.insert(0, pieces[first - 1])
    for piece in pieces[last + 1 :]:
        if _names_another(piece) and not _ATTRIBUTE.match(piece):
            break
        told.append(piece)
    return "，".join(told)


# (力争)12月底建成通车: no name of anything
_HOPED = re.compile("^(?:力争|确保|争取|力促|计划|预计|有望|拟|将|并|现已|已)+")


def _names_another(piece: str) -> bool:
    """Whether what follows is of another thing: 确保莲塘综合市场今年投入运行, but 力争年内获批."""
    at = 0
    piece = _HOPED.sub("", piece)
    for token in tagger().cut(piece):
        if not token.flag.startswith(("v", "d", "p", "c")):
            dated = phrases.SAYS_WHEN.match(piece, at) or re.match(
                "项目|工程|[上下]半年", piece[at:]
            )
            # 泓(q)芯半导体: a name of signs that are no word together
            return token.flag.startswith(("n", "q")) and not dated
        at += len(token.word)
    return False


def _has_subject(text: str, wanted: tuple[Wanted, ...]) -> bool:
    """Whether all that is asked of someone is said of a subject by name: 百胜智能在深交所上市."""
    words = [word for word in wanted if word.weight >= _TELLING]
    for match in _PIECE.finditer(text):
        piece = match[0]
        if not words or not all(word.stands_in(piece) for word in words):
            continue
        said = min(piece.find(one) for word in words for one in word.alternatives if one in piece)
        name = ""
        for token in tagger().cut(piece[:said]):
            if not token.flag.startswith(_NAMING):
                break
            name += token.word
        if len(name) >= _NAME and not _UNNAMED.search(name):
            return True
    return False
