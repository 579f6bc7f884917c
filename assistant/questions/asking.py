"""The phrases by which questions say what form of answer they want: which kind, which ranking.

Like `phrases`, closed classes of the two languages, each with a question that it is for.
"""

from __future__ import annotations

import re

from assistant.number_words import NUMBERS

_IGNORE = re.IGNORECASE

# "As a student I'm curious: …", "A translator wonders: …", "I'd like to know …": who asks, and why
PREAMBLE = re.compile(
    r"^\s*(?:(?:as|speaking as) (?:an?|the|someone) [^,:.?!]{2,50}?[,:]?\s+(?=i['’]m\b|i\b)|"
    r"for (?:an?|my|our|the) (?:\w+ )?(?:thesis|paper|article|essay|class|homework|story|report|"
    r"presentation|project|briefing)[^,:.?!]{0,40}[,:]\s*)?"
    r"(?:[^:.?!]{0,60}\b(?:curious|wonder\w*|asks?|asking|puzzled|interested|question|query|"
    # but of "I'm curious about petitions: …" what it is about is kept
    r"check(?:ing)?|want(?:s|ed)? to know|(?:like|love) to know)\b"
    r"(?! (?:about|in|into|on|over) (?!this\b|that\b|it\b|something\b))[^:.?!,]{0,20}:\s*|"
    # "I am interested in pumps: what …"
    r"(?:i|we)(?:['’]m| am|['’]re| are) (?:interested in|asking about|looking into)\b"
    r"\s+(?=[^:?]+[:,.])|"
    r"(?:(?:i|we)(?:['’]d| would) (?:like|love)|i (?:want|need)|i['’]m (?:curious|trying)) to "
    r"(?:know|learn|hear|find out|understand|see)\b[,:]?\s*|"
    r"(?:i (?:wonder|was wondering)|i['’]m (?:wondering|curious)|(?:just )?out of curiosity|"
    r"(?:just )?(?:a )?quick question)(?: about)?\b[,:]?\s*|"
    r"(?:can|could|would|will) (?:you|someone|anyone) (?:please |kindly )?"
    r"(?:tell me|say|explain|let me know)\b[,:]?\s*)",
    _IGNORE,
)
# "我要的是完成数而不是目标", "the result, not the target": the kind that is not asked for
NOT_TARGET = re.compile(
    r"(?:(?<!是)不是|而非|并非|不要|不看|别给|别拿|不问|不想要|不需要|不包括|不含)(?:[^,，。;；:：?？吗吧]{0,6}?)"
    r"(?:目标|计划|预期|任务)(?:数|值|指标)?(?![^,，。;；]{0,4}[吗吧么没])|"
    r"\b(?:not|rather than|instead of|excluding|never mind|as opposed to|don't want)"
    r"(?: what (?:was|is))?(?: the| a| an| any| its)?(?: [\w-]+)?"
    r" (?:targets?|goals?|plan(?:s|ned)?|projections?|projected|targeted|aims?)\b",
    _IGNORE,
)
NOT_ACTUAL = re.compile(
    r"(?:(?<!是)不是|而非|并非|不要|不看|别给|别拿|不问|不想要|不需要)(?:[^,，。;；:：?？吗吧]{0,4}?)"
    r"(?:完成(?:数|值|情况)|实际(?:数|值|完成(?:数|值|情况)?)|实绩|结果)|"
    r"\b(?:not|rather than|instead of|as opposed to|don't want)(?: what was)?"
    r"(?: the| a| an| any| its)?(?: [\w-]+)?"
    r" (?:results?|actuals?|outturns?|outcomes?|achieved|achievements?|actual figures?)\b",
    _IGNORE,
)
# 我要的是完成数而不是目标, "not the target": what is not meant
NOT_MEANT = re.compile(
    r"(?:而不是|而非|(?<=[,，;；])\s*不是|^不是|不要|别给)[今明去]?年?的?(?:目标|计划|预期|实际|完成)(?:情况|[数值])?|"
    r"\b(?:not|rather than|instead of) (?:the |a |its |any )?(?:targets?|plans?|goals?|actual|"
    r"outturn)(?: figures?| values?| ones?)?\b",
    _IGNORE,
)
# 存栏多少头(不是出栏), "the county's own, not the province's": another thing, named to keep it out
NOT_THING = re.compile(
    r"(?:[(（]\s*(?:不是|不要|不问|而非)|而(?:不是|非)|(?<=[,，;；])\s*(?:不是|不要|不问|别给我?))"
    r"(?P<zh>(?!说|指|因为|由于|为了|吗|吧)[^\d()（）,，。;；:：?？]{2,14}?)(?<![吗吧么呢])"
    r"(?=[)）,，。;；?？]|$|[是有为达](?:到|了)?(?:多少|几))|"
    r"(?:[(（,，]\s*(?:and |but )?not|\brather than|\bas opposed to|\binstead of) "
    r"(?P<en>(?:[a-z'’-]+ ?){1,6})(?=[)）,，.;?？!]|$)",
    _IGNORE,
)
# 营商环境评价, 安全感测评, "the innovation survey": what ranks, by any of its names
RANKING = re.compile(
    r"测评|评价|评估|考核|考评|评比|综评|评选|榜单?|排行榜?|排名|调查|名次|"
    r"(?:assessment|evaluation|survey|appraisal|review|ranking|rankings|league|index|list|contest|"
    r"comparison|table|poll|competition)s?",
    _IGNORE,
)
RANKINGS = ("测评", "评价", "评估", "考核", "考评", "评比", "综评", "评选", "榜", "排名", "调查")
# Where did it finish, how did it come out: says no more than which place
RANK_VERB = re.compile(
    r"finish\w*|land\w*|sit|sits|came|come|stood|stand|place\w*|hold|holds|held|occup\w+|took|take|"
    r"exact|precise|position\w*|fare\w*|do|did|perform\w*|拿|夺|摘|排|列",
    _IGNORE,
)
# 连续多少年稳居第一, 已经连涨几年: how long, not which place, nor by how much
RUN_OF_YEARS = re.compile(
    r"(?:连续?[涨增升降调提上][调高长加涨产收]?|连续|保持|蝉联|稳居第一)了?(?:多少|几)年|(?:多少|几)连[冠升丰]|连着?[^,，。?？]{1,4}了?(?:多少|几)年|"
    r"\bhow many (?:years (?:in a row|running|straight)|(?:consecutive|straight|successive) years)",
    _IGNORE,
)
# "how long does approval take once it is cut", "for how many years": a time, and no change
HOW_LONG = re.compile(
    r"要?(?:多久|多长时间|多少(?:天|个?小时|个?工作日))|"
    r"\bhow (?:long|many (?:(?:working|business|calendar|more|extra) )?(?:hours|days|minutes)|"
    r"many (?:more|extra|further) (?:months|years)|(?<=for how )many years)\b"
    r"(?!.{0,60}\b(?:road|bridge|tunnel|line|route|pipe|network|river)s?\b)",
    _IGNORE,
)
# 有没有公布具体人数, "the exact amount": a number, and no sentence without one
EXACT = re.compile(
    r"(?:具体|确切|准确|精确|详细|实际)的?[^,，。;；的?？]{0,6}?的?(?:[人件户家次总]?数(?![字]?[据经码])|金额|"
    r"数额|数值|数量|"
    r"名次|位次|比例|规模|面积|吨位)|"
    r"(?:公布|给出|披露|写明|说明|列出)[^,，。;；?？]{0,20}的(?:人数|金额|数额|件数|户数|名次|位次)|"
    r"\b(?:exact|precise|specific)(?:ly)? (?:[\w-]+ )?(?:number|figure|amount|sum|count|"
    r"total|value|percentage|share|rank|ranking|position|place|size)s?\b",
    _IGNORE,
)
# 今年出口的预期指标是怎么定的, "how was the export target set": the target itself
AIM_TERM = re.compile(
    r"预期(?:目标|指标)(?![^,，。?？]{0,12}(?:完成|实现|达成|兑现))|"
    # 今年要改造多少老旧小区: what is done may be a term itself
    r"(?<![主重需必不])要(?=(?:改造|整治|修复|培育|发放|创建|新[建增])[^,，。?？了]*多少)"
)
AIM_SET = re.compile(
    r"(?:目标|指标)[^,，。?？]{0,4}(?:怎么|如何|怎样|咋)(?:来)?(?:设|定|确定|安排)|"
    r"\bhow (?:was|is|were|are|has|have)\b.{0,50}\b(?:targets?|goals?) (?:been )?"
    r"(?:set|fixed|decided)",
    _IGNORE,
)
# 要保持什么标准, "what standard is kept to": a grade is named, not the indicator's figure
STANDARD = re.compile(
    r"(?:什么|何种|哪一?[个级种类])(?:等级)?的?标准|"
    r"\b(?:what|which) [^,;?]{0,40}\bstandards?\b(?! of\b)",
    _IGNORE,
)
# "What weaknesses in the economy does it admit to?": a list, though GDP stands beside
FAILINGS = re.compile(
    r"\b(?:what|which) (?:(?:are|were) (?:the )?)?(?:\w+ ){0,2}(?:shortcomings?|weakness(?:es)?|"
    r"problems?|difficult(?:y|ies)|challenges?|deficienc(?:y|ies)|failings?)\b",
    _IGNORE,
)
# "How much larger is it than last year's?", "By how much does it exceed the 2023 figure?",
# 比上年多了多少, 比去年多发多少
OVER_LAST = re.compile(
    r"(?P<zh>[比较跟](?:20\d\d年|[去上前]年|上一年|前一年|头一年)(?:年初|预算){0,2}(?:要|又|会|能)?"
    r"[多少高低增减](?![于过])(?!长)[^,，;；。?？\d]{0,3}(?:多少|几)|"
    # 粮食产量(跟上年比变了多少), 债务(和去年相比增减多少)
    # 第二届的品牌(比第一届多了几个)
    r"[比较](?:上一?届|首届|第[一二三四五六七八九]届)[多少高低增减]了?(?:多少|几)|"
    r"[比较跟和与同](?:20\d\d年|[去上前]年|上一年|前一年)相?比[，,]?(?:增减|变)[化动]?了?(?:多少|几|多大))|"
    r"\bhow (?:much|many) (?:more|larger|higher|bigger|greater|less|lower|smaller|fewer)\b"
    r"[^,;?]{0,90}?\bthan (?:(?:in|for|was|it was|that of|the figure) )*"
    r"(?:20\d\d|last year|the (?:previous year|year before)|a year (?:earlier|before)|"
    r"(?:the )?(?:first|last|previous|second|third)(?: (?:edition|one|time|festival))?(?=[?]|$))|"
    r"\bhow (?:much|many)\b[^,;?]{0,60}?\b(?:exceed\w*|surpass\w*|top(?:s|ped)?|up on|down on|"
    r"increase[ds]? (?:over|on|from)) (?:the |that of )?(?:20\d\d|last year|previous year)",
    _IGNORE,
)
THAN_YEAR = re.compile(
    r"\bthan (?:in |those (?:of|in) |(?:there )?were [^,?]{2,30} in )?(?:20\d\d|last year)\b|"
    r"比(?:20\d\d年|[去上]年)",
    _IGNORE,
)
# "What capacity will it have after it's expanded?", after this year's rise: what it comes to,
# not by how much
ONCE_CHANGED = re.compile(
    r"\bafter (?:(?:this|the) (?:year['’]s )?)?(?:rise|increase|raise|cut|hike)\b|"
    r"\b(?:(?:after|once|when) (?:[\w'’-]+ ){0,3}(?:(?:is|are|was|has been|have been|gets|being) |"
    r"(?<=['’]s ))|to what (?:size|scale|capacity|level|number|height|length) [^,?]{2,60}?)"
    r"(?:expand\w*|enlarg\w*|increas\w*|cut|rais\w*|reduc\w*|upgrad\w*)\b",
    _IGNORE,
)
# 跟年度计划比,完成了没有
YEARS_PLAN = re.compile(r"[跟和与同比](?:年度|年初|全年)计划")
# "How did exports do in 2020?": the indicator's figures
FARED = re.compile(
    r"\bhow (?:did|does|do|has|have) [^,?]{0,50}"
    r"\b(?:do|done|fared?|perform(?:ed)?|changed?|moved?)\b",
    _IGNORE,
)
# 今年的主要预期目标是什么: all of them
MAIN_AIMS = re.compile(
    r"(?:主要|预期|发展)(?:预期|奋斗|发展)?(?:目标|指标)(?:任务)?(?:[是有为]|包括|分别)+(?:什么|啥|哪)|"
    r"\bwhat (?:are|were) the (?:main|key|major|headline|chief|expected|\s)+\s*"
    r"(?:targets|goals|aims)",
    _IGNORE,
)
# 提前了多久, "how far ahead of schedule did it open": told in words, 提前一年
AHEAD = re.compile(
    r"提前了?(?:多久|多少|几|多长)|(?:早了?|比[^,，。?？]{0,6}(?:计划|原定)[^,，。?？]{0,4}早了?)(?:多久|多长(?:时间)?|多少(?:天|年|个?月)|几)|"
    r"\bhow (?:far|much|long|many \w+) (?:ahead of (?:schedule|time|plan)|earl(?:y|ier)\b)",
    _IGNORE,
)
# "what will the bridge (cost)", "how many dollars' (worth of goods) did it export": an amount,
# though "cost" and "worth of goods" are terms of the field
AMOUNT = re.compile(
    r"\b(?:what|how much) (?:(?:does|do|did|will|would|has|have) .{2,50}|"
    r"(?:is|are|was|were) .{3,60}\bto )\b(?P<cost>cost)\b(?! of|-)|"
    r"\bhow (?:much|many \w+)['’]?s? (?P<worth>worth of (?:goods|products))\b",
    _IGNORE,
)
# "how much has been newly arranged for 2022": set aside for what is to come, not yet spent
ARRANGED = re.compile(
    r"\b(?:has|have|had|was|were|been) (?:been )?(?:newly |additionally )?"
    r"(?:raised for|arranged|allocated|allotted|appropriated|budgeted|earmarked|set aside)\b|"
    # what had the city originally planned ; 年初定的增速
    r"\bhad\b.{0,30}\b(?:planned|intended|hoped|aimed)\b|\b(?:originally|initially) planned\b|"
    r"年初(?:定|设定|计划|预定)的?(?!.*实际)",
    _IGNORE,
)
# "What's the 2024 output goal for the industry?", 产值目标是多少: a number, where there is one
AIM_ASKED = re.compile(
    r"(?:目标|指标)(?:定)?(?:是|为|在)?(?:多少|什么|几)|"
    r"\bwhat(?:['’]s| is| was)\b[^,;?]{0,40}\b(?:target|goal)\b(?! of)",
    _IGNORE,
)
# 比上年多多少列? "how many more than the year before?": the change, not how many there are
CHANGE = re.compile(
    r"[比较](?:[上去前]一?年|20\d\d年)[^,，。?？]{0,4}(?:多|增加|少|减少)了?(?:多少|几)|"
    r"[多少]了(?:多少(?!钱)|百分之|[几多]成)|"
    # …，比前一年怎样
    r"[比较跟](?:[上去前]一?年|20\d\d年)(?:的?变化)?(?:怎么?样|如何|咋样)|"
    r"\bhow (?:many|much) (?:more|fewer|less) (?:\w+ )?than (?:in )?"
    r"(?:the (?:year before|previous year)|last year|20\d\d|a year (?:earlier|before))|"
    # how much did the value of deals go up, but not "how many houses went up"
    r"\bhow (?:much|far) (?:did|do|does|has|have|will|should) [^?]{2,80}? "
    r"(?:go|gone|come) (?:up|down)\b",
    _IGNORE,
)
# 占比升了几个点: how far a share moved, not what it came to
POINTS_MOVED = re.compile(
    r"(?:上升|提高|提升|增加|扩大|下降|降低|减少|[升涨增降跌])了?(?:多少|几)个?(?:百分)?点"
)
# 排名前进了几位, "how many places did it climb": how far a rank moved, not which it is
RANKS_MOVED = re.compile(
    r"(?:前进|前移|上升|提升|跃升|攀升|后退|后移|下降|下滑|退步|[升降进退掉跌])了?(?:多少|几)个?[位名]次?|"
    r"\b(?:by )?how many (?:places|positions|spots|ranks|rungs)\b.{0,50}"
    r"\b(?:climb|mov|r[io]se|advanc|jump|gain|drop|f[ae]ll|slip|los|went up|gone up|go up)\w*\b",
    _IGNORE,
)
# 学位还缺多少, "how many places is it short of": what is wanting, and no target that is missed
LACK = re.compile(
    r"还?缺(?:了|着)?(?:多少|几)|缺口(?:还)?(?:是|有)?(?:多|几|[?？]|$)|"
    r"\bhow (?:many|much)\b.{0,60}\b(?:short of|lack(?:s|ing)?)\b"
    r"(?! (?:(?:the|its|their|his|this) )?(?:\w+ )?(?:targets?|goals?|plans?|aims?)\b)|"
    r"\bhow (?:big|large|wide) (?:is|was) the (?:\w+ ){0,3}(?:shortage|shortfall|gap)\b(?! b)",
    _IGNORE,
)
# "Above what turnover must firms build a centre?": what bounds those who are meant
THRESHOLD = re.compile(
    r"(?:多少|几)[万亿]*[元吨亩人户]?以[上下内]的|"
    r"\b(?:above|below|beyond|exceeding) (?:what|which)\b",
    _IGNORE,
)
# "Where should the ratio be by 2027?", "Where does debt stand now?": a level; a term is blanked
LEVEL_WHERE = re.compile(
    r"\bwhere (?:should|will|do|does|did|is|was)\b(?: the| its| it)?\s{4,}"
    r"(?:be|end up|get to|stand)\b|\bwhere(?:['’]s| is| was) (?:the|its)\b[^?]{0,40}\b(?:limit|cap|"
    r"ceiling|target|goal|bar) (?:set|fixed)?",
    _IGNORE,
)
# "Where did the poverty rate stand at the end of 2015?": its level, no place in a ranking
STOOD_AT = re.compile(
    r"\bwhere (?:did|does|do)\b[^?]{0,40}\s{4,}"
    r"stand (?:at the (?:end|close|start)|by|in \d|back|then)",
    _IGNORE,
)
# Was the target met? 目标完成了吗?: of the year that is spoken of, not the next one's
_MET = re.compile(
    r"完成|达到|实现|达成|达标|\b(?:meet|met|hit|reach(?:ed)?|miss(?:ed)?|beat|achieved?)\b|"
    r"\b(?:above|below|over|under|ahead of|short of|in line with) (?:the |its |that )?(?:\w+ )?"
    r"(?:target|goal)",
    _IGNORE,
)
# 工业投资超过目标了吗, "did it exceed the target": met, and more
_BEATEN = re.compile(
    r"超过|超出|超额|高于|低于|突破|"
    r"\b(?:exceed(?:ed)?|surpass(?:ed)?|overshoot|undershoot|fall short|fell short)\b",
    _IGNORE,
)
_WHETHER = re.compile(
    r"吗(?=[,，])|[吗么没][?？]?\s*$|没有[?？]?\s*$|是否|有没有|"
    r"^\s*(?:and |but |so )?(?:did|does|was|were|has|have|is|are|will)\b|"
    # how did sales manage to beat the target: where the report may tell that they did not
    r"^\s*how (?:did|has|have|was|were|could)\b.{2,80}\b(?:manage[ds]?|able|possible) to\b",
    _IGNORE,
)
# “2021年中国投资热点百佳县市”, "the 2021 list of …": the year of a list's name
_QUOTED_NAME = re.compile('[“「『"‘]([^”」』"’]{4,40})[”」』"’]')
_LIST_OF_YEAR = re.compile(r"\s*(?:list|ranking|edition|league table|survey) of\b", _IGNORE)
# 到“十五五”末, 十三五期末: the plan's last year
PLAN_END = re.compile(
    '[到至]?[“"]?十([一二三四五六七八九])五[”"]?(?:规划)?(?:时期|期)?末(?:年|期)?'
)
# 2014年到现在, "since 2014": no year of its own; not 2022年发生多少起, 2025年起降点
SINCE = re.compile(
    r"(?:自|从|打)?(?P<zh>[12]\d{3})年?[^,，。;；?？\d]{0,10}?(?:以来|至今|到现在|到目前|到如今|(?<![少几])起(?![步数降点草飞航码家用源]))|"
    r"(?:(?<=^)|\b(?:how|what|which)\b[^.?!]{0,120}?\b)since (?:the (?:start|beginning|end) of )?"
    r"(?P<en>[12]\d{3})\b",
    _IGNORE,
)
# 年均增长多少, "average yearly growth": of several years, each alike
AVERAGE_YEAR = "年均(?!浓度|气温|水[温位质]|降[水雨雪尘])"
YEARLY = re.compile(
    rf"{AVERAGE_YEAR}|平均[每一]年|\b(?:annual average|average (?:annual|yearly)|"
    r"(?:a year|annually|yearly) on average|"
    # "grew at an average of 8.6 percent a year", "averaged 7% annually"
    r"averag(?:ed?|ing)\b[^,;?]{1,40}?\b(?:a|per|each|every) year|"
    r"averag(?:ed|ing)\b[^,;?]{1,40}?annually)\b",
    _IGNORE,
)
# 同比增速, 涨了还是跌了, "growth rate", "by what percentage": a rate, for which no level stands
RATE = re.compile(
    r"增速|增幅|降幅|涨幅|跌幅|增长率|幅度|百分之[几多]|几个百?分?点|[涨增升]了?还是[跌降减]|同比[增涨降]?[长了]?(?:多少|几)|"
    r"\bgrowth rates?\b|\b(?:by|what) (?:what )?percent(?:age)?\b|\bhow fast\b|"
    r"\byear[- ]on[- ]year\b",
    _IGNORE,
)
# 年初说改多少,最后改了多少: the aim and the result
# "Where did it stand in 2021 and where should it get to in 2022?", 去年到了多少、今年要到多少
FROM_WHERE_TO_WHERE = re.compile(
    r"\bwhere (?:did|does|do|was|is|were)\b.{2,60}\bwhere (?:should|will|must|is|are|does|do)\b|"
    r"(?:去年|上年|20\d\d年)[^。?？]{0,12}(?:多少|几)[^。?？]{0,8}(?:今年|20\d\d年)[^。?？]{0,6}"
    r"(?:要|计划|打算|争取|力争|奔|准备|目标|定)[^。?？]{0,8}(?:多少|几)",
    _IGNORE,
)
# 今年要从多少提到多少: last year's value and this year's aim
FROM_THIS_YEAR_TO = re.compile(
    r"今年[^。?？]{0,8}(?:要|计划|打算|力争|争取|准备|目标)[^,，。?？]{0,4}从(?:多少|几)[^。?？]{0,8}[到至为](?:多少|几)|"
    r"\bfrom what to what\b[^?]{0,40}\bthis year\b|\bthis year\b[^?]{0,60}\bfrom what to what\b",
    _IGNORE,
)
SAID_AND_DONE = re.compile(
    r"(?:年初|原[来先本]|当初|本来|起初)[^,，。?？]{0,8}(?:说|定|计划|承诺|答应|安排)[^。?？]{0,16}"
    r"(?:最后|最终|结果|后来|实际|到底|年底)|"
    r"\bthan (?:(?:was|were|had been|originally|first) )*(?:planned|promised|targeted|pledged)\b"
    r"(?! (?:for|in) (?:20\d\d|this|next)\b)|"
    r"\b(?:promised|planned|pledged|targeted|aimed for|originally set)\b.{0,40}"
    r"\b(?:in the end|ended up|actually(?! (?:used|utili[sz]))|delivered)\b",
    _IGNORE,
)
# "the target set at the start of that year", 当年年初定的目标: of no other year
SET_THAT_YEAR = re.compile(
    r"\bat the (?:start|beginning|outset) of (?:that|the same) year\b|[当那同]年年?初", _IGNORE
)
# 粮食产量创(20年新高)吗, "did the harvest hit a record": no figure says so, but words do
RECORD = re.compile(
    r"(?:历史|[\d一二两三四五六七八九十多少几]年(?:来|以来)?的?)?新[高低](?!度|地|技术|[\u4e00-\u9fff]{0,2}区)|最[高好低]水平|历史最[高好低]|"
    r"[创破刷]新?[^，,。；;]{0,4}[记纪]录|"
    r"\brecords?(?: (?:high|low|harvest|crop|year))?\b|\ball-time (?:high|low)\b|"
    r"\b(?:highest|best|lowest)(?: \w+)? (?:ever|in (?:\w+ )?years)\b",
    _IGNORE,
)
# "Why will only five stations be renewed?": a count that is taken for granted
ONLY_SO_MANY = re.compile(
    rf"\b(?:only|just|merely|as few as) (?P<number>{'|'.join(NUMBERS)})\b(?![ -](?:of|years?)\b)",
    _IGNORE,
)


# "What is output supposed to reach?": a number, whatever it is of
TO_REACH = re.compile(
    r"\bwhat (?:is|are|was|were)\b[^?]{3,80}\b(?:supposed|expected|meant|set|due|planned|going) to "
    r"(?:reach|exceed|come to|top|rise to|grow to|fall to)\b",
    _IGNORE,
)
# "How much will it cost in total?", 总投资多少: all that a work takes, be it done or not
IN_TOTAL = re.compile(
    r"总投资|总造价|\b(?:in total|in all|altogether|total (?:cost|investment))\b", _IGNORE
)
# 高速将来(过路费)怎么收: who asks how a charge is taken is told no figure, nor else of the road
HOW_TAKEN = re.compile("(?:怎么|如何|怎样|咋)个?[收交缴算][取纳费价]?[的了呢法]?[?？]?$")
# when will the expressway (open to traffic): what it does, and no length that is open
OPENS = re.compile(r"\bopen(?:s|ed|ing)? to (?:traffic|vehicles|cars)\b", _IGNORE)
# 为什么没有完成目标, "why was the target missed": what the figures may deny
AIM_MISSED = re.compile(
    r"(?:没有?|未能?|不)[^,，。？?]{0,3}(?:完成|达到|达成|实现|达标)|[低少]于[^,，。？?]{0,6}(?:目标|预期|计划)|"
    r"\b(?:miss(?:ed)?|fell short|fall short|(?:fail\w*|unable) to (?:meet|reach|hit|achieve)|"
    r"(?:not|n['’]t) (?:meet|reach|hit|achieve\w*|met|reached|attain\w*))\b",
    _IGNORE,
)


def is_met(text: str) -> bool:
    """Whether a question is of a target that is met or not."""
    return _MET.search(text) is not None and _WHETHER.search(text) is not None


def is_beaten(text: str) -> bool:
    """Whether a question is of a target that is exceeded or not."""
    return _BEATEN.search(text) is not None and _WHETHER.search(text) is not None


def in_a_name(text: str, span: tuple[int, int]) -> bool:
    """Whether a stretch of a question is part of a list's or a ranking's name."""
    quoted = any(
        one.start() < span[0] and span[1] < one.end() and span[1] - span[0] < len(one[1])
        for one in _QUOTED_NAME.finditer(text)
    )
    return quoted or _LIST_OF_YEAR.match(text, span[1]) is not None


# 服务业占GDP比重要达到多少: a share, no number of things
SHARE_REACHES = re.compile("(?<=占比|比重|比例|份额)[^,，;；。多]{0,4}达到多少")
