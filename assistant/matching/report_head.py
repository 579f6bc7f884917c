"""What a report's head says of it: who gave it, when, at which meeting."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from pypinyin import lazy_pinyin

from assistant.quantities_en import MONTHS
from assistant.questions.question import Question
from corpus.header import OFFICE, find_date
from corpus.models import Report
from corpus.sentences import Span

_IGNORE = re.IGNORECASE

# 哪位领导在会上作的报告, "who read out the report"
SPEAKER = re.compile(
    r"(?:谁|哪[一]?位|哪个(?:人|领导)|什么人).{0,10}(?:作|做|代表|宣读|汇报|报告|念|读|讲)|"
    r"(?:作|做|宣读|念|读)(?:了)?(?:这份|该|本|政府工作)*报告的?.{0,4}(?:谁|哪位|什么人|叫[啥什])|报告人|"
    r"(?:[县市区省州旗镇乡]长|总理)(?:是谁|是哪位|叫[什啥]|姓|名字|大名|贵姓)|谁(?:是|在?当|任|担任|在?做).{0,10}(?:县|市|区|省|州|"
    r"旗|镇|乡)长|"
    r"\b(?:who(?:se)?|which (?:official|leader|person|politician|man|woman))\b.{0,40}\b"
    r"(?:deliver|gave|give|present|read|report|author|speaker|speech|address|wrote|spoke|head|mayor|governor|"
    r"magistrate|premier)|"
    r"\b(?:name of (?:the|this)|which|what) (?:(?:county|city|district|provincial) )?"
    r"(?:speaker|mayor|governor|magistrate|head|premier)\b|"
    r"\b(?:mayor|magistrate|county head|governor|speaker)'s name\b|"
    r"\bwho (?:leads|runs|heads|governs)(?: the)?(?: (?:county|city|district|provincial|local))? "
    r"government(?=\s*(?:[?.,]|$|now|today|in |as ))",
    _IGNORE,
)
DELIVERED = re.compile(
    r"报告的?(?:时间|日期)|(?:报告|会议|大会|人代会).{0,14}第(?:几|[一二三四五六七八九十]+)次|"
    r"报告.{0,10}哪[个次一]?.{0,2}(?:会|大会|会议)|报告.{0,20}会议?上(?:作|做|宣读)|"
    r"(?:报告|会议|大会|人代会).{0,14}(?:什么时候|何时|哪一?天|哪年|什么时间|日期|几月|哪里|"
    r"(?<!存)在哪(?!些))|(?:什么时候|何时|哪一?天).{0,16}(?:报告|会议|大会|人代会)|"
    r"\breport\b.{0,20}\b(?:delivered|given|presented|read) (?:at|to|in|on)\b|"
    r"\b(?:speech|address|report)\b.{0,40}\b(?:what date|when|which day)\b|"
    r"\b(?:when|where|(?:what|which) (?:day|date|meeting|session|congress))\b.{0,40}\b(?:report|"
    r"congress|session|meeting|speech|address|document|delivered|presented)\b",
    _IGNORE,
)
_OFFICE_ASKED = re.compile("[县市区省州旗镇乡]长(?!期|远|年)")  # of a county's report no 省长
# "the county magistrate": of a prefecture's report no 州长
_OFFICE_ASKED_EN = re.compile(
    r"\b(?P<level>county|district|city|prefectur\w+|provinc\w+) "
    r"(?:magistrate|head|chief|governor|mayor)\b",
    _IGNORE,
)
_OFFICES = {
    "county": "县长|旗长",
    "district": "区长",
    "city": "市长",
    "prefect": "州长|盟长|专员",
    "provinc": "省长|主席",
}
# 报告有没有说…, "does the report say when": what it says of something else
_SAYS_OF = re.compile(
    r"报告(?:里|中|上|内)?(?:有没有|是否|有无)?(?:没有?)?[说提写讲谈](?:没[说提写])?|"
    r"\breport (?:also )?(?:say|tell|mention|state|give(?!n)|specif|indicate)",
    re.IGNORECASE,
)
# What is said of a report itself: who gave it, when, at which meeting
_OF_REPORT = re.compile(
    r".*(?:报告|会议|大会|人大|人代会|代表|政府|人民|工作|[省市县区州旗镇乡]长|届|次|年|月|日).*|"
    r"总理|现任|现在|目前|[省市县区州旗镇乡]?委?书记|领导(?:同志|干部)?|干部|官员|职务|职位|身份|头衔|同志|人士|会上?|主席|主任|姓名|名字|日期|时间|时候|地点|地方|"
    r"\d+|(?i:.*(?:report|speech|address|congress|session|meeting|govern\w*|people|work|mayor|"
    r"magistrate|head|county|city|district|prefecture|province|speaker|author|chief|chair\w*|title|position|post|job|"
    r"council|premier|lead|local|runs|official|name|date|day|delegates?|deput|document|deliver\w*|gave|giv\w*|present\w*|read\w*|"
    r"wrote|spoke|speak\w*|took|hea?rd?|held|open\w*|politician|person|woman).*)"
)


def header_spans(question: Question, report: Report) -> tuple[Span, ...]:
    """Where the report's head says who gave it, when and where, if that is asked."""
    if not _is_of_the_report(question, report):
        return ()
    body = min((s.start for s in report.sections), default=len(report.text))
    head = report.text[: max(body, 1)]
    found: list[Span | None] = []
    if SPEAKER.search(question.text) and report.speaker:
        office = _office_asked(question.text)
        line = _line_with(head, report.speaker[0])
        told = not office or (line is not None and re.search(office, head[slice(*line)]))
        found.append(line if told else None)
    if DELIVERED.search(question.text) and report.date:
        found.append(_dated(head, report.date))
    return tuple(dict.fromkeys(span for span in found if span))


def _office_asked(text: str) -> str:
    """The office that a question names, as reports write it, a pattern; "" where it names none."""
    office = _OFFICE_ASKED.search(text)
    english = _OFFICE_ASKED_EN.search(text)
    level = english["level"].lower() if english else ""
    return (
        office[0] if office else next((o for k, o in _OFFICES.items() if level.startswith(k)), "")
    )


# the work report put off until (12 March)
_WHEN_GIVEN = re.compile(
    rf"\d+|(?i:{'|'.join(MONTHS)})[a-z]*|"
    r"推迟|提前|改期|延期|拖|(?i:put|off|delay\w*|postpon\w*|moved?|pushed|back|until|brought|forward)"
)
_THE_REPORT = re.compile(r"(?:工作|政府)?报告|\b(?:work )?report\b|\baddress\b", _IGNORE)


def delivery(question: Question, report: Report) -> Span | None:
    """Where the head says when the report was given, if it is the report that is asked of."""
    asked = tuple(one for one in question.topics if not _WHEN_GIVEN.fullmatch(one.text))
    if not _THE_REPORT.search(question.text) or report.date is None:
        return None
    if not _is_of_the_report(replace(question, topics=asked), report):
        return None
    body = min((s.start for s in report.sections), default=len(report.text))
    return _dated(report.text[: max(body, 1)], report.date)


def _is_of_the_report(question: Question, report: Report) -> bool:
    """Whether a question is about the report itself: 报告有没有说何时通车 is of a road."""
    named = "".join((report.place, *lazy_pinyin(report.place), *question.places))
    return not _SAYS_OF.search(question.text) and all(
        _OF_REPORT.fullmatch(topic.text) or topic.text.lower() in named
        for topic in question.topics
        if topic.noun
    )


def _dated(head: str, date: datetime.date) -> Span | None:
    """The line with a date, and the one that goes on with it: 二〇二六年一月二十七日在…会议上."""
    lines = re.finditer(r"[^\n]+(?:\n[^\n。]{0,20}会议上[^\n]*)?", head)
    return next((line.span() for line in lines if find_date(line[0]) == date), None)


def _line_with(head: str, sign: str) -> Span | None:
    for match in re.finditer("[^\n。]+。?", head):
        if sign in match[0] and re.search(OFFICE, match[0]):
            return match.span()
    return None
