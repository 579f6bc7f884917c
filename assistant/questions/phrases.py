"""The phrases by which questions, in Chinese and English, say what they ask for.

These are closed classes of the two languages. Names of indicators stand in the glossary.
Each pattern shows a question that it is for.
"""

from __future__ import annotations

import re

_IGNORE = re.IGNORECASE


# "GDP增长目标是多少", "what is being aimed for in retail sales"
TARGET = re.compile(
    r"目标|预期(?!寿命)|指标任务|任务(?=是|有|多少|[比跟与和])|(?:年初|原[来先本])(?:确?定|提出|计划|安排)的(?!目标|任务|指标)|打算|计划(?!生育)|规划(?=.{0,4}多少)|"
    r"力争|争取(?!到|了)|拟|准备|冲到(?!了|第)|冲刺|压到|将(?=新|建|要|会|达|增|改|投|引|完|开|有|在|如何|"
    r"采)|要(?=新|建|达|增|改|投|引|完|实现|做)|安排(?!资金)|"
    r"\b(?:target(?:s|ed|ing)?|goals?|aim(?:s|ed|ing)?|(?<!year )(?<!year-)plans?(?! period)|"
    r"planned|planning|expect(?:s|ed)?(?! to have)|projected|promis(?:e|es|ed)|pencil+ed in|"
    r"earmarked|slated|scheduled|will|intends?|going to"
    r"(?! (?:[a-z]+ )?(?:clinics?|hospitals?|schools?|college|work)\b)|set for|"
    r"hop(?:es?|ing)|hoped(?:-for)?|"
    r"(?<!i )(?<!we )wants?(?! to know)|objectives?|aspires?|supposed to|should|must|meant to|"
    r"ought to|need(?:s|ed)? to|due (?:to (?:be|open|start|finish)|for)|"
    r"to be (?:newly )?(?:\w+ed|built|set up|spent|put|made|found|brought|opened)|"
    r"(?:is|are) to (?!the|this|that|its|an?\b)[a-z]+)\b",
    _IGNORE,
)
# "2021年实际完成多少", "how much did exports grow"
ACTUAL = re.compile(
    r"实际(?!利用|使用|到位)|实绩|完成(?:了|数|值|情况)|实现了|达到了|增长了|下降了|新增了|建了|"
    r"(?<!时候)(?<!何时)(?<![能会要将年月天])建成(?!区)了?|(?<=[长建成改增资放办现设造展])了(?=多|几|哪|什|\d)|(?<=[建办完])成了(?=[,，吗吧没?？]|$)|"
    r"全年(?:平均|下来)|了(?:吗|没有?|吧)?[?？]?$|已经|取得了?|成绩|做了|"
    r"\b(?:did|was|were|achieved|actual(?:ly)?(?! (?:utili[sz]|us))|reached|"
    r"has been|have been|had|outturn|reali[sz]ed|grew|rose|fell|came to|"
    r"(?:does|do) .{2,30} (?:have|employ|own|operate|boast))\b",
    _IGNORE,
)
# "how many were added", but not "how many will be added", "newly added", "is spent each year"
DONE_TO = re.compile(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeing )(?<!newly )\b(?:completed|"
    r"attained|accomplished|built|added|created|renovated|spent|invested|registered|recorded|"
    r"opened|rebuilt|landed)\b",
    _IGNORE,
)
# "What was the 2022 target?", "2021年目标定的是多少": said of a target, whatever the verb
AIM = re.compile(
    r"目标|年初(?:设|确|预)?定(?:下|好)?的?(?:数|调子|盘子|杠杠|标准)|年初[定说]的(?=差|相?比|[高低多少]|计划)|指标任务|任务(?=是多|有多|多少|定|[和与](?:实际|完成))|\b(?:targets?|goals?)\b",
    _IGNORE,
)
# "目标是多少,实际完成多少", "target and outturn"
DONE = re.compile(
    # but not 目标定10%,怎么完成: how it is to be
    r"实际(?!利用|使用|到位)|实绩|(?<!怎么)(?<!如何)(?<!怎样)(?<!咋)完成|达到(?!多少)|实现了|实现(?=.{0,6}目标)|兑现|达成|"
    r"\b(?:achieved?|actual(?:ly)?|reached|results?|outturn|outcome|met|attained|"
    r"accomplished|performance|done|delivered|in fact|meet|hit|beat|miss(?:ed)?|"
    r"reach(?=[^?]{0,25}\b(?:targets?|goals?)\b))\b",
    _IGNORE,
)
GROWTH = re.compile(
    r"[升涨增多]了?(?:还)?是[降跌减少]|压减|压缩|削减|省下|节省|增长(?!点|极)|增速|增幅|增长率|涨幅|涨了?(?![到至])|同比|下降|下滑|下跌|降幅|减少|降了|"
    r"提高了?多少|(?:增加|提高|提升|扩大|上升|减少|降低)了?(?:多[大少高]|几)的?(?:比例|幅度|比率|百分)|"
    r"(?:比例|幅度)(?:上)?(?:增加|提高|扩大)|幅度(?=有?多[大少高]|是多少|[有是]?几)|"
    # but not the honour won for growing grain
    r"\b(?:growth|grow|grew|(?<!\bfor )(?<!\bof )"
    r"growing(?! (?:\w+ )?(?:grain|rice|wheat|crops?|tea|fruit|vegetables?)\b)|grown|increase[ds]?|"
    r"increasing|rise|rose|risen|rising|"
    r"fall|fell|fallen|drop(?:ped)?|shr[iau]nk|expand(?:ed)?|cut|trim(?:med)?|reduc(?:e|"
    r"ed|tion)|slashed|squeezed|faster|rate of increase|decline[ds]?|decrease[ds]?|"
    r"(?<!the )(?<!a )slid(?:e(?! deck))?|slip(?:ped)?|tumbled?|plunged?|climb(?:ed)?|"
    r"jump(?:ed)?|soar(?:ed)?|surged?|slump(?:ed)?|dip(?:ped)?|worsen(?:ed)?|"
    r"year[- ]on[- ]year|up by|down by|up or down|changed?)\b|缩水|萎缩|[猛大暴]跌|回落|"
    r"增加得更?[多快]",
    _IGNORE,
)
RANK = re.compile(
    r"前\s*\d+\s*[名位强]|第几|[冲跃升]到了?(?:全[国省市])?第[一二三四五六七八九十\d]|排名|排第|位次|名次|排在|位居|位列|排行|(?:是|第|"
    r"排[到在至名]?|[位名]列|位居|[居列][到在于]|(?<![晋提])[升冲跃][到至居])多少[名位]|老几|垫底|[省市国县区]第[一二三四五六七八九十\d](?![家个批条座例])|"
    # on which was it placed higher ; its place on the top-100 list
    r"\b(?:rank(?:s|ed|ing|ings)?|placed (?:high|low)(?:er|est)|place on (?:the )?(?:[\w-]+ ){0,3}"
    r"(?:list|table|ranking)|(?<!which )(?<!what )(?<!\bin )placed? (?:in|among)"
    r"(?!\s+(?:jobs?|work|employment|posts?|care|service)\b|\s{3,}in\b)|"  # workers placed in jobs
    r"(?:what|which) (?:place|spot|slot)"  # but which place (in the county) became a hub: where
    r"(?! (?:became|got|won|hosts|hosted|joined|opened|was named)\b)"
    r"(?! (?:is|are|was|were|will) (?:it|they|this|that)(?: (?:to )?be)?(?: \w+ed| built)?\?)"
    r"(?! (?:in|of) (?:the|our|this) (?:county|city|district|town)\b(?! d(?:id|oes|o)\b))|"
    r"(?:in|into|inside|among|within|enter\w*|ma[dk]e|crack\w*|reach\w*) (?:[\w'’]+ ){0,4}?"
    r"top[ -](?:\d+|ten|twenty|thirty|fifty|hundred)|"  # "is it in the national top 20?"
    r"position(?:ed)?|\d+(?:st|nd|rd|th) (?:place|nation|in the|among|of)|"
    r"(?:came|come|comes|finish(?:ed)?|placed|in) (?:first|second|third|last)"
    r"(?! (?:year|month|quarter|half|decade|week|\d|few|two|three|four|five)s?)|"
    r"how (?:high|low|well) (?:is|was|are|were|does|did|do|has|have)\b.{2,60}\b"
    r"(?:list|rank\w*|table|league|standings|index)|(?:first|second|third|top) place|"
    r"(?:fastest|highest|largest|biggest|lowest|slowest)\b.{0,30}\b(?:in|of|among) "
    r"(?:the|all|(?:central|eastern|western|northern|southern|\w+) china|china)|"
    r"where (?:did|does|do|is|was) .{2,40}\b"
    r"(?:land|rank|place|stand(?! (?:now|today)\b)|come|finish|sit|end up))\b",
    _IGNORE,
)
# "社零总量全省排第几" or its growth: two ranks
OF_GROWTH = re.compile(r"增速|增幅|增长|\b(?:growth|grew|grow|fastest|pace)\b", _IGNORE)
OF_TOTAL = re.compile(r"总量|规模|总额|体量|\b(?:size|total|volume|largest|biggest)\b", _IGNORE)
# "How many has it built in total?", "does it now have": not only the year's
IN_ALL = re.compile(
    r"总[数量共计]|累计|一共|共有|(?:现在|目前)有(?:多少|几)|\bnow ha(?:ve|s)\b|"
    r"\b(?:in total|the total|altogether|in all|to date|so far|"
    r"running total)\b",
    _IGNORE,
)
# 第一吧, 头一号, 数一数二, the best: a place named to be confirmed
PLACE_NAMED = re.compile(
    r"(?:是|为|排|居|列|数|算)(?:不是)?(?:[全省市县区国里内]*)第[一二三四五六七八九十\d]+|"
    r"第[一二三四五六七八九十\d]+名?(?=[,，]?(?:[对是]|没错)?[吧吗么不]|[?？]|$)|头一号|头名|数一数二|倒数",
    _IGNORE,
)
# 离目标差多少, "how far short of the target": reports often give the distance
SHORTFALL = re.compile(
    r"(?:离|距离?|比|较|与|跟|和)[^,，。?？]{0,8}(?:目标|计划|预期|年初[定说]的)(?:相?比[,，])?[^,，。?？]{0,6}(?:差|少|低|高|多)|差多少|缺口|"
    r"\b(?:beat|top|exceed|overshoot|undershoot|outdo)(?:ed)?(?: or (?:miss|fall short of))?\b"
    r".{0,60}\bby how (?:much|many|far)\b|"
    r"\b(?:short of|fall short|fell short|miss(?:ed)?|by how much|how (?:far|much)\b.{0,60}"
    r"\b(?:off|from|below|under|shy of|behind))\b.{0,40}\b(?:targets?|goals?)\b|"
    r"\b(?:targets?|goals?)\b.{0,40}\b(?:by )?how (?:much|far)\b|"
    r"\b(?:gap|shortfall|difference) between\b.{0,80}\b(?:targets?|goals?)\b|"
    r"\b(?:targets?|goals?)\b.{0,40}\bshortfall\b",
    _IGNORE,
)
# by how many points it undershot the goal: what came of it, and no goal
FELL_SHORT = re.compile(
    r"\b(?:under|over)sh(?:oot|ot)\b|"
    r"\b(?:miss(?:ed)?|f[ae]ll short of|exceed(?:ed)?|beat|top(?:ped)?)\b"
    r".{0,20}\b(?:targets?|goals?)\b",
    _IGNORE,
)
# 各是多少, 谁快, "both", "respectively": of each of several
OF_EACH = re.compile(
    r"各|分别|谁|哪个更?|[都](?=[是有涨降])|\b(?:both|each|respectively|either|or)\b", _IGNORE
)


NOW = re.compile(r"现在|目前|如今|眼下|\b(?:now|currently|at present|today)\b", _IGNORE)
# "how many are there in 2025" may ask for what that year plans
THERE_ARE = re.compile(r"\bare there\b", _IGNORE)
SHARE = re.compile(
    r"占比|比重|份额|依赖(?:程度|度)?(?:还)?(?:[有是]多|到底)|占(?=\s|全|了|多|百分|地|GDP|总|市|几|它|到)|比例|"
    r"\b(?:share(?! (?:an?|the|their|its)\b)|proportion|"
    r"percentage of|portion|fraction|what part of|"
    r"how (?:much |heavily )?(?:dependent|reliant) (?:is|are|was|were)|"
    r"how much of .{3,90}\b(?:in percent|as a percentage)|"
    r"how much of [^,?]{3,40}? (?:came|comes?) from)\b",
    _IGNORE,
)
LEVEL = re.compile(
    r"总量|总额(?=是|多|有)|多大(?=了?[呢啊呀]?[?？]?$)|多大的?(?:盘子|体量|家底|规模)|(?:盘子|体量|家底)有?多大|多少(?:亿|万)?美元|规模(?=是|多|有|达)|绝对值|多少(?:亿|"
    r"万)?(?:元|美元|人民币|亩|公里|平方米|钱)|多少亿|几个亿|"
    r"\b(?:(?<!by )how (?:large|big|high|much (?:money|was|is|were))|in (?:yuan|rmb|money)|"
    r"(?<!\d )(?:b|m|tr)illions?(?: of)? (?:yuan|rmb|us dollars|dollars)|in dollars|size|value|"
    r"amount(?:ed)?|total(?:led)?|worth(?! (?:\w+ )?\d)|volume)\b",
    _IGNORE,
)
# "第三产业增加值是多少,增长多少", "its value and growth rate": both are asked for
LEVEL_AND_GROWTH = re.compile(
    r"(?:多少|几)[^,，;；。?？]{0,6}[,，、和及]\s*"
    r"(?:同比|[比较]?(?:上|去|前一|头一)年|又|各自?|分别|都|均|还){0,3}(?:增|涨|降|提高|下降)|"
    # 谁的规模大、谁涨得快
    r"(?:总量|数额|总额|规模|体量|盘子|家底)[和与及、](?:其)?(?:增|涨)|"
    r"(?:规模|总量|总额|体量|盘子|谁|哪个|哪边)(?:上)?更?[大高多][^。?？增涨]{0,8}[增涨升][^,，。?？]{0,3}[快猛多]|"
    r"[增涨升][^,，。?？]{0,3}[快猛][^。?？]{0,8}(?:规模|总量|总额|体量|盘子|谁|哪个|哪边)(?:上)?更?[大高多]|"
    r"\b(?:bigger|larger|higher)\b.{0,30}\b(?:gr[eo]w\w*|r[io]se|growing|rising)\b(?: \w+)? "
    r"(?:faster|quicker|more quickly)|[和与及、](?:其)?增(?:速|幅|长率?)|"
    r"(?<=[\s\S]{2})and (?:its|the|their|by)?\s*(?:annual |yearly |year-on-year )?(?:rate of )?"
    r"(?:growth|increase|how (?:fast|much) .{0,12}(?:gr[eo]w|rise|increase))",
    _IGNORE,
)
COUNT = re.compile(
    r"达到多少|多少(?:[亿万]|元|[个家列座件所张条辆头名户套项次人场公吨])|"
    r"(?<!幅)是多少[,，].{0,8}增|\bhow many\b",
    _IGNORE,
)
HOW_MANY = re.compile(
    r"多少|\bnumber\s*[?？]|红线|上限|下限|底线|(?<!哪)几[个家所条座件项人次场辆张名户万成天年口处台批套栋块份列趟艘株盏宗例起亩支只]|"
    r"数量|多大|多长|多高|几成|是几|"
    r"\b(?:how (?:many|much|large|big|long|high|fast|far|deep|short|low|wide|tall|heavy|"
    r"quickly)|is there (?:an? |any )?(?:cap|ceiling|quota) (?:on|for|to)|"
    r"to what (?:size|level|scale|capacity|length|height)|"
    r"what (?:number|percentage|proportion|share|rate|amount|figure|percent|sum|"
    r"(?:length|size|area|volume|width|height|weight)s?(?= (?:of|is|are|was|were|do|does|did)\b))|"
    r"number of|what(?:['’]s| is| was) the (?:least|most|minimum|maximum)"
    r"(?= (?:that|\w+ (?:can|is|are|should|must|has|have|will))\b)|"
    r"what['’]s the (?:maximum|longest|average) (?:waiting |response )?time|"
    r"what (?:is|was|are|were) (?:the|[\w' -]{2,40}['’]s) (?:[\w'-]+ ){0,3}"
    r"(?:cap|ceiling|floor|rate|ratio|score|value|sales|turnover|profits?|"
    r"price|length|size|level|limit|threshold|standard|cost|total|sum|area|capacity|output|"
    r"multiple|(?:maximum|longest|average) (?:waiting |response )?time))\b",
    _IGNORE,
)
LIST = re.compile(
    r"哪[一二三四五六七八九十两几\d]+|哪些|哪几|有(?:什么|啥)|(?:什么|啥)(?:措施|动作|安排|举措|打算|计划|"
    r"项目|荣誉|工作|办法|行动|政策|任务|成绩|进展)|如何|怎么|怎样|措施|举措|分别有|列出|"
    r"列举|介绍|谈谈|说说|主要做法|[做干搞抓办](?:了|些|点)*(?:什么|啥)|"
    r"(?<!第)[二三四五六七八九十两\d][大个件项类][^，,。?？]{0,10}[是指有][什哪啥]|"
    r"\b(?:which|steps|what (?:(?:new|other|main|(?:kind|type|sort)s? of) )*(?:measures?|steps?|"
    r"actions?|projects?|plans?|policies|awards?|honou?rs?|approaches|methods|ways|means|channels|"
    r"crimes|activities|events|platforms|mechanisms|initiatives|reforms|efforts|tasks|priorities|"
    r"problems|difficulties|challenges|kinds?|types?|sort|else|things|"
    r"is (?:being )?(?:done|planned))|"
    r"how (?:will|does|did|do|is|are|can|has)|list|name|describe|summari[sz]e|tell me "
    r"about|outline)\b",
    _IGNORE,
)
# "what does the county do about …", "what are the leading industries": a list, unless an
# indicator is asked for ("what does the average resident earn")
# A term of the glossary between is blanked: "what             does it admit".
OPEN = re.compile(
    r"\bwhat(?:(?:\s[\w'-]+){0,2}(?:\s\w+s|\s{4,}))?\s*\b(?:will|does|did|do|are|has|have|were)\b|"
    r"\bwhat was\b",
    _IGNORE,
)
WHO = re.compile(
    r"谁|哪位|什么人|是哪[家个](?:企业|公司|集团|单位|机构)|\b(?:who|whom|whose)\b", _IGNORE
)
WHEN = re.compile(
    r"[什啥]么?时候|何时|哪个?月|哪一?天|哪年|哪一年|什么时间|几月|日期|\b(?:when|what (?:date|day|"
    r"time|year)|which (?:day|year|date|month)|date)\b",
    _IGNORE,
)
WHERE = re.compile(
    r"(?<!存)在哪(?!些)[儿里]?|哪里|哪儿|何处|什么地方|\bwhere\b|"
    r"\b(?:in|at) (?:what|which) place (?:is|are|was|were|will) (?:it|they|this|that)\b",
    _IGNORE,
)
# what helped industry beat its goal: why it did, not whom anybody helped
WHAT_HELPED = re.compile(
    r"\bwhat (?:helped|enabled|allowed|let)\b"
    r"(?= .*\b(?:beat|exceed|surpass|meet|reach|rise|grow|fall|go (?:up|down)|increase|climb)\b)",
    _IGNORE,
)
WHY = re.compile(
    r"为什么|为何|为啥|凭什么|原因|怎么(?:[会才只就这还没不又]|反[而倒])|"
    r"怎么比(?!较)[^,，。?？]{1,10}[少低慢差降跌减退缩多高快]|"  # 怎么比前年少了三成多
    r"\bwhat (?:caused|led to|triggered|was behind|is behind|lay behind)\b|"
    r"(?:卡|问题出|毛病出)在(?:了)?(?:哪|什么)|"  # 没完成任务,卡在哪儿
    # 县域经济搞得好,是靠减税拉动的吧
    r"靠(?:的是)?[^,，。?？]{0,12}(?:拉动|带动|推动|撑起来|换来)的|"
    r"\bwhy\b|\bhow come\b|\breasons?\b|"
    rf"{WHAT_HELPED.pattern}",
    _IGNORE,
)
WHETHER = re.compile(
    r"是否|是不是|有没有|[吗么][?？]?$|没有?[?？]?$|对吗|属实|"
    r"\b(?:isn|aren|wasn|weren|hasn|haven|didn|doesn|won)'t (?:it|they|there|he|she)\b|"
    r"^\s*(?:did|does|do|is|are|was|were|has|"
    r"have|will|can)\b",
    _IGNORE,
)
# "目标完成得怎么样", "compare 2021 results with 2022 targets"
COMPARE = re.compile(
    r"比(?:去年|上年)(?:实际|已经)?(?:完成|建成|办成|改造|新增|实现|达到)[^,，?？]{0,4}[多少高低快慢大小长短]|"
    r"目标[^,，?？]{0,6}比(?:去年|上年)[^,，?？]{0,6}[多少高低快慢]|(?:跟|和|与|同|较)[^,，?？]{2,14}比(?!重|例)|多了?还是少|高了还是低了|快还是慢|大还是小|"
    r"(?:目标|计划|预期)[^,，?？]{0,4}[跟和与同][^,，?？]{0,8}(?:结果|实际|完成|实绩|兑现)|"
    r"对比|比较|相比|与目标|完成目标|达到目标|达标|差距|高还是低|"
    r"\bhow far\b.{2,60}\bfrom (?:what\b.{1,12}\b(?:planned|aimed|set|promised)|"
    r"(?:the|its|this year's) (?:target|goal|plan))|"  # how far is mileage from what is planned
    r"\b(?:compar(?:e|ed|ison|ing)|versus|vs\.?|against (?:the|its|last)|relative to|meet "
    r"(?:the|its) target|higher or lower|above or below|over or under|"
    r"than (?:the )?(?:target|last))\b",
    _IGNORE,
)
# "Will more beds be added in 2022 than in 2021?"
MORE_THAN = re.compile(
    r"比[^,，。?？]{1,10}[多少高低快慢大小强好][吗不了?？]|"
    r"比(?:去年|上年)[^,，。?？]{0,6}[多少][了出办建修增投]?[几多][^么]|"
    r"\b(?:more|fewer|less|higher|lower|faster|slower|larger|smaller|bigger|greater|longer|shorter)"
    r"\b.{0,90}\bthan\b",
    _IGNORE,
)
# 今年列的件数比去年多几件: both years' are asked for
BESIDE_LAST = re.compile(
    r"(?:今年|20\d\d年)[^,，。?？]{0,12}比(?:去年|上年)(?:实际|已经)?(?:完成|实现|达到|做到|建成|办成|干成|改造|新增)了?的?"
    r"[^,，。?？]{0,4}[高低大小多少长短快慢]|"
    r"今年[^。?？]{0,14}比(?:去年|上年)[^,，。?？]{0,6}[多少](?:[了出办建修增投]?[几多][^么]|[吗么了没])|"
    r"\bthis year\b.{0,30}\bthan (?:in )?last\b(?! year)|"
    r"^\s*(?:will|is|are)\b.{3,60}\bin 20\d\d\b.{0,8}\bthan\b.{0,30}"
    r"\bthe (?:year before|previous year)",
    _IGNORE,
)
# "Does the 2022 plan exceed what was added in 2021?": of one year and of another
EXCEEDS = re.compile(
    r"超过|[高低多少大小快慢]于|不如|赶不上|\b(?:exceed\w*|surpass\w*|outstrip\w*|top(?:s|ped)?|beat|"
    r"match(?:es|ed)?|against|fall short of|outdo\w*|up on|down on)\b",
    _IGNORE,
)
# "Did the number of projects go up from 2021 to 2022?", 从2021年到2022年,项目是不是多了
MOVED_BETWEEN = re.compile(
    r"^\s*(?:did|does|do|has|have|is|are|was|will)\b.{3,80}?\b(?:go(?:ne|ing)? (?:up|down)|"
    r"r[io]se(?:n)?|increase[ds]?|gr[eo]wn?|f[ae]ll(?:en)?|dropp?(?:ed)?|more|fewer|less|higher|lower|"
    r"bigger|smaller)\b.{0,30}\b(?:from|between) (?:(?:19|20)\d\d|last year)\b|"
    # has the list become longer since 2021
    r"\b(?:become|grown|got(?:ten)?|gone)(?: any)? (?:longer|shorter|larger|bigger|smaller)\b"
    r".{0,30}\b(?P<since>since) (?:20\d\d|last year)\b|"
    r"(?:从|由)?(?:20\d\d年|去年|上年)到(?:20\d\d年|今年)[^。?？]{2,30}[多少增减涨降升][加长了]?[^。?？]{0,3}"
    r"(?:吗|没有?|还是|[?？]|$)",
    _IGNORE,
)
# "Which was longer, the road of 2021 or the road planned for 2022?": of one year and of another
WHICH_YEAR = re.compile(
    r"\bwhich\b.{0,30}\b(?:more|less|fewer|(?:high|low|bigg|larg|small|great|long|short|wid)er)\b"
    r".{0,60}\b20\d\d\b.{0,12}\bor\b.{0,60}\b20\d\d\b",
    _IGNORE,
)
# "How many were held in 2021, and are more of them planned for 2022?": of one and of the other
AND_MORE = re.compile(
    r"\band (?:is|are|was|were|will)(?: (?:that|it|this|they|there|these))?(?: be)? "
    r"(?:(?:any|much|many) )?(?:more|fewer|less|higher|lower|larger|smaller|bigger)\b",
    _IGNORE,
)
# What makes a stretch of a question a question by itself
ASKS = re.compile(
    r"多少|多[大高长快远]|几|哪|谁|什么|何|怎|呢|吗|是否|有没有|[?？]|占比|增速|增幅|"
    r"\b(?:how|what|which|who|when|where|why|did|does|was|were|is|are)\b",
    _IGNORE,
)
DURATION = re.compile(
    r"连续|多久|几年|多少年|多长时间|(?:多少|几)个?(?:天|小时|工作日|月|分钟|秒)|"
    r"\b(?:how long|consecutive|straight|in a row|how (?:many|much) (?:years|months|days|hours|"
    r"minutes|working days|time|longer))\b",
    _IGNORE,
)
# "高于全市平均多少个百分点", "by how much did it outpace the city": held against a wider place
GAP = re.compile(
    r"[高低快慢优好差多少]于[^,，。?？]{0,12}(?:多少|几|[?？])|跑赢|跑输|领先|落后|拉开|"
    r"(?:比|较)全[国省市县区][^,，。?？]{0,8}(?:[高低快慢多少])|"
    r"比(?:全?[国省市州县]里?的?)(?:平均)?(?:水平)?[^,，。?？]{0,4}差(?:了|着)?(?:多少|几)|"
    r"[跟和与同]全[国省市县区](?:的?平均)?(?:水平)?(?:相?比|[^,，。?？比]{0,2}差)(?:[^,，。?？]{0,4}[差高低多少])?(?:了|着)?(?:多少|几)|"
    r"\bby how (?:much|many)\b.{0,60}\b(?:outpac|beat|exceed|above|below|ahead|behind|"
    r"than|lag|trail|undersho)|"
    r"\b(?:outpac\w+|how far (?:behind|ahead|above|below)|how many (?:percentage )?points)\b|"
    r"\bhow much (?:higher|lower|faster|slower|better|worse|(?:more|less)\b(?=.*\bthan))\b",
    _IGNORE,
)
# "Year on year, how much faster were patents granted?": held against the same a year before
ON_YEAR = re.compile(
    r"\bhow much (?:higher|lower|faster|slower|more|less|quicker)\b"
    r"(?=.{0,90}\b(?:year[- ]on[- ]year|"
    r"than (?:in )?(?:(?:a|the) (?:previous )?year|last year|20\d\d)|from (?:a|the previous) year|"
    r"(?:a|the) year (?:earlier|before)))|"
    r"\byear[- ]on[- ]year\b(?=.{0,40}\bhow much (?:higher|lower|faster|slower|more|less))",
    _IGNORE,
)
AGAINST_WIDER = re.compile(
    r"[高低快慢]于|[高低快慢多少]多少|平均(?![每一]年)|[比跟与和]全[国省市县区]|"
    r"\b(?:outpac\w+|above|below|ahead of|behind|than the|average|beat|exceed\w*|faster|slower|"
    r"higher|lower|compared (?:with|to))\b",
    _IGNORE,
)
MONEY = re.compile(
    r"多少钱|多少(?:亿|万)?(?:元|美元)|几个亿|多少亿|金额|资金|\b(?:worth|money|yuan|rmb|"
    r"dollars|cost|funds|funding)\b",
    _IGNORE,
)
NEW = re.compile(
    r"招聘|招录|选调|新增|新建|净增|新引进|新设立|新开通|新成立|新冒出|新添|新(?=上)|"
    # 一共多了几家, not 比去年多了几家
    r"(?<!去年)(?<!上年)多[了出]几[个家所条座人户名件]|[建修盖招增添](?:成|好)?了|\b(?:new|newly|added|additional|create[ds]?|built|"
    r"introduced|set up|opened|gain(?:ed|s)?)\b",
    _IGNORE,
)
# 总量继续稳居全省首位
PLACED = re.compile(r"首位|第[一二三四五六七八九十\d]|[前末]列|榜首|末位|倒数|前[\d一二三十百]")
# 哪几条轨道交通线, 哪五件大事: names are asked for, not how many there are
WHICH_SEVERAL = re.compile(r"哪(?:几|两|[二三四五六七八九十]+|\d+)[个家所条座件项类种方大点]|哪些")
# "确保南外环上半年全线通车": what answers when
SAYS_WHEN = re.compile(
    r"[今明]年|年内|\d\s*(?:[年月日]|号(?![线楼院门店令文]))|年[底内末初中]|[上下]半年|季度|月[底初末]|当[年天日]|期间|以来|届时|"
    r"每[月周年季]度?第|(?:每|下|本)周[一二三四五六日末]"  # 早餐会每月第一个周三举行
)
# Words of a question that say nothing of its topic.
FILLER = re.compile(
    r"(?:卡|问题出|毛病出)在了?(?=哪|什么)|(?<=[没未]完成)任务|达标(?!率)了?|^换[成作做]|[这那]份|十[一二三四五六]五(?=[”\"时期规])|(?<![一-鿿])(?:时期|规划期)[内里间]?|年均(?!可支配)|"
    r"(?:[这近过去前头整每]|上一)*[一二两三四五六七八九十几\d]+年(?:来|间|里|内|中|以来|时间|之内|前)?|"
    r"往[后下](?=[移退掉跌滑])|个月|(?<![\u4e00-\u9fff])(?:咱|俺)们?|[咱俺]们?|[做干搞冲弄办拿]到(?!位)|平均|突然|居然|竟然|真的|假的|"
    r"去年|上年|前年|今年|明年|往年|年初|最[后终]|幅度|里头|里面|那块|这块|盘子|一块儿?|整个|个头|光景|"
    r"变[差坏好多少高低]|行业|听说|据说|打听|想问|问问|"
    r"(?:完成|目标)?数(?=比|是|呢)|一年下来|下来|找到|(?<!强)[县市区省州镇乡]里|把?交椅|觉得|感觉(?!到)|身边(?=安)|打了?个?分|总共|百分之几|"
    r"百分之多少|现在|目前|如今|眼下|眼前|当下|加起来|合起来|哪家|哪一?个|哪种|几个|它们?|这个|那个|这些|那些|承认|"
    r"坦承|变化|情况|上面|(?<![\u4e00-\u9fff])其|获得|荣获|获评|获(?=得|过)|办法|方法|"
    r"途径|手段|请问|请告诉我|告诉我|我想知道|想问|麻烦|帮我|查一?下|一下|报告(?:中|里|"
    r"提到|说|指出|称)?|文中|全文|资料|关于|方面|情况|内容|具体|大概|到底|究竟|越[拉来变]越|原[本先]|"
    r"政府工作报告|政府(?=今年|计划|打算)|(?<![个项])主要|总共|一共|总计|共(?=有|建|投|办|完)|全年|"
    r"年度|数据|数字|数值|数量|(?<=的)[件个家户项条](?:目)?数|(?<![个项])(?<![个项]主要)指标(?!任务)|多少钱|多少|什么|哪些|哪几|哪个|是否|是不是|"
    r"有没有|如何|怎么样|怎么|怎样|为什么|为何|呢|吗|啊|吧|了(?=多|几|吗|$|[?？])|"
    r"相比|对比|比较|分别|各(?=有|是|自)|还有|以及|同时|其中|此外|之后|以来|期间|当年|"
    r"水平|预期|预计|实际(?!利用|使用)|完成了?|实现了?|达到了?|达|取得了?|力争|争取|确保"
)


def names_several(frame: str) -> bool:
    """Whether a question asks which several, and for no number too: 哪几条, 共多少公里."""
    number = re.search("多少|(?<!哪)几[个家条]|占比|增速|增长|排", frame)
    return WHICH_SEVERAL.search(frame) is not None and number is None


def bare(frame: str) -> bool:
    """Whether a question only names a thing: "dangerous bridges rebuilt last year?"."""
    return not any(
        pattern.search(frame) for pattern in (WHO, WHEN, WHERE, WHY, WHETHER, LIST, OPEN)
    ) and not re.search(r"什么|啥|哪|怎|咋|\bwhat\b", frame, _IGNORE)
