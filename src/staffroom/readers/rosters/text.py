"""Which letters do the bytes of a hand-made file stand for?"""

from __future__ import annotations

from staffroom.readers.rosters.problems import Complaints

ZIP = b"PK\x03\x04"  # an Excel or OpenDocument workbook is a zip file
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
UTF_8_MARK = b"\xef\xbb\xbf"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(content: bytes, complaints: Complaints) -> str:
    """Turn bytes into text; "" where they are none, with a complaint.

    Byte order marks are obeyed (Excel writes UTF-16 as "Unicode text"); what is not UTF-8 is taken for
    Windows-1252, the code of older Excel files in western Europe, and that is said.
    """
    if content.startswith((ZIP, OLD_EXCEL)):
        complaints.say(0, 'This is a workbook, not a table in text. Save it as "CSV UTF-8" and try again.')
        return ""
    if content.startswith(UTF_16_MARKS):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content:
        complaints.say(0, 'This is not a text file. Save it as "CSV UTF-8" and try again.')
        return ""
    return _decode_unmarked(content.removeprefix(UTF_8_MARK), complaints)


def _decode_unmarked(content: bytes, complaints: Complaints) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        complaints.say(0, "This file is not UTF-8 and was read as Windows-1252. Check letters with accents.")
        return content.decode("cp1252", errors="replace")
