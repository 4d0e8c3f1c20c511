"""From a student's answers to a report: points of cases, penalties of conditions, a counterexample, a diagnosis."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from grader.attempt import Attempt, Student, agree, attempt, limits_of, out_of_memory, settle
from grader.calls import Answer, Arguments, Example, Limits, Raised
from grader.compare import Agreement
from grader.conditions import Finding, Run, ask_all, holds_for, ordinary
from grader.diagnose import diagnose
from grader.examples import Prepared
from grader.model import Case, CheckReport, Condition, Counterexample, ExerciseReport, Text, Verdict, message
from grader.nearmiss import near_misses
from grader.rehearsal import rehearsed
from grader.shrunk import Evidence, Shrunk
from grader.trusted import answer_of


@dataclass(frozen=True, slots=True)
class Effort:
    """How long a failing example may shrink: calls of the student, and seconds that only rescue a hang."""

    calls: int = 100
    seconds: float = 20.0


LEAVES_ARGUMENTS_ALONE = Condition(
    "leaves_arguments_alone",
    Text("Аргументы остаются без изменений", "The arguments are left as they were"),
)
SAME_TWICE = Condition(
    "same_twice",
    Text("Один и тот же вызов всегда даёт один и тот же ответ", "The same call gives the same answer every time"),
)


def judge(prepared: Prepared, student: Student, file: str, effort: Effort = Effort()) -> ExerciseReport:
    """The report on one exercise that the submission defines in `file`."""
    result = attempt(prepared, student)
    settle(prepared, student, result)
    cases = tuple(_cases(prepared, student, result, effort))
    passed = cases[0].outcome == "passed"
    conditions = (
        *_conditions(prepared, student, result, passed, effort),
        _left_alone(prepared, result),
        _same_twice(prepared, result),
    )
    score = max(0.0, sum(check.points for check in cases) - sum(check.penalty for check in conditions))
    verdict = _verdict(prepared, result, (*cases, *conditions), score)
    found = () if verdict == Verdict.ACCEPTED or result.ended else diagnose(prepared, [*result.answers.values()])
    remarks = dict.fromkeys(remark for one in result.agreements.values() if one.ok for remark in one.remarks)
    if not found and not result.ended and cases[0].outcome == "failed":
        first = [n for n in result.answers if prepared.cases[n] == cases[0].name]
        remarks |= dict.fromkeys(near_misses([prepared.expected[n] for n in first], [result.answers[n] for n in first]))
    return ExerciseReport(
        id=prepared.exercise.id,
        verdict=verdict,
        score=round(score, 6),
        max=prepared.exercise.max,
        file=file,
        why=next((check.why for check in (*cases, *conditions) if check.outcome == "failed"), None),
        cpu_seconds=round(result.cpu_seconds, 4),
        checks=(*cases, *conditions),
        diagnosis=found,
        remarks=tuple(remarks),
    )


def _verdict(prepared: Prepared, result: Attempt, checks: Sequence[CheckReport], score: float) -> Verdict:
    if all(check.outcome == "passed" for check in checks):
        return Verdict.ACCEPTED
    if result.unsteady is not None:
        return Verdict.INCONSISTENT
    if score > 0:
        return Verdict.PARTIAL
    first = prepared.exercise.cases[0].name
    if first in result.ended:
        return result.ended[first][1].verdict
    wrong = result.failures(prepared, first)
    answer = result.answers[wrong[0]] if wrong else None
    if answer is not None and out_of_memory(answer):
        return Verdict.MEMORY_LIMIT
    return Verdict.RUNTIME_ERROR if isinstance(answer, Raised) else Verdict.WRONG_ANSWER


# ---------------------------------------------------------------- cases


def _cases(prepared: Prepared, student: Student, result: Attempt, effort: Effort) -> Iterator[CheckReport]:
    first = True
    for number, case in enumerate(prepared.exercise.cases):
        blank = CheckReport(case.name, "case", case.title, "not_run", max=case.points)
        if number and not first:
            yield replace(blank, why=message("counts once the first case passes"))
            continue
        report = _case(prepared, student, result, case, blank, effort)
        first = first and (number > 0 or report.outcome == "passed")
        yield report


def _case(
    prepared: Prepared, student: Student, result: Attempt, case: Case, blank: CheckReport, effort: Effort
) -> CheckReport:
    if case.name in result.ended:
        number, ending = result.ended[case.name]
        example = prepared.examples[number]
        wanted = prepared.shown_answer(prepared.expected[number])
        shown = Counterexample(prepared.shown(example), wanted, "", shrunk=False)
        return replace(blank, outcome="failed", why=ending.why, counterexample=shown)
    wrong = result.failures(prepared, case.name)
    if not wrong:
        return replace(blank, outcome="passed", points=case.points)
    found, agreement = _counterexample(prepared, student, result, wrong, effort)
    return replace(
        blank,
        outcome="failed",
        why=agreement.why,
        error=agreement.error,
        allowed=agreement.allowed,
        counterexample=found,
    )


Failure = tuple[Answer, Answer, Agreement]


def _counterexample(
    prepared: Prepared, student: Student, result: Attempt, wrong: Sequence[int], effort: Effort
) -> tuple[Counterexample, Agreement]:
    """The simplest failing call, and how far it is from right; nearly right only where no answer is further off."""
    wrong = [n for n in wrong if not result.agreements[n].nearly] or wrong
    number = min(wrong, key=lambda n: len(prepared.calls[n]))
    example: Example | Arguments = prepared.examples[number]
    failure: Failure = (prepared.expected[number], result.answers[number], result.agreements[number])
    shrunk = False
    if result.unsteady is None:
        found = _simplest(prepared, student, prepared.cases[number], effort, failure[2].nearly)
        if found.example is not None and found.evidence is not None:
            example, failure, shrunk = found.example, found.evidence, found.finished
    expected, got = prepared.shown_pair(*failure[:2])
    return Counterexample(prepared.shown(example), expected, got, shrunk), failure[2]


def _simplest(prepared: Prepared, student: Student, case: str, effort: Effort, nearly: bool) -> Shrunk[Failure]:
    """The simplest failing example of a case with both answers; one nearly right only where `nearly` says so."""
    limits = limits_of(prepared)

    def look(example: Arguments) -> Failure | None:
        call = prepared.call(example)
        expected = answer_of(prepared.reference, call)
        got = student.ask(prepared.exercise.function, [call], limits).answers
        for agreement in agree(prepared, [expected], got):
            if not agreement.ok and agreement.nearly <= nearly:
                return expected, got[0], agreement
        return None

    return _search(prepared, case, look, effort)


def _search(
    prepared: Prepared, case: str, look: Callable[[Arguments], Evidence | None], effort: Effort
) -> Shrunk[Evidence]:
    """What shrinking finds in the sources of a case, the first that has a fault."""
    from grader.drawing import shrink  # only for who fails: Hypothesis is slow to import

    found: Shrunk[Evidence] = Shrunk(finished=False)
    for source in prepared.sources:
        if source.case == case and found.example is None and effort.calls:
            found = shrink(source, look, effort.calls, effort.seconds)
    return found


# ---------------------------------------------------------------- conditions


def _conditions(
    prepared: Prepared, student: Student, result: Attempt, passed: bool, effort: Effort
) -> Iterator[CheckReport]:
    limits = limits_of(prepared, generous=True)
    ended = prepared.exercise.cases[0].name in result.ended
    known = {} if ended else {place: result.answers[n] for place, n in enumerate(ordinary(prepared))}
    for condition in prepared.exercise.conditions:
        blank = CheckReport(condition.name, "condition", condition.title, "not_run")
        if ended:
            yield replace(blank, why=message("the worker ended before it could be asked"))
            continue
        runs = rehearsed(prepared, condition.name)
        ending = ask_all(prepared, runs, student, limits, known)
        finding = _worst(runs)
        if finding is None:
            yield replace(blank, outcome="passed")
            continue
        shown = None
        if passed and ending is None:
            finding, shown = _shortest(prepared, student, condition, finding, limits, effort)
        yield replace(blank, outcome="failed", penalty=condition.penalty, why=finding.why, counterexample=shown)


def _worst(runs: Sequence[Run]) -> Finding | None:
    return next((run.finding for run in runs if run.finding is not None), None)


def _shortest(
    prepared: Prepared, student: Student, condition: Condition, finding: Finding, limits: Limits, effort: Effort
) -> tuple[Finding, Counterexample]:
    """The finding for the simplest example on which the property fails, and how it is shown."""
    look = holds_for(prepared, condition.name, student, limits)
    found = _search(prepared, prepared.exercise.cases[0].name, look, effort)
    finding = found.evidence or finding
    call = prepared.shown(finding.call) if finding.call else ""
    expected = prepared.shown_answer(finding.expected) if finding.expected else ""
    got = prepared.shown_answer(finding.got) if finding.got else ""
    if finding.expected and finding.got:
        expected, got = prepared.shown_pair(finding.expected, finding.got)
    return finding, Counterexample(call, expected, got, found.finished and found.evidence is not None)


def _left_alone(prepared: Prepared, result: Attempt) -> CheckReport:
    blank = CheckReport(LEAVES_ARGUMENTS_ALONE.name, "condition", LEAVES_ARGUMENTS_ALONE.title, "passed")
    changed = [n for n, answer in result.answers.items() if answer.changed]
    if not changed:
        return blank if result.answers else replace(blank, outcome="not_run")
    number = min(changed, key=lambda n: len(prepared.calls[n]))
    shown = Counterexample(prepared.shown(prepared.examples[number]), "", "", shrunk=False)
    why = message("the call changed its arguments; work on a copy")
    return replace(blank, outcome="failed", penalty=LEAVES_ARGUMENTS_ALONE.penalty, why=why, counterexample=shown)


def _same_twice(prepared: Prepared, result: Attempt) -> CheckReport:
    blank = CheckReport(SAME_TWICE.name, "condition", SAME_TWICE.title, "passed")
    if result.unsteady is None:
        return blank if result.answers else replace(blank, outcome="not_run")
    number = result.unsteady
    expected, got = prepared.shown_pair(prepared.expected[number], result.answers[number])
    shown = Counterexample(prepared.shown(prepared.examples[number]), expected, got, shrunk=False)
    why = message("the answer depends on earlier calls or on chance: the same call gave different answers")
    return replace(blank, outcome="failed", penalty=SAME_TWICE.penalty, why=why, counterexample=shown)
