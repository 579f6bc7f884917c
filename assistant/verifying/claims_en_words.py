"""The words by which English says of what, when and how: closed classes of the language."""

from __future__ import annotations

import re

from assistant.claims import blanked
from assistant.models import Language
from assistant.questions import place_words
from assistant.questions.understanding import understand
from corpus.glossary import load_glossary

IGNORE = re.IGNORECASE
SENTENCE_END = re.compile(r"(?<!\bNo)(?<!\bU\.S)(?<!\bvs)(?<!\bapprox)[.!?](?=[\s\"”’)]|$)")
BORDER = re.compile(
    r"[;:()—]|,(?!\d{3})|\s(?:while|whereas|but|although|though|which|whose|where|"
    r"compared with|compared to|versus|against|than)\s|"
    r"\sand\s+(?=(?:expects?|aims?|plans?|wants?|targets?|intends?|hopes?|seeks?|pledge[sd]?|"
    r"vow(?:s|ed)?|promise[sd]?)\s)",
    IGNORE,
)
MOVED_SINCE = re.compile(
    r"\s*(?:since|from|over|on|compared with|against|than) (?:the )?"
    r"(?:start|beginning|end|year|previous|last|prior)\b",
    IGNORE,
)
AND = re.compile(r"\s(?:and|with|plus|as well as|including)\s", IGNORE)
JOIN = re.compile(r"\s*(?:,|and|,\s*and|,?\s*and then)\s*", IGNORE)
YEAR = re.compile(
    r"(?P<base>\b(?:from|than|over|vs\.?|versus|compared (?:with|to)|against|since|on|"
    r"relative to|above|below)(?: the)?(?: (?:level|same period|figure)s?)?(?: (?:of|in|"
    r"for))?\s+)?"
    r"(?:(?<![\d.,$¥])(?P<year>(?:19[5-9]|20\d)\d)(?![\d%]|,\d|\.\d|\s*(?:yuan|kilomet|km|"
    r"square|mu\b|cameras))|"
    r"\b(?P<last>last year|the previous year|the year before|a year earlier)|"
    r"\b(?P<this>this year)|\b(?P<next>next year|the coming year))",
    IGNORE,
)
TARGET = re.compile(
    r"\b(?:target\w*|goals?|aim(?:s|ed|ing)?|plan(?:s|ned|ning)?|will|intends?|going to|"
    r"hopes?|hoping|objectives?|"
    r"aspires?|supposed to|pledge[sd]?|vow(?:s|ed)?|(?<!\d )promise[sd]?|commit(?:s|ted)?|seeks?|"
    r"striv\w+|due to|calls? for|"
    r"called for|should|shall|set (?:for|at|to)|slated|scheduled|wants?|ambition|"
    r"earmark\w*|budgeted|lin(?:es?|ed|ing) up|is to|are to|to be)\b",
    IGNORE,
)
INFINITIVE = re.compile(
    r"(?<!\bup)(?<!\bdown)(?<!\brose)(?<!\bfell)(?<!\bable)\s+to\s+(?:further\s+)?(?:add|"
    r"build|create|renovate|raise|hold|invest|"
    r"recruit|attract|bring|expand|cut|reduce|grow|increase|reach|exceed|complete|upgrade|"
    r"shorten|reclaim|screen|stage|open|set up|train|transfer|provide|spend|keep)\b",
    IGNORE,
)
EXPECTED = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|estimated|projected|forecast|likely|anticipated|preliminar\w+)\b",
    IGNORE,
)
DONE = re.compile(
    r"\b(?:was|were|did|had|has|have|achieved|actual(?:ly)?|reached|grew|rose|fell|"
    r"climbed|jumped|expanded|increased|decreased|declined|"
    r"dropped|shrank|completed|attained|came|accomplished|built|added|created|renovated|finished|"
    r"spent|invested|registered|recorded|gained|surged|"
    r"totall?ed|stood|hit|ranked|placed|granted|issued|handled|held|opened|signed|"
    r"introduced|attracted|exceeded|surpassed|topped|"
    r"delivered|vaccinated|resolved|advanced|cut|slid|slipped|slumped|won|became|took|"
    r"moved|earned|generated|brought|drew|after\s+\w+ing|accounted|posted|hosted|ran|put|amounted|contributed|"
    r"made)\b",
    IGNORE,
)
_UP = (
    "grew|grow|grows|growing|growth|rose|rise|rises|rising|risen|increase[sd]?|"
    "increasing|up|climb(?:ed)?|jump(?:ed)?|expand(?:ed)?|expansion|gain(?:ed)?|"
    "surge[d]?|advance[d]?|higher|above|faster|more|ahead|improv(?:ed|ement)|exceed(?:ed|"
    "ing)?|raised?|soared|boost(?:ed)?|outpac(?:ed|ing)|quicker|better|add|doubled?|tripled?|quadrupled?"
)
_DOWN = (
    "fell|fall|falls|falling|fallen|drop(?:ped|s)?|decline[sd]?|declining|decrease[sd]?|"
    "down|shr[aiu]nk|shrinks|shrinking|contract(?:ed|ion|(?=\\s+by\\b))|plunge[ds]?|tumble[ds]?|"
    "sank|lower|below|slower|less|cut|cuts|"
    "reduc(?:ed|e|tion|ing)|shorten(?:ed|ing)?|compress(?:ed)?|slash(?:ed)?|slump(?:ed)?|"
    "slipped|slid|halved?|trim(?:med)?|behind|shed|lowered|saved"
)
MOVE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", IGNORE)
MOVE_AFTER = re.compile(
    r"\s*(?:(?:year[- ]on[- ]year|annual|real|nominal|"
    r"GDP)\s+)?(?:[a-z-]+\s+){0,2}?(?:(?P<down>decrease|decline|drop|fall|reduction|cut|"
    r"lower|less|below|slower|contraction|down)|"
    r"(?P<up>increase|growth|rise|gain|higher|more|above|faster|jump|expansion|up))\b",
    IGNORE,
)
NOUN_STOP = re.compile(
    r"[,;:.()]|\s(?:in|by|during|with|to|from|at|on|after|before|while|was|were|is|are|"
    r"had|has|have|will|would|and|plus|as|that|which|who|this|last|"
    r"over|among|under|nationwide|across|within|through|up|down|against|compared|per|"
    r"respectively|be|being|been|found|got|year[- ]on[- ]year|came|took)\b",
    IGNORE,
)
LEADING_WORD = re.compile(
    r"^(?:(?:In|The|At|For|From|By|Of|And|With|While|But|Both|Across|Under|As|When|Last|This)\s+)+"
)


def names_something(text: str, own: frozenset[str] = frozenset()) -> bool:
    """Whether a stretch names anything, beyond verbs, years, places and the names of `own`."""
    return any(re.sub("['’]s$", "", one.lower()) not in own for one in topics_of(text))


# Says how a figure is counted, not of what: "rose 12.6% on a comparable basis to …"
MANNER = re.compile(
    r"\b(?:on|in|at|by)\s+(?:an?\s+)?(?:like[- ]for[- ]like|(?:the\s+)?(?:same|comparable)|"
    r"real|nominal|constant|current|annual)\s+(?:basis|terms|prices|standards?|scope|cali\w+)\b|"
    r"\b(?:after |when )?(?:excluding|deducting|adjusting for)\s[\w -]+|"
    r"\b(?:year[- ](?:on|over)[- ]year|"
    r"compared (?:with|to) (?:a|the) (?:previous )?year(?: (?:earlier|before|ago))?|"
    r"from (?:a|the) (?:previous )?year(?: (?:earlier|before))?|for the \w+ time|"
    r"according to [\w ]{3,40}?(?:report|figures|data|officials)|"
    r"(?:over|in|during|for|within)\s+(?:the\s+)?(?:(?:past|last|previous|next|coming)\s+)?"
    r"(?:[\w-]+\s+)?(?:years|decades?))\b",
    IGNORE,
)


_NO_NAMES = frozenset("The This That Our Its Their Each Every In Of".split())


def topics_of(text: str) -> list[str]:
    """The words of a stretch of English that may name an indicator."""
    said_apart = [m.span() for pattern in (YEAR, MANNER) for m in pattern.finditer(text)]
    said_apart += [
        m.span()
        for m in place_words.ENGLISH_PLACE.finditer(text)
        if not re.search("(?i)zone|area", m[2]) and m[1].split()[-1] not in _NO_NAMES
    ]
    plain = blanked(text, said_apart)
    names = [(m.start, m.end) for m in load_glossary().find(plain)]
    kept: list[str] = []
    for topic in understand(plain, Language.EN).topics:
        inside = any(a <= topic.start and topic.end <= b for a, b in names)
        word = topic.text.lower()
        if not inside and (not re.search("[a-z]", word) or _VERB.fullmatch(word)):
            continue
        if not inside and (MOVE.fullmatch(word) or place_words.ENGLISH_PLACE.search(topic.text)):
            continue
        if _DOING.search(plain[: topic.start]) and not topic.is_indicator and " " not in word:
            continue  # "to lift spending" is no lift
        kept.append(topic.text)
    return kept


_DOING = re.compile(r"\b(?:to|will|would|can|should|must|could)\s+$", IGNORE)


_VERB = re.compile(
    rf"(?:{DONE.pattern}|{TARGET.pattern}|{EXPECTED.pattern})|(?:another|it|them|county|city|province|"
    r"district|government|local|authorities|officials|"
    r"region|worth|valued?|averag\w+|hundred|thousand|million|billion|doses?|enter(?:s|ed|ing)?|remain\w*|some|respectively|alone|further|roughly|nearly|almost|least|"
    r"fewer|consecutive|row|strong|strongly|sharply|slightly|"
    r"steadily|robust|significant\w*|latest|full-year|whole|sectors?|outstanding|entire|together|combined|each|"
    r"every|overall|following|include[sd]?|including|accounting|"
    r"pegged|fixed|recorded|says|said|shows?|showed|announced|according|meanwhile|"
    r"compared|earlier|previous|set|sets|put|puts|per|cent|percent|"
    r"number|numbers|total|totals|annual|annually|yearly|year-on-year|rate|rates|pace|"
    r"also|now|still|first|second|time|times|place|spot|position|"
    r"rank\w*|plac(?:ed|ing)|alike|both|lin(?:e|ed|ing)|set up|sets up|"
    r"no|top|nationwide|nationally|national|province-wide|provincial|province's|"
    r"city's|county's|country's|county-wide|its|their|new|newly|additional|more|extra|"
    r"than|net|missing|missed|falling|short|beginning|"
    r"while|but|as|well|over|up|down|last|next|this|these|out|see|saw|seen|brought|"
    r"bringing|hitting|reaching|making|mark|bar|itself|themselves|amount\w*|figure\w*|level|"
    r"share|proportion|percentage|part|one|two|three|half|third|fifth|quarter|of|growing|"
    r"rising|falling|adding|building|renovating|completing|creating|"
    r"add|adds|build|builds|create|creates|renovate|complete|completes|open|opens|raise|"
    r"raises|spend|spends|invest|invests|hold|holds|reach|reaches|"
    r"increase[sd]?|increasing|decreas\w+|reduc\w+|cut|cuts|cutting|shorten\w*|totall?ing|"
    r"totall?ed|ended|end|finished|began|start\w*|ran|running|"
    r"attract\w*|recruit\w*|introduc\w*|bring|brings|provide[sd]?|providing|offer(?:s|ed|"
    r"ing)?|issue[sd]?|issuing|grant(?:s|ed)?|handl\w+|resolv\w+|"
    r"upgrad(?:ed|ing)|organi[sz]\w+|stag(?:e|ed|ing)|set|setting|host\w*|deal\w*|dealt|"
    r"administer\w*|carr(?:y|ied|ying)|conduct\w*|receiv\w+|signed|signing|"
    r"report(?:s|ed)?|stand\w*|stood|equal\w*|equivalent|account\w*|represent\w*|contribut\w+)",
    IGNORE,
)
