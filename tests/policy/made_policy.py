"""A made school's own policy, in its own words, beside the ids of the template's clauses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from staffroom.policy.matching import Matching, match
from staffroom.policy.paragraph import Kind, Paragraph
from staffroom.policy.template import load_template
from staffroom.policy.text import Policy, read_policy

SHARED = (Path(__file__).parents[2] / "../shared/policy").resolve()
PUBLISHED = SHARED / "social-networking-policy-4.0.txt"
CLAUSES = SHARED / "clauses.toml"
needs_the_published_policy = pytest.mark.skipif(
    not PUBLISHED.is_file() or not CLAUSES.is_file(), reason="the published policy is not here to read"
)

CONTROL = (
    "Version: 2.1",
    "Issue date: 3 September 2024",
    "Review date: September 2027",
    "Approved by: Board of trustees",
    "Policy owner: Vice Principal (Pastoral)",
)

# Written for the tests; reworded throughout, as a school might.
REWORDED = {
    "About us": (
        ("ABT-1", "Staff are asked to read this alongside our e-Safety and Acceptable Use policies."),
        ("ABT-2", "By 'staff' we mean all those employed here, agency workers, volunteers and governors."),
    ),
    "Our approach": (
        ("GEN-1", "Our computers and internet access are there mainly for school business."),
        ("GEN-5", "It supplements the existing Online Safety Policy and Acceptable Use Policy."),
        ("GEN-6", "ACAS advice on social networking has been taken into account."),
        ("GEN-8", "The Teachers' Standards and the Nolan Principles also apply."),
        ("GEN-9", "Everyone is expected to follow the standards relevant to their job."),
    ),
    "Monitoring": (
        ("MON-1", "Use of our network and the internet is logged and checked regularly."),
        ("MON-2", "Social media may only be visited in working time if it is for school purposes."),
        ("MON-3", "Where there are worries about safeguarding, online bullying or our reputation we may "
                  "carry out a deeper, forensic investigation."),
    ),
    "How we behave": (
        ("CON-1", "We respect everyone's right to a private life."),
        ("CON-2", "We also have to protect the confidentiality of pupils and staff and our good reputation."),
        ("CON-4", "Staff must be cautious when posting and are strongly advised not to say where they work."),
        ("CON-5", "Staff must not behave online in a way that breaches their professional code of conduct."),
        ("CON-6", "Staff must not let what they do online harm working relationships with pupils "
                  "or families."),
        ("CON-7", "If you see offensive comments or material, tell the Principal immediately and bring a "
                  "screenshot if you can."),
        ("CON-8", "Never accept a pupil as a friend or message them on social media."),
        ("CON-9", "If a pupil contacts you directly, do not reply and tell the Principal straight away."),
        ("CON-10", "Accidental contact with a pupil must be reported to the Principal as soon as you can."),
        ("CON-12", "The Principal will then decide how to deal with it."),
        ("CON-13", "Bullying or harassing a colleague online is treated as seriously as bullying at work."),
        ("CON-14", "Allegations are dealt with under our disciplinary policy and could be a "
                   "criminal matter."),
        ("CON-16", "The academy might be vicariously liable for what employees say, even without approval."),
        ("CON-17", "Disciplinary action will follow if an employee makes defamatory statements."),
        ("CON-18", "Governors and volunteers cannot be disciplined, but the governing board may impose "
                   "sanctions after taking advice."),
    ),
    "Staying safe": (
        ("SEC-1", "Remember that social networks are a public forum."),
        ("SEC-2", "Anything posted should be assumed to be public."),
        ("SEC-3", "Do not assume that what you write will stay private."),
        ("SEC-4", "Abusive or defamatory messages must never be sent."),
        ("SEC-5", "Personal details posted online can reveal passwords and the answers to security "
                  "questions."),
        ("SEC-7", "Do not publish anything that would give strangers access to confidential information."),
    ),
}  # fmt: skip

# Of the same made policy: sentences that say their clause in words that are hardly its own.
HARDER = (
    (
        "GEN-2",
        "We accept that colleagues will sometimes look at the internet for their own reasons in breaks.",
    ),
    ("GEN-3", "We know that lots of staff use social media such as Facebook, Instagram and TikTok at home."),
    ("GEN-4", "The aim of this document is to set out what staff must do when using social networks."),
    (
        "CON-11",
        "If the Principal is away, speak to the Vice Principal or another member of the leadership team.",
    ),
    ("CON-15", "You could be taken to court if you post something defamatory about us or a colleague."),
    ("SEC-6", "Protect yourself against identity theft by limiting the personal information you give."),
    ("BYP-1", "Before you post, please consider the following:"),
    ("BYP-2", "Who might see this: pupils, parents, the community?"),
    ("BYP-3", "Do not post in the heat of the moment, and review your old posts regularly."),
    ("BYP-4", "Would you be happy for your employer, or a future employer, to see it?"),
)

# Sentences of other policies, made: none is a clause of the template.
STRANGERS = (
    "The school website is updated weekly during term.",
    "Volunteers need an enhanced check before they start.",
    "Mobile phones stay switched off during lessons.",
    "All staff have online safety training each September.",
    "The Headteacher may close the school in bad weather.",
    "Employees are entitled to a pension under the national scheme.",
    "Students hand in their mobile phones at reception at the start of the day.",
    "The technician keeps a list of all equipment that staff have borrowed.",
    "Staff using their own car for school purposes must have business insurance.",
    "Parents who have a complaint about a member of staff should use the complaints procedure.",
)


def made_paragraphs(sections: Iterable[str] = tuple(REWORDED)) -> list[Paragraph]:
    """Return the made policy, its sections in a given order."""
    lines = ["Anytown Academy social media policy", *CONTROL]
    for section in sections:
        lines += [section, *(sentence for _, sentence in REWORDED[section])]
    return [Paragraph(line, Kind.PLAIN, "\n" if place else "") for place, line in enumerate(lines)]


def policy_of(sentences: Iterable[str]) -> Policy:
    """Return a policy of sentences, one a paragraph."""
    return read_policy([Paragraph(sentence, before="\n") for sentence in sentences])


def match_sentences(sentences: Iterable[str]) -> Matching:
    """Match sentences with the template."""
    return match(policy_of(sentences), load_template())


def ids_of(matching: Matching) -> dict[str, str | None]:
    """Return the id that each sentence was given."""
    return {one.piece.text: one.clause.id if one.clause else None for one in matching.matches}


def expected_ids() -> dict[str, str]:
    """Return the id that each sentence of the made policy is meant to have."""
    return {sentence: id for some in REWORDED.values() for id, sentence in some}
