"""The records of policies, their versions and their readers."""

from staffroom.school.policies.models.acknowledgement import Acknowledgement
from staffroom.school.policies.models.approval import Approval, Verdict
from staffroom.school.policies.models.asked import PENDING, Asked
from staffroom.school.policies.models.campaign import Campaign, Cause
from staffroom.school.policies.models.comment import Comment
from staffroom.school.policies.models.link import LinkedDocument
from staffroom.school.policies.models.marking import Marking
from staffroom.school.policies.models.piece import Piece
from staffroom.school.policies.models.policy import Policy
from staffroom.school.policies.models.question_reply import QuestionReply
from staffroom.school.policies.models.reply import Reply
from staffroom.school.policies.models.version import Version

__all__ = [
    "PENDING",
    "Acknowledgement",
    "Approval",
    "Asked",
    "Campaign",
    "Cause",
    "Comment",
    "LinkedDocument",
    "Marking",
    "Piece",
    "Policy",
    "QuestionReply",
    "Reply",
    "Verdict",
    "Version",
]
