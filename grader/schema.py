"""What may stand in course.yaml and exercises.yaml, as pydantic models; grader/bank has the other files."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from grader.model import Message, Tolerance, message

KEBAB = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
SNAKE = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
REFERENCE = r"^[a-z][a-z0-9_]*:[A-Za-z_][A-Za-z0-9_]*$"
LESSON = r"^[a-z][a-z0-9_]*/[a-z0-9]+(-[a-z0-9]+)*$"
READ = r"^[a-z][a-z0-9_]*/[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*$"
EXCEPTION = r"^[A-Z][A-Za-z]*$"


def fault(words: Message) -> PydanticCustomError:
    """An error of ours, carried through pydantic."""
    return PydanticCustomError("fault", "fault", {"words": words})


def _written(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "blank")
    return text


def _range(pair: list[int]) -> list[int]:
    if pair[0] <= pair[1]:
        return pair
    raise fault(message("sizes are [lowest, highest], such as [1, 6], but here stands {pair}", pair=str(pair)))


def _distinct(names: list[str]) -> None:
    twice = [name for place, name in enumerate(names) if name in names[:place]]
    if twice:
        raise fault(message("'{name}' is listed twice: delete one of the two", name=twice[0]))


Words = Annotated[str, AfterValidator(_written)]
Amount = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Slack = Annotated[float, Field(ge=0, lt=1, allow_inf_nan=False)]
Size = Annotated[int, Field(ge=1, le=100_000)]
Range = Annotated[list[Size], Field(min_length=2, max_length=2), AfterValidator(_range)]


class Entry(BaseModel):
    """A mapping in which an unknown key is an error and `"3"` is no number."""

    model_config = ConfigDict(extra="forbid", strict=True)


class TextEntry(Entry):
    """A text in both languages."""

    ru: Words = Field(description="Russian, the first language of the course")
    en: Words = Field(description="English")


class ToleranceEntry(Entry):
    """How far a number may be off: |got - expected| <= atol + rtol * |expected|."""

    rtol: Slack = Field(default=Tolerance().rtol, description="relative to the expected value")
    atol: Slack = Field(default=Tolerance().atol, description="absolute")


class LimitsEntry(Entry):
    """What one exercise may use."""

    seconds: Amount = Field(default=2.0, description="CPU seconds of one batch of calls")
    megabytes: Annotated[int, Field(ge=16)] = Field(default=256, description="memory beside the interpreter")


class CaseEntry(Entry):
    """A part of the examples on which agreement with the reference brings points."""

    case: Annotated[str, Field(pattern=SNAKE, description="`ordinary`, or a predicate function in checks.py")]
    points: Amount = Field(description="what passing it brings")
    title: TextEntry = Field(description="the sentence a student reads")


class ConditionEntry(Entry):
    """A property that explains an error and takes points away."""

    check: Annotated[str, Field(pattern=SNAKE, description="a generator function in checks.py or grader/properties.py")]
    penalty: Amount = Field(default=1.0, description="what failing it takes away")
    title: TextEntry = Field(description="the sentence a student reads")


class MistakeEntry(Entry):
    """A wrong version that real students write."""

    mistake: Annotated[str, Field(pattern=SNAKE, description="a function in solutions/mistakes/<topic>.py")]
    says: TextEntry = Field(description="what the student is told")
    read: Annotated[str, Field(pattern=READ, description="where to read on: topic/lesson#anchor")]


def _cases(cases: list[CaseEntry]) -> list[CaseEntry]:
    if cases and cases[0].case != "ordinary":
        raise fault(
            message("the first case must be `ordinary`, but it is '{name}': put `ordinary` first", name=cases[0].case)
        )
    _distinct([entry.case for entry in cases])
    return cases


def _conditions(conditions: list[ConditionEntry]) -> list[ConditionEntry]:
    for entry in conditions:
        if entry.check in ENGINE_CHECKS:
            raise fault(message("'{name}' is checked for every exercise: delete it here", name=entry.check))
    _distinct([entry.check for entry in conditions])
    return conditions


def _mistakes(mistakes: list[MistakeEntry]) -> list[MistakeEntry]:
    _distinct([entry.mistake for entry in mistakes])
    return mistakes


ENGINE_CHECKS = ("leaves_arguments_alone", "same_twice")


class ExerciseEntry(Entry):
    """A function to write."""

    id: Annotated[str, Field(pattern=KEBAB, description="permanent; kebab-case")]
    lesson: Annotated[str, Field(pattern=LESSON, description="the lesson it practises: topic/lesson")]
    reference: Annotated[str, Field(pattern=REFERENCE, description="topic:function, in solutions/<topic>.py")]
    title: TextEntry
    statement: TextEntry = Field(description="Markdown with $LaTeX$; states every convention")
    hints: Annotated[list[TextEntry], Field(min_length=1, description="cheapest first")]
    cases: Annotated[list[CaseEntry], Field(min_length=1), AfterValidator(_cases)]
    conditions: Annotated[list[ConditionEntry], AfterValidator(_conditions)] = Field(default_factory=list)
    mistakes: Annotated[list[MistakeEntry], AfterValidator(_mistakes)] = Field(default_factory=list)
    sizes: dict[str, Range] = Field(default_factory=dict, description="lowest and highest size of an axis, by name")
    tolerance: ToleranceEntry = Field(default_factory=ToleranceEntry)
    limits: LimitsEntry = Field(default_factory=LimitsEntry)
    accepts: dict[str, Annotated[list[Annotated[str, Field(pattern=EXCEPTION)]], Field(min_length=1)]] = Field(
        default_factory=dict, description="exceptions accepted, with a remark, instead of the reference's own"
    )


class LessonEntry(Entry):
    """A page of the course."""

    id: Annotated[str, Field(pattern=LESSON, description="permanent; topic/name")]
    title: TextEntry = Field(description="the question it answers")
    before: list[Annotated[str, Field(pattern=LESSON)]] = Field(
        default_factory=list, description="lessons to read first"
    )


class TopicEntry(Entry):
    """A folder of questions/; topics stand in study order."""

    id: Annotated[str, Field(pattern=SNAKE, description="permanent; the name of the folder")]
    title: TextEntry
    lessons: Annotated[list[LessonEntry], Field(min_length=1, description="in study order")]


class AssignmentEntry(Entry):
    """Exercises that are handed in together."""

    id: Annotated[str, Field(pattern=KEBAB, description="permanent; kebab-case")]
    title: TextEntry
    topics: list[str] = Field(default_factory=list, description="every exercise of these topics, with weight 1")
    exercises: dict[str, Amount] = Field(default_factory=dict, description="weights of single exercises, by id")


class CourseEntry(Entry):
    """questions/course.yaml."""

    title: TextEntry
    topics: Annotated[list[TopicEntry], Field(min_length=1, description="in study order")]
    assignments: list[AssignmentEntry] = Field(default_factory=list)
