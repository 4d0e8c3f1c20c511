"""What an answer is told beside the author's own reasons; a page of the site says the same sentences by these names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from grader.model import Message, message

REASONS: Mapping[str, Message] = MappingProxyType(
    {
        "empty": message("Nothing is answered."),
        "malformed": message("This is no answer to such a question."),
        "unreadable": message(
            "This cannot be read as a number. Numbers are written like 0.41, 1 000, 40 %, 2/3, ln(2)/3 or 1.5·10^-3."
        ),
        "precision": message("Close, but not precise enough: round at the end only, to as many decimals as are asked."),
        "sign": message("The size is right, the sign is not."),
        "percent": message("A share and a percentage are mixed up: 0.4 is 40 %."),
        "slip": message("The digits are right, but the decimal point stands elsewhere."),
        "notation": message("A shape is written as its sizes in order, such as (3, 4) or 3×4."),
        "axes": message("The array has another number of axes."),
        "swapped": message("The sizes are right, their order is not."),
        "fine": message("This line is right: the mistake is elsewhere."),
    }
)
RULES: Mapping[str, Message] = MappingProxyType(
    {
        "all": message("Credit: all or nothing."),
        "each": message("Credit: each part counts by itself."),
        "net": message("Credit: every right option counts, every wrong one takes as much away."),
        "adjacent": message("Credit: every pair of neighbours in the right order counts."),
        "weights": message("Credit: the weight of the points that were ticked."),
    }
)
