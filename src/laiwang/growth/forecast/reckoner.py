"""What the process that reckons is asked and replies. It is apart from the server because fits take seconds, and because NumPy and SciPy
need more memory than all the rest."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from laiwang.growth.forecast.model import ForecastAsked, Observed, OwnDataAsked
from laiwang.growth.forecast.rules.answering import AskedWrongly, ExtraMissing, answer, own_data

__all__ = ["Question", "Reply", "reckon"]


NOTHING: Final = msgspec.Raw(b"null")


class Question(msgspec.Struct):
    """Either a forecast, or the fit of what a server knows of itself."""

    asked: ForecastAsked | None = None
    own: OwnDataAsked | None = None
    observed: Observed | None = None


class Reply(msgspec.Struct):
    """The answer as JSON, or why there is none."""

    answer: msgspec.Raw = NOTHING
    wrong: str | None = None
    is_extra_missing: bool = False


def reckon(question: Question) -> Reply:
    """Answers."""
    found: Any
    try:
        if question.own is not None and question.observed is not None:
            found = own_data(question.observed.cohorts, question.own)
        else:
            assert question.asked is not None
            found = answer(question.asked)
    except AskedWrongly as error:
        return Reply(wrong=str(error))
    except ExtraMissing as error:
        return Reply(wrong=str(error), is_extra_missing=True)
    return Reply(answer=msgspec.Raw(msgspec.json.encode(found)))
