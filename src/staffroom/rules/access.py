"""Who may open which page?

Each rule takes the viewer and returns a Decision, so that a refusal can be shown with its reason. A rule
that looks at one thing (this person's record, that version) takes it as a further argument.
"""

from __future__ import annotations

from collections.abc import Callable

from staffroom.policy.keeping import keeps
from staffroom.records.decisions import Decision
from staffroom.records.posts import Post
from staffroom.records.viewers import Viewer

Rule = Callable[[Viewer], Decision]

LEADERS = (Post.HEADTEACHER, Post.DEPUTY, Post.ASSISTANT, Post.LEADERSHIP)
GOVERNORS = (Post.CHAIR, Post.SAFEGUARDING_GOVERNOR)

# Posts that see other people's data, and so must give a second factor.
GUARDED = frozenset(Post) - {Post.NETWORK}


def anybody(viewer: Viewer) -> Decision:
    """Admit everybody who has signed in."""
    return Decision(allowed=True, clause="MON-1", because="This page is for everybody.")


@keeps("ABT-2")
def in_scope(viewer: Viewer) -> Decision:
    """Admit those whom the policy binds: employees, governors, volunteers and agency workers alike."""
    because = "This page is for people to whom the policy applies. Ask the office if that should be you."
    return Decision(allowed=viewer.is_in_scope, clause="ABT-2", because=because)


def keeps_people(viewer: Viewer) -> Decision:
    """Admit those who keep the list of people."""
    return _holder(
        viewer, "CON-2", "the Headteacher and administrators", Post.HEADTEACHER, Post.ADMINISTRATOR
    )


def reads_pupils(viewer: Viewer) -> Decision:
    """Admit those who keep the list of pupils; being Headteacher alone is no reason to."""
    return _holder(viewer, "CON-2", "administrators", Post.ADMINISTRATOR)


def sees_person(viewer: Viewer, ref: str) -> Decision:
    """Admit a person to what the school has written of them, and those who keep the list of people."""
    if viewer.ref == ref:
        return Decision(allowed=True, clause="CON-1", because="Each person sees what is written of them.")
    return keeps_people(viewer)


def keeps_policy(viewer: Viewer) -> Decision:
    """Admit those who look after the policy."""
    return _holder(
        viewer, "GEN-4", "the policy's owner and the Headteacher", Post.POLICY_OWNER, Post.HEADTEACHER
    )


def replies_to_questions(viewer: Viewer, owner: str) -> Decision:
    """Admit those who look after the policy, and the leader who is named as its owner."""
    keeps = keeps_policy(viewer)
    return Decision(allowed=True, clause="GEN-4", because=keeps.because) if viewer.ref == owner else keeps


@keeps("CON-1", "CON-2")
def sees_counts(viewer: Viewer) -> Decision:
    """Admit those who see how the network is used, as counts without names."""
    return _holder(viewer, "CON-1", "school leaders and governors with a duty for it", *LEADERS, *GOVERNORS)


def keeps_mail(viewer: Viewer) -> Decision:
    """Admit those who set up the school's mail; whoever does could read every mail that goes out."""
    return _holder(
        viewer, "CON-2", "the Headteacher and administrators", Post.HEADTEACHER, Post.ADMINISTRATOR
    )


def reads_audit(viewer: Viewer) -> Decision:
    """Admit those who may look into what was done and read in Staffroom."""
    return _holder(
        viewer,
        "CON-2",
        "the Headteacher and the data protection officer",
        Post.HEADTEACHER,
        Post.DATA_PROTECTION,
    )


def keeps_network(viewer: Viewer) -> Decision:
    """Admit those who look after logs; they see no people."""
    return _holder(viewer, "MON-1", "the network manager", Post.NETWORK)


def keeps_devices(viewer: Viewer) -> Decision:
    """Admit those who keep the register of devices; whose each is, only `names_holders` shows."""
    return _holder(
        viewer,
        "MON-1",
        "the network manager, the Headteacher and administrators",
        *(Post.NETWORK, Post.HEADTEACHER, Post.ADMINISTRATOR),
    )


def names_holders(viewer: Viewer) -> Decision:
    """Admit those who see by name whose device is whose: they keep the list of people anyway."""
    return keeps_people(viewer)


def governs_monitoring(viewer: Viewer) -> Decision:
    """Admit those who answer for whether and how the network is monitored."""
    return _holder(
        viewer,
        "MON-1",
        "the Headteacher and the data protection officer",
        Post.HEADTEACHER,
        Post.DATA_PROTECTION,
    )


@keeps("MON-2")
def keeps_purposes(viewer: Viewer) -> Decision:
    """Admit those who say what is for school purposes, and answer remarks on records."""
    return _holder(
        viewer,
        "MON-2",
        "the Headteacher, deputies and the policy's owner",
        Post.HEADTEACHER,
        Post.DEPUTY,
        Post.POLICY_OWNER,
    )


def owns(viewer: Viewer, ref: str) -> Decision:
    """Admit a person to what is held on themselves, and nobody else."""
    because = "Each person sees only their own record here."
    return Decision(allowed=viewer.ref == ref, clause="CON-1", because=because)


def _holder(viewer: Viewer, clause: str, whom: str, *posts: Post) -> Decision:
    return Decision(allowed=viewer.holds(*posts), clause=clause, because=f"This page is for {whom}.")
