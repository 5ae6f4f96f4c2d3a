"""What does the data protection impact assessment ask, in plain questions?"""

from __future__ import annotations

from staffroom.records.safeguards import Question

GO_AHEAD = "go ahead"
GO_AHEAD_CHANGED = "go ahead with the changes below"
DO_NOT = "do not go ahead"
RISK = (("low", "Low"), ("medium", "Medium"), ("high", "High"))

IMPACT_QUESTIONS = (
    Question("scope", "Whose use is looked at, on which machines and networks?", "Say what is left out too."),
    Question("sources", "Which logs are read, and what else do they hold?"),
    Question(
        "flow",
        "Where do the data come from, where do they lie, and who can reach them?",
        "Staffroom reads the logs where they are, keeps only lines about listed services, under "
        "codes that change "
        "each term, and deletes them after the days that are set.",
    ),
    Question("expectation", "Would the people concerned expect this? How will they know of it?"),
    Question("proportionate", "Why is this no more than is needed for the aim?"),
    Question(
        "private_life",
        "How could it reach into people's private lives?",
        "Think of breaks, of evenings, of personal telephones on the school's network.",
    ),
    Question("wrong", "What if a judgement is wrong, and a button on a page is taken for a visit?"),
    Question("misuse", "How could somebody misuse what is kept?"),
    Question("few", "Could somebody be recognised in a count because few people are behind it?"),
    Question("measures", "What is done about each of these?"),
    Question("left", "How large is the risk that is left?", choices=RISK),
    Question(
        "regulator",
        "Has the Information Commissioner been asked, and what was the answer?",
        "A high risk that cannot be lowered has to be put to the Commissioner first.",
        asked_if=("left", "high"),
    ),
    Question("officer", "What does the data protection officer advise?"),
    Question(
        "outcome",
        "What is decided?",
        choices=(
            (GO_AHEAD, "Go ahead"),
            (GO_AHEAD_CHANGED, "Go ahead, with the changes below"),
            (DO_NOT, "Do not go ahead"),
        ),
    ),
    Question("changes", "Which changes, by when, and by whom?", asked_if=("outcome", GO_AHEAD_CHANGED)),
    Question(
        "reasons",
        "If the officer's advice is not followed, why not?",
        "Leave empty where it is.",
        may_be_empty=True,
    ),
)
