"""Ways in which things come out, and how reports tell that they came out otherwise.

推迟 against 提前, 关闭 against 新增, "failed" against 通过: `premise_outcomes` holds a question
against them. What a question says may be in Chinese or English, a report is in Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_IGNORE = re.IGNORECASE
# 主体结构(全部)完工: the frame, which is no whole thing
_NOT_OF_A_FRAME = "".join(
    f"(?<!{frame}{how})" for frame in ("主体", "主体结构") for how in ("", "全部", "全面", "均已")
)


@dataclass(frozen=True)
class Outcome:
    """A way in which things come out, and how reports tell that they did not."""

    said: re.Pattern[str]  # in a question; of what is done, in a report, it bears the question out
    told: re.Pattern[str]  # in a report, of the same thing
    planned: bool  # whether what the report only plans denies it too


# 已经投入使用, 改造完了, "Now that it is open": 主体结构完工, 加快推进; but 开通后每天停几趟 is of
# a time to come
DONE = Outcome(
    re.compile(
        r"(?<!没有)(?<!没)(?<!未)(?:投入使用|投入运[行营]|通车|开通|建成|竣工|投产|投用|获批|获评|创成|创建成|"
        r"评上|落成|启用|开业|开张|搬[到进入去]了?|迁入|"
        r"(?<=[\u4e00-\u9fff])(?<!没)(?<!未)完(?:了|成了|毕)|"
        rf"载客|{_NOT_OF_A_FRAME}完工)(?!(?:之|以)?后)|"
        r"\b(?:open(?:s|ed)?|completed|finished|built|approved|granted|"
        r"(?:carrying|taking|serving) (?:passengers|cars|traffic|patients|pupils|students)|"
        r"in (?:use|operation|service))\b",
        _IGNORE,
    ),
    re.compile(
        "争[创取]|力争|加快|推进|开工|在建|筹建|谋划|规划|完成主体|启动|申[报请]|确保|\\d月底?前|"
        "主体(?:结构)?(?:全部|全面|均已)?(?:封顶|完工)|"
        r"完成(?:总?工程?量的?)?\d[\d.]*%"
    ),
    planned=True,
)
# 推迟到明年通车, "was put off": 确保上半年通车, 提前一年
LATE = Outcome(
    re.compile(
        r"推迟|延[期迟误后]|顺延|延[至到]|拖延|拖了|拖后|拖到|晚了|迟了|滞后|误期|超期|"
        r"\b(?:delay\w*|postpon\w*|(?:put|pushed|held) (?:off|back)|behind schedule|overdue|"
        r"(?:year|month)s? late)\b",
        _IGNORE,
    ),
    re.compile(r"提前|如期|按期|按时|确保[^,，;；]*(?:上半年|年[底内末]|\d月|季度|今年)"),
    planned=True,
)
# 幼儿园关停, "closed", "which bureau was abolished": 新增46所, 组建
CLOSED = Outcome(
    re.compile(
        r"关[闭停掉了]|裁撤|撤[并销]|停业|倒闭|拆除|"
        r"\b(?:clos(?:ed?|ing|ure)|shut(?: down)?|axed|demolish\w*|abolish\w*|"
        r"dissolv\w*|disband\w*)\b",
        _IGNORE,
    ),
    # 新增幼儿园3所, 幼儿园新增3所, but not 临港新区海门镇新增医院1家 of the zone
    re.compile(
        "(?:^|[，,；;、])[^，,；;、]{0,4}新增|新增(?=\\d)|新[建开]|扩建|改扩建|投入(?:使用|运营)|启用|开放|开通|运营|(?<!停产复)投[产用运]|点火|复工|"
        "全面达产|组建|设立|成立"
    ),
    planned=False,
)
OUTCOMES = (
    LATE,
    Outcome(  # 推迟开通, 没有评上, "failed to list": 开通运营, 获评, 上市, 顺利通过
        re.compile(
            r"推迟|延[期迟误后]|顺延|延[至到]|拖延|拖了|烂尾|停工|搁[浅置]|失败|泡汤|落空|落选|无果|不合格|不达标|"
            r"谈崩|谈不拢|没谈成|告吹|(?<=[\u4e00-\u9fff])[吹黄]了|流产|夭折|散伙|"
            r"(?<!有)没(?:有|能)?(?![?？吗呢]|$)|未(?:能|曾)|尚未|未(?=[完实达通获建成开竣投落])|无法|"
            r"\b(?:delay\w*|postpon\w*|(?:put|pushed|held) (?:off|back)|stall\w*|not|never|"
            r"fail(?:s|ed|ing)?|failure|"
            r"miss(?:ed)? out|behind schedule|yet to|unable|no|reject\w*|turned down|flunk\w*|"
            r"(?:left|kept|struck) (?:off|out)|passed over|overlooked|call(?:ed|ing)? off|"
            r"f[ae]ll(?:en|ing)? (?:through|apart)|collaps\w*|walk(?:ed)? away|shelved)\b|"
            r"n['’]t\b",
            _IGNORE,
        ),
        re.compile(
            "开通|运营|封关运行|投入运行|通车|投[产用运]|投入使用|启用|开放|建成|竣工|完[工成]|上市|落户|落地|签[约订]|"
            "获[评得批奖]?|荣[获膺]|入[选围]|评[为上选]|成功|成为|摘得|办结|实现|新[增建引]|引进|达成|举办|"
            "跻身|通过|合格|达标|封关|[日月年]起?(?:施行|实施|运行)|"
            r"(?:改造|修缮|整治)[^,，;；。]{0,8}\d|\d+[个座条处户][^,，;；。]{0,8}(?:改造|修缮|整治)"
        ),
        planned=False,
    ),
    Outcome(  # 移出百强县, "lost its title": 迈进前20名, 蝉联
        re.compile(
            r"移出|退出|[跌掉滑]出|除名|摘牌|落选|失去|丢[了掉失]|无缘|撤销|取消|"
            r"没(?:有|能)?(?:守住|保住|卫冕|夺冠|拿到)|丢冠|"
            r"\b(?:los[et]|losing|stripped|removed|delisted|(?:dropped|fell|fall|drop|kicked) out|"
            r"revoked|withdrawn)\b",
            _IGNORE,
        ),
        re.compile(
            "迈[进入]|位[居列]|跻身|连升|前移|入选|获评|荣获|蝉联|巩固|保持|复[评审]|稳居|连冠|夺冠|卫冕|"
            "[摘夺]得|勇夺|常态化"
        ),
        planned=True,
    ),
    Outcome(  # 不再发展, 连丰中断, "scrapped": 深入推进, 持续, “十八连丰”
        re.compile(
            r"取消|停止|停办|停发|放弃|不再|叫停|不再?[评办搞发修建收设开招补给做管种养跑]了|终止|暂停|废除|砍掉|中断|中止|[断停]了|"
            r"\b(?:cancel\w*|call(?:ed|ing)? off|scrap(?:ped)?|abandon\w*|halt\w*|"
            r"stop(?:ped)?|suspend\w*|no longer|"
            r"gave up|give up|end(?:ed|ing|s)?|dropp?(?:ed|ing)?|discontinu\w*|"
            r"ax(?:ed|ing)|broken?|interrupt\w*|lift(?:ed|ing)?(?! \w* ?out of))\b",
            _IGNORE,
        ),
        re.compile(
            "持续|巩固|深入|大力|全面推|扎实|加快|坚持|继续|常态化|扩大|加大|深化|强化|推进|推行|实施|"
            r"连[丰升增续]|[一二三四五六七八九十]连|落地|举[办行]|不少于\d"
        ),
        planned=True,
    ),
    Outcome(  # 粮食减产, "shrank": 十八连丰, 稳步提升, 只增不减
        re.compile(
            r"减产|歉收|减少|下降|变差|下滑|滑落|走低|倒退|滑坡|降低|萎缩|恶化|缩[减小水]|[降跌掉]了|(?:往?后|[后倒])[移退掉跌]|退步|削减|砍|压减|流失|减[免税]|降[级为成]|"
            r"\b(?:downgrad\w*|f[ae]ll(?:en|ing)?|dropp?(?:ed|ing)?|declin\w+|decreas\w+|shr[iau]nk(?:ing)?|"
            r"slid(?:e|ing)?|slipp?(?:ed|ing)?|slump\w*|plung\w*|tumbl\w*|s[iau]nk(?:ing)?|dip(?:ped)?|"
            r"worse\w*|reduc\w+|cut(?:ting)?|slash\w*|lower\w*|deteriorat\w+|"
            r"poor (?:\w+ )?harvests?)\b",
            _IGNORE,
        ),
        re.compile(
            "丰收|连[丰升增]|稳[步中]?[增升提有]|改善|好转|提[升高]|增[长加]|创[^,，;；。]{0,6}新高|"
            "由[降负跌]转|转正|回升|上升|优化|只增不减|新增|扩大|不减|前[移进]|[跃晋]升|升[为级至到]|上移|攀升"
        ),
        planned=False,
    ),
    Outcome(  # 差距拉大, 差距为什么越拉越大, "is lengthening the negative list": 缩小, 继续缩减
        re.compile(
            r"(?:差距|清单|时限|时间)[^,，;；。?？]{0,4}(?:扩大|拉大|变大|拉长|变长|延长|加长)|"
            r"差距[^,，;；。?？]{0,10}(?:扩大|拉大|变大|越[拉来变]越大)|"
            r"\b(?:widen\w*|lengthen\w*|(?:get|got|getting) (?:wider|longer))\b",
            _IGNORE,
        ),
        re.compile("缩[小减短]|收窄|压[减缩]"),
        planned=True,
    ),
    Outcome(  # 差距缩小, "was narrowed": 扩大
        re.compile(
            r"(?:差距|清单|期限|承包期?)[^,，;；。?？]{0,4}(?:缩[小短减]|收窄)|"
            r"\b(?:narrow(?:ed|ing|s)?|shorten\w*)\b",
            _IGNORE,
        ),
        re.compile("扩大|拉大|延长"),
        planned=True,
    ),
    Outcome(  # 信访上升, "got worse": 下降, 零发生
        re.compile(
            r"上升|[升走]高|增[多加]|反弹|恶化|多发|频发|抬头|加剧|"
            r"\b(?:r[io]se(?:n)?|increas\w+|gr[eo]w|g(?:o|oes|"
            r"one|oing) up|went up|worse\w*|surg\w+|more frequent)\b",
            _IGNORE,
        ),
        re.compile("下降|减少|压降|遏制|零[发增]|化解|好转|改善|降[低至到]|清零"),
        planned=False,
    ),
    Outcome(  # 还在施工, "only just begun": 全面竣工
        re.compile(
            r"(?:才|刚|只是|还只|还在|仍在|正在)[^,，;；。?？]{0,4}(?:开工|动工|起步|在建|施工|建设|修)|"
            r"\b(?:still (?:being built|under construction|unfinished)|under construction|"
            r"(?:only|just) (?:just )?(?:started|begun|broken ground))\b",
            _IGNORE,
        ),
        re.compile(
            f"竣工|建成(?!区)|{_NOT_OF_A_FRAME}完工|投[产用运]|通车|开通|启用|投入使用|落成"
        ),
        planned=False,
    ),
    CLOSED,
    Outcome(  # 全年正常生产, "ran all year": 停产
        re.compile(
            r"(?:一直|全年|照常|正常|满负荷|连续)(?:在|地|都)?(?:生产|运[行转营]|开工)|没停过|"
            r"\b(?:(?:ran|running|operat(?:ed|ing)|worked|in production) (?:all|the whole|through)|"
            r"kept running|never stopped|full[- ]capacity|non-?stop)\b",
            _IGNORE,
        ),
        re.compile("停产|停工|停业|停运|停机|关停"),
        planned=False,
    ),
    Outcome(  # 评价垫底, "rated worst": 全市第一, 历史最佳
        re.compile(
            r"垫底|倒数|最差|最后一名|历史新低|落后|"
            r"\b(?:worst|bottom|last place|rock bottom|lowest|poorly)\b",
            _IGNORE,
        ),
        re.compile(
            "第一(?!方阵|产业|季度|批|个|书记|时间|责任)|首位|首[个家]|榜首|前[列茅]|前[一二三四五十]|领先|最[佳好高优]|新高|百强"
        ),
        planned=False,
    ),
    Outcome(  # 掉到第二, "fell to third": 稳居首位
        re.compile(
            r"(?:[掉跌滑落退降]|后退|排)[到至在]?了?[^,，;；。?？]{0,8}第(?!一(?!\d))"
            r"[二三四五六七八九十\d]|(?:失|丢|不再|没(?:有|能)?(?:守住|保住|排|居)?)了?[^,，;；。?？]{0,6}"
            r"(?:首位|榜首|第一(?!产业)|头把交椅)|"
            r"(?:挤[下出走掉]|取代)[^,，;；。?？]{0,12}(?:首位|榜首|第一(?!产业)|头把交椅|位置)|"
            r"\b(?:push|knock|edg|forc|bump)(?:ed|ing)?\b.{1,40}\b(?:out of|from|off) (?:the )?"
            r"(?:first|top|number one|no\. ?1)\b|"
            r"\b(?:f[ae]ll(?:en)?|slip(?:ped)?|drop(?:ped)?|slid|sink|sank|down) (?:back )?"
            r"(?:to|into) (?:(?:the )?(?:second|third|fourth|fifth|sixth|\d+(?:nd|rd|th))|"
            r"no\. ?\d+)|"
            r"\b(?:c[oa]me|finish(?:ed)?|rank(?:ed)?|place[ds]?) (?:only |just |in )*"
            r"(?:second|third|fourth|fifth|sixth|\d+(?:nd|rd|th))\b|"
            r"\b(?:los[et]|losing|no longer|not) (?:its |the |in |at |hold\w* )*"
            r"(?:first|top|number one|no\. ?1)\b",
            _IGNORE,
        ),
        re.compile(
            "首位|榜首|(?:全[国省市县区]|位[居列]|排名?|居|列|勇夺|夺得)[^,，;；。]{0,8}第(?:一(?!产业)|1(?!\\d))"
        ),
        planned=False,
    ),
    Outcome(  # 水质不达标, "fell below standard": 优良率稳定达到
        re.compile(
            r"不达标|未达标|没达标|超标|不合格|"
            r"\b(?:below (?:the )?standards?|substandard|unsafe|contaminat\w*|"
            r"fail\w* to meet (?:the )?standards?)\b",
            _IGNORE,
        ),
        re.compile(r"达标|合格|优良|稳定达到|100\s?%"),
        planned=False,
    ),
    Outcome(  # 没有纳入监督, "exempt": 全覆盖
        re.compile(
            r"没有?(?:纳入|覆盖)|未(?:纳入|覆盖)|不(?:纳入|覆盖|受)|免于|豁免|"
            r"\b(?:exempt\w*|exclud\w+|left out|not covered|uncovered)\b",
            _IGNORE,
        ),
        re.compile("全覆盖|全部纳入|纳入"),
        planned=False,
    ),
    Outcome(  # 城乡标准还不一样, "still have different": 统一
        re.compile(
            r"不(?:统一|一样|一致|同标)|各不相同|两个标准|"
            r"\b(?:different|separate|unequal|not the same)\b",
            _IGNORE,
        ),
        re.compile("统一|并轨|一体化|同标"),
        planned=True,
    ),
    Outcome(  # 没完成计划, "fell short of the plan": 超计划19家
        re.compile(
            r"(?:没有?|未能?)(?:完成|达到|实现)[^,，;；。?？]{0,6}(?:计划|目标|任务)|"
            r"(?:低于|不及|不到)[^,，;；。?？]{0,4}(?:计划|目标|预期)|欠[了账]|"
            r"\b(?:f[ae]ll(?:en|ing|s)? (?:[\w,.%]+ )?short|short of|under-?shot|under-?perform\w*|"
            r"(?:miss(?:ed|ing)?|fail(?:ed|ing)? (?:to (?:meet|hit|reach|finish|complete)|in)) "
            r"(?:its|the|their|this|that) (?:[\w-]+ ){0,3}"
            r"(?:plan|target|goal|quota|aim|task|mission|mandate|assignment)s?)\b",
            _IGNORE,
        ),
        re.compile(
            "超(?:额|计划|目标|预期)|提前[^,，;；。]{0,6}(?:完成|实现)|[高好快]于(?:预期|计划|目标|年初)|"
            "(?:全面|全部|圆满|顺利|如期|超额)完成"
        ),
        planned=False,
    ),
    Outcome(  # 建议只办了不到一半, "barely half": 办复率100%
        re.compile(
            r"(?:不到|不足|不及|仅|只|才)[^,，;；。?？\d]{0,4}(?:一半|半数|[二三四]成)|大半[^,，]{0,4}[没未]|"
            r"\b(?:barely|only|just|under|(?:less|fewer) than|not even) (?:a )?"
            r"(?:half|third|quarter)\b",
            _IGNORE,
        ),
        re.compile(r"100\s?%|百分之百|全覆盖|全部|全面完成|[8-9]\d(?:\.\d+)?%"),
        planned=False,
    ),
    Outcome(  # 低保不涨了, "frozen": 提高到
        re.compile(
            r"(?:不再?|没有?|未)(?:上?涨|提高|增[加长]|上调|调[高整]|变化)|原地踏步|冻结|停滞不前|"
            r"\b(?:frozen|freez\w+|froze|stagnat\w*|(?:not|never|n['’]t) (?:\w+ )?"
            r"(?:rais\w+|ris\w+|r[io]se|increas\w+|gr[eo]w\w*|go(?:ne|ing)? up)|unchanged)\b",
            _IGNORE,
        ),
        re.compile("提[高升]|上[涨调升]|增[长加]|调高"),
        planned=True,
    ),
    Outcome(  # 提高药品加成, "raised", "keep": 取消
        re.compile(
            r"保留|(?:还|仍|照样|继续|依旧)[在要]?[收存]|提高|(?<![不没])(?:上[调涨]|涨价|涨[了到])|加[收征]|增收|"
            r"\b(?:rais(?:ed?|ing)|hik(?:ed?|ing)|increas(?:ed?|ing)|charg(?:ed?|ing)|"
            r"keep(?:s|ing)?|kept|retain\w*|maintain\w*)\b",
            _IGNORE,
        ),
        re.compile("取消|免[除收征]|减[免收]|下[调降]|降低|停[征收]"),
        planned=True,
    ),
    Outcome(  # 低于全市平均, "lag behind the average": 高于全市平均水平
        re.compile(
            r"(?:落后于?|[低慢少差]于|不[及如到]|[赶比]不上|跑输|滞后于)"
            r"[^,，;；。?？]{0,8}(?:平均|全[国省市])|"
            r"\b(?:lag\w*(?: behind)?|trail\w*|behind|below|short of|"
            r"(?:slower|lower|worse|less) than)\b"
            r"(?=.{0,40}\b(?:average|mean|nation\w*|provinc\w*|city[- ]?wide)\b)|"
            r"\blag\w*(?: behind)?$",
            _IGNORE,
        ),
        re.compile(
            "[高快优好多]于[^,，;；。]{0,6}(?:平均|全[国省市])|超过?[^,，;；。]{0,6}平均|跑赢"
        ),
        planned=False,
    ),
    Outcome(  # 无证机构还在办, "still allowed to run": 整治关停
        re.compile(
            r"(?:还|仍然?|照样|依旧|继续)(?:在|能|让|允许|可以)?(?:[开办排捕采]|营业|经营|运[营行]|生产)(?!工|展|始)|"
            r"\b(?:still|remains?|continues?)\b.{0,16}"
            r"\b(?:allow\w*|permit\w*|open|operat\w*|run(?:ning)?|in business|tolerat\w*)\b",
            _IGNORE,
        ),
        re.compile("关停|取缔|关闭|清零|查处|淘汰|退出|拆除|禁止|全面禁"),
        planned=False,
    ),
    DONE,
)
