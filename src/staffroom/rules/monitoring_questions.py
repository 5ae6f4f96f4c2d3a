"""Which plain questions does each statement of the monitoring record ask?"""

from __future__ import annotations

from staffroom.records.safeguards import Answers, Question, Subject
from staffroom.rules.impact_questions import IMPACT_QUESTIONS

YES_NO = (("yes", "Yes"), ("no", "No"))

TITLES = {
    Subject.NECESSITY: "Why it is necessary",
    Subject.ASSESSMENT: "Data protection impact assessment",
    Subject.BASIS: "Lawful basis",
    Subject.CONSULTATION: "What staff said",
    Subject.NOTICE: "The notice to staff",
}

_NECESSITY = (
    Question(
        "aim",
        "What is the school trying to achieve?",
        "One aim that can be checked, such as knowing how far social networking goes on in working hours.",
    ),
    Question("need", "Why does it need to look at how the network is used to achieve that?"),
    Question(
        "alternatives",
        "Which less intrusive ways were considered?",
        "For example: guidance alone, asking people, blocking a service, or counting without people at all.",
    ),
    Question("insufficient", "Why was none of them enough?"),
)

_BASIS = (
    Question(
        "basis",
        "On which lawful basis does the school look at how staff use its network?",
        "A school that is a public body normally relies on its public task.",
        choices=(
            ("public task", "Public task"),
            ("legitimate interests", "Legitimate interests"),
            ("legal obligation", "Legal obligation"),
            ("contract", "Contract"),
        ),
    ),
    Question("reasons", "Why does this basis apply?", "Name the task, the interest or the law."),
    Question(
        "special",
        "Could what is kept tell something of health, beliefs, union membership or sexual orientation?",
        "The name of a service alone can do so: think of a dating service, or a support group's site.",
        choices=YES_NO,
    ),
    Question(
        "condition",
        "Which condition for special category data does the school rely on?",
        "Name the article or the paragraph of Schedule 1, and why it applies.",
        asked_if=("special", "yes"),
    ),
    Question(
        "document",
        "Where is the appropriate policy document, or why is none required?",
        "Most conditions of Schedule 1 require one. Name it and its date.",
        asked_if=("special", "yes"),
    ),
)

_CONSULTATION = (
    Question("asked", "Were staff, or those who represent them, asked for their views?", choices=YES_NO),
    Question("whom", "Who was asked, how, and when?", asked_if=("asked", "yes")),
    Question("views", "What did they say?", "Views, not names.", asked_if=("asked", "yes")),
    Question("changes", "What was changed because of it, or why was nothing?", asked_if=("asked", "yes")),
    Question("why_not", "Why were they not asked?", asked_if=("asked", "no")),
)

_NOTICE = (
    Question(
        "why",
        "Why does the school look at how its network is used?",
        "Two or three sentences, in words that you would say aloud. They stand at the head of the notice. "
        "What is recorded, for how long and who may see it is added by itself, from what is really set.",
    ),
    Question(
        "contact",
        "Whom may people ask about it?",
        "A post and how to reach it, such as: the data protection officer, in room 12.",
        is_short=True,
    ),
)

QUESTIONS: dict[Subject, tuple[Question, ...]] = {
    Subject.NECESSITY: _NECESSITY,
    Subject.ASSESSMENT: IMPACT_QUESTIONS,
    Subject.BASIS: _BASIS,
    Subject.CONSULTATION: _CONSULTATION,
    Subject.NOTICE: _NOTICE,
}


def asked(subject: Subject, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that are asked, given what was answered so far."""
    return tuple(one for one in QUESTIONS[subject] if _applies(one, answers))


def unanswered(subject: Subject, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that still need an answer; a choice that is not offered is none."""
    return tuple(
        one for one in asked(subject, answers) if not one.may_be_empty and not _is_given(one, answers)
    )


def tidy(subject: Subject, answers: Answers) -> dict[str, str]:
    """Keep the answers to questions that are asked, without the space around them."""
    return {one.name: answers.get(one.name, "").strip() for one in asked(subject, answers)}


def _applies(question: Question, answers: Answers) -> bool:
    if not question.asked_if:
        return True
    other, *values = question.asked_if
    return answers.get(other, "") in values


def _is_given(question: Question, answers: Answers) -> bool:
    given = answers.get(question.name, "").strip()
    return given in dict(question.choices) if question.choices else bool(given)
