"""Which triggers keep the text of an approved version as it is, in each database?"""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from staffroom.rules.version_flow import EDITABLE

EVENTS = {"INSERT": ("NEW",), "UPDATE": ("NEW", "OLD"), "DELETE": ("OLD",)}
EDITABLE_STATES = ", ".join(f"'{state.value}'" for state in sorted(EDITABLE))
MESSAGE = "the text of an approved version is locked"


def lock_text(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on the table of pieces."""
    for event, rows in EVENTS.items():
        for statement in _written(event, rows, editor.connection.vendor):
            editor.execute(statement)


def unlock_text(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers off again."""
    for event in EVENTS:
        name = f"policies_piece_locked_{event.lower()}"
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER {name} ON policies_piece")
            editor.execute(f"DROP FUNCTION {name}()")
        else:
            editor.execute(f"DROP TRIGGER {name}")


def _written(event: str, rows: tuple[str, ...], vendor: str) -> list[str]:
    name = f"policies_piece_locked_{event.lower()}"
    is_locked = " OR ".join(
        f"(SELECT state FROM policies_version WHERE id = {row}.version_id) NOT IN ({EDITABLE_STATES})"  # noqa: S608
        for row in rows
    )
    if vendor == "postgresql":
        answer = "OLD" if event == "DELETE" else "NEW"
        return [
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN IF {is_locked} THEN RAISE EXCEPTION '{MESSAGE}'; END IF; RETURN {answer}; END $$",
            f"CREATE TRIGGER {name} BEFORE {event} ON policies_piece FOR EACH ROW EXECUTE FUNCTION {name}()",
        ]
    return [
        f"CREATE TRIGGER {name} BEFORE {event} ON policies_piece "
        f"WHEN {is_locked} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    ]
