"""Made rosters for tests: nobody in them is anybody."""

from __future__ import annotations

import io
import zipfile
from datetime import date

ON = date(2026, 9, 14)

MANIFEST = """propertyName,value
manifest.version,1.0
oneroster.version,1.2
file.users,bulk
file.roles,bulk
"""
ORGS = """sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
s1,,,Hollybank School,school,100001,
t1,,,Hollybank Trust,district,,
"""
USERS_11 = """sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,\
familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
u1,,,true,s1,teacher,amaple,,Ada,Maplewood,,,ada@hollybank.example,,,,,
u2,,,true,"s1,s2",aide,bmaple,,Bea,Maplewood,,,bea@hollybank.example,,01632 960000,,,
p1,,,true,s1,student,cmaple,,Cal,Maplewood,,,,,,,9,
g1,,,true,s1,guardian,,,Dee,Maplewood,,,,,,,,
"""
USERS_12 = """sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,\
preferredGivenName,primaryOrgSourcedId,email,grades,metadata.colour
u1,,,true,amaple,,Adelaide,Maplewood,Ada,s1,ada@hollybank.example,,green
p1,,,true,cmaple,,Cal,Maplewood,,s1,,9,blue
"""
ROLES = """sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
r1,,,u1,primary,teacher,2020-09-01,,s1
r2,,,u1,secondary,siteAdministrator,,,s1
r3,,,p1,primary,student,,,s1
"""
SESSIONS = """sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
y1,,,2026-27,schoolYear,2026-09-01,2027-07-22,,2027
t1,,,Autumn,term,2026-09-01,2026-12-19,y1,2027
t2,,,Spring,term,2027-01-04,2027-03-26,y1,2027
"""


def make_zip(**files: str | bytes) -> bytes:
    """Make a zip; `users="…"` is users.csv."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(f"{name}.csv", content)
    return stream.getvalue()


def release_11(**more: str | bytes) -> bytes:
    """Make a zip of release 1.1."""
    return make_zip(**{"orgs": ORGS, "users": USERS_11, "academicSessions": SESSIONS, **more})


def release_12(**more: str | bytes) -> bytes:
    """Make a zip of release 1.2."""
    return make_zip(**{"manifest": MANIFEST, "orgs": ORGS, "users": USERS_12, "roles": ROLES, **more})


def large_roster(*, staff: int, pupils: int) -> bytes:
    """Make a zip of release 1.1 with so many staff and pupils."""
    head = USERS_11.splitlines()[0]
    rows = [
        f"u{n},,,true,s1,teacher,staff{n},,Given{n},Maplewood,,,staff{n}@hollybank.example,,,,,"
        for n in range(staff)
    ]
    rows += [f"p{n},,,true,s1,student,pupil{n},,Given{n},Elmwood,,,,,,,7," for n in range(pupils)]
    enrolments = ["sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role"]
    enrolments += [f"e{n}-{k},,,c{k},s1,p{n},student" for n in range(pupils) for k in range(10)]
    return release_11(users="\n".join([head, *rows]), enrollments="\n".join(enrolments))
