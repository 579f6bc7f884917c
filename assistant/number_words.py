"""Numbers that English spells out: "five thousand", "a hundred and twenty"."""

from __future__ import annotations

import re

UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {name: at + 1 for at, name in enumerate(UNITS)} | {
    name: 20 + 10 * at for at, name in enumerate(TENS)
}
_BELOW = (
    rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS[:9])}))?|"
    rf"{'|'.join(sorted(UNITS, key=len, reverse=True))})"
)
# "five thousand", "a hundred and twenty", "two hundred and fifty thousand"; a bare "hundred" may
# be a name's: the top hundred
_LARGE = re.compile(
    rf"(?<![\w-])(?:"
    rf"(?:(?P<hundreds>{_BELOW}|an?)[- ])?hundred(?:[ -](?:and )?(?P<rest>{_BELOW}))?"
    rf"(?P<thousand>[- ]thousand)?|"
    rf"(?P<thousands>{_BELOW}|an?)[- ]thousand(?: (?:(?P<more>{_BELOW}|an?) hundred)?"
    rf"(?: ?and (?P<last>{_BELOW})(?! hundred| thousand))?)?)(?![\w-])",
    re.IGNORECASE,
)


def with_digits(text: str) -> str:
    """A text, as long as it was, with the numbers of a hundred and more in digits."""
    return _LARGE.sub(_in_digits, text)


def _in_digits(said: re.Match[str]) -> str:
    hundreds, thousands = said["hundreds"], said["thousands"]
    if not (hundreds or thousands or said["rest"]):
        return said[0]
    if thousands:
        more, last = (_below(said[one] or "") for one in ("more", "last"))
        value = 1000 * _below(thousands) + 100 * more + last
    else:
        value = 100 * _below(hundreds or "a") + _below(said["rest"] or "")
        value *= 1000 if said["thousand"] else 1
    end = len(said[0]) - len(said[0].rstrip())
    written = str(value) if 1900 <= value < 2100 else f"{value:,}"  # a year
    return written.rjust(len(said[0]) - end) + " " * end


def _below(said: str) -> int:
    """The value of a number below a hundred; of "a", one; of nothing, none."""
    if said.lower() in ("a", "an"):
        return 1
    return sum(NUMBERS[one] for one in re.split("[- ]", said.lower()) if one)
