"""What has the made school written down before anybody's use of the network was looked at?"""

from __future__ import annotations

from typing import Final

from staffroom.records.safeguards import Answers, Subject
from staffroom.rules.impact_questions import GO_AHEAD

NECESSITY: Final = {
    "aim": "To know how far social networking goes on in working hours, so that governors can say whether "
    "the policy is kept without anybody being watched.",
    "need": "Staff were asked in a survey, and most said that they do not know. Counts of the network are "
    "the only figures that the school has.",
    "alternatives": "Guidance alone, a survey each term, and blocking the services for everybody.",
    "insufficient": "Guidance and surveys give no figure that can be compared from term to term. Blocking "
    "would stop the uses that the school itself wants, such as its own pages.",
}
ASSESSMENT: Final = {
    "scope": "Staff, governors, volunteers and agency staff on the school's own network. Pupils' lines are "
    "dropped as they are read. Guests are left out.",
    "sources": "The log of the proxy. It holds every address that was asked for; only lines about listed "
    "services are kept, and no address of a page.",
    "flow": "The log lies on the proxy. It is read there each night; evidence lies under codes on the "
    "school's own server, which two members of the ICT team can reach.",
    "expectation": "Yes: the policy says so, and everybody is shown the notice before the first log is read.",
    "proportionate": "Only counts are reported, of groups and never of people, and small counts are hidden.",
    "private_life": "Breaks and evenings are counted apart and are nobody's concern. Phones on the guest "
    "network are left out.",
    "wrong": "What is not clear is called ambiguous and counted apart. Everybody sees their own record and "
    "can say that it is wrong.",
    "misuse": "Somebody could try to find out about one colleague. Nobody can see another person's record, "
    "and every look is in the audit log.",
    "few": "Counts with fewer than five people behind them are hidden, and so is what would give them away.",
    "measures": "Codes that change each term, short keeping, two people to switch it on, a yearly review.",
    "left": "low",
    "officer": "Go ahead. Look again after the first review, and tell staff of every change.",
    "outcome": GO_AHEAD,
}
BASIS: Final = {
    "basis": "public task",
    "reasons": "The school is a public body and answers for how its network and its staff's time are used.",
    "special": "yes",
    "condition": "Schedule 1, paragraph 1: employment. The name of a service alone can say something of a "
    "person, so such services are counted in one group.",
    "document": "The school's appropriate policy document for employment records, version 3.",
}
CONSULTATION: Final = {
    "asked": "yes",
    "whom": "All staff in a meeting, and the representatives of two unions in writing, over four weeks.",
    "views": "Most wanted to see what is held on themselves. Some feared that breaks would be counted.",
    "changes": "Breaks are counted apart, and everybody has a page with their own record.",
}
NOTICE: Final = {
    "why": "We look at how the network is used so that we can say, in numbers and without names, whether "
    "our policy on social networking is kept. It is not done to watch anybody.",
    "contact": "The data protection officer, in the school office.",
}
ANSWERS: Final[dict[Subject, Answers]] = {
    Subject.NECESSITY: NECESSITY,
    Subject.ASSESSMENT: ASSESSMENT,
    Subject.BASIS: BASIS,
    Subject.CONSULTATION: CONSULTATION,
    Subject.NOTICE: NOTICE,
}
WHY_ON: Final = "All that is needed is on record, and staff have read the notice in draft."
WHY_KEEP: Final = "The demonstration shows one week of a term until the next term's takes its place."
