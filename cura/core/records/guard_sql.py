"""One guard in the words of each database."""

from collections.abc import Iterable
from dataclasses import dataclass

PREFIX = "cura_guard_"


@dataclass(frozen=True)
class Guard:
    """Refuses `event` on a table.

    With `at`: only once that column is set (of the row, or of its `parent` by `fk`). An UPDATE is
    refused when a column in `mine` differs, or, without `mine`, any column that is not `free`.
    """

    table: str
    key: str
    event: str
    at: str = ""
    mine: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    parent: str = ""
    fk: str = ""

    @property
    def name(self) -> str:
        return f"{PREFIX}{self.table[-32:]}_{self.key[:12]}_{self.event[0].lower()}"


class Sqlite:
    catalogue = (
        "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' "
        f"AND name LIKE '{PREFIX.replace('_', '!_')}%' ESCAPE '!'"
    )

    columns = (
        "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
        "WHERE m.type = 'table' ORDER BY m.name, c.cid"
    )

    def names(self, guard: Guard) -> list[str]:
        return [guard.name]

    def prepare(self) -> Iterable[str]:
        return ()

    def drop(self, name: str, table: str) -> str:
        return f'DROP TRIGGER "{name}"'

    def create(self, guard: Guard, live: list[str]) -> Iterable[str]:
        yield (
            f'CREATE TRIGGER "{guard.name}" BEFORE {guard.event} ON "{guard.table}" '
            f"WHEN {self._when(guard, live)} "
            f"BEGIN SELECT RAISE(ABORT, 'frozen: {guard.table}'); END"
        )

    def _when(self, guard: Guard, live: list[str]) -> str:
        if guard.parent:
            sides = {"INSERT": ("NEW",), "DELETE": ("OLD",), "UPDATE": ("OLD", "NEW")}
            return " OR ".join(self._parent(guard, side) for side in sides[guard.event])
        if not guard.at:
            return "1"
        if guard.event == "DELETE":
            return f'OLD."{guard.at}" IS NOT NULL'
        watched = guard.mine or [c for c in live if c not in guard.free]
        differs = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in watched if c in live)
        return f'OLD."{guard.at}" IS NOT NULL AND ({differs or 0})'

    def _parent(self, guard: Guard, side: str) -> str:
        return (
            f'EXISTS (SELECT 1 FROM "{guard.parent}" p WHERE p."id" = {side}."{guard.fk}" '
            f'AND p."{guard.at}" IS NOT NULL)'
        )


class Postgresql:
    """Three functions serve every table; rows are compared as jsonb, so no trigger depends on a
    column. A statement trigger refuses TRUNCATE, which row triggers do not see."""

    catalogue = (
        "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        f"WHERE NOT t.tgisinternal AND t.tgname LIKE '{PREFIX.replace('_', '!_')}%%' ESCAPE '!'"
    ).replace("%%", "%")

    columns = (
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position"
    )

    def names(self, guard: Guard) -> list[str]:
        return [guard.name, self._truncate(guard)]

    def _truncate(self, guard: Guard) -> str:
        return f"{PREFIX}{guard.table[-40:]}_t"

    def drop(self, name: str, table: str) -> str:
        return f'DROP TRIGGER "{name}" ON "{table}"'

    def prepare(self) -> Iterable[str]:
        return (REFUSE, FROZEN, WITH_RECORD)

    def create(self, guard: Guard, live: list[str]) -> Iterable[str]:
        yield (
            f'CREATE TRIGGER "{guard.name}" BEFORE {guard.event} ON "{guard.table}" '
            f"FOR EACH ROW EXECUTE FUNCTION {self._call(guard)}"
        )
        yield (
            f'CREATE OR REPLACE TRIGGER "{self._truncate(guard)}" BEFORE TRUNCATE ON '
            f'"{guard.table}" FOR EACH STATEMENT EXECUTE FUNCTION cura_refuse()'
        )

    def _call(self, guard: Guard) -> str:
        if guard.parent:
            return f"cura_with_record('{guard.parent}', '{guard.fk}', '{guard.at}')"
        if not guard.at:
            return "cura_refuse()"
        return f"cura_frozen('{guard.at}', '{','.join(guard.mine)}', '{','.join(guard.free)}')"


REFUSE = """CREATE OR REPLACE FUNCTION cura_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'frozen: %', TG_TABLE_NAME USING ERRCODE = '23514';
END $$"""

FROZEN = """CREATE OR REPLACE FUNCTION cura_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  new_ jsonb;
  mine text[] := string_to_array(TG_ARGV[1], ',');
  free text[] := string_to_array(TG_ARGV[2], ',');
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF was->>TG_ARGV[0] IS NULL THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'frozen: %', TG_TABLE_NAME USING ERRCODE = '23514';
  END IF;
  new_ := to_jsonb(NEW);
  IF was->>TG_ARGV[0] IS NULL THEN RETURN NEW; END IF;
  IF TG_ARGV[1] = '' AND (was - free) = (new_ - free) THEN RETURN NEW; END IF;
  IF TG_ARGV[1] <> '' AND NOT EXISTS (
    SELECT 1 FROM unnest(mine) AS c WHERE was->c IS DISTINCT FROM new_->c
  ) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'frozen: %', TG_TABLE_NAME USING ERRCODE = '23514';
END $$"""

WITH_RECORD = """CREATE OR REPLACE FUNCTION cura_with_record() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  hit boolean := false;
  row_ jsonb;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    row_ := to_jsonb(OLD);
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE id = $1 AND %I IS NOT NULL)',
      TG_ARGV[0], TG_ARGV[2]) INTO hit USING (row_->>TG_ARGV[1])::uuid;
  END IF;
  IF NOT hit AND TG_OP <> 'DELETE' THEN
    row_ := to_jsonb(NEW);
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE id = $1 AND %I IS NOT NULL)',
      TG_ARGV[0], TG_ARGV[2]) INTO hit USING (row_->>TG_ARGV[1])::uuid;
  END IF;
  IF hit THEN RAISE EXCEPTION 'frozen: %', TG_TABLE_NAME USING ERRCODE = '23514'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$"""

SQLITE, POSTGRESQL = Sqlite(), Postgresql()
