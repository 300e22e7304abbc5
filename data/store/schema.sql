-- The store of kpiwall, version 2. Other programs write to it with no more than
--
--   INSERT INTO observation(kpi, at, value, note, source)
--   VALUES ('open_tickets', date('now'), 42, '', 'helpdesk');
--
-- and give the sqlite3 program time to wait for its turn, for without it a
-- second writer is refused at once:  sqlite3 -cmd '.timeout 5000' kpi.db "…"
--
-- A row says that the KPI had this value at this moment. A second row for the
-- same KPI and moment supersedes the first, which stays as history; an
-- identical row changes nothing but seen_at, "last heard". A row whose value
-- is NULL takes the value of that moment back. Read kpi_current and
-- kpi_latest; they keep their columns when the table changes in a later version.
--
-- All is made only where it is not there yet, so that these lines finish a
-- migration too; the table therefore keeps the columns of version 1, in order,
-- and those of version 2 at the end, as ALTER TABLE adds them.

PRAGMA application_id = 0x4B504931;  -- "KPI1": tells this file from other databases
PRAGMA user_version = 2;

-- Whoever writes sees the name of a constraint as the message of a refusal.
CREATE TABLE IF NOT EXISTS observation (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  kpi         TEXT NOT NULL CONSTRAINT "kpi must be 1-64 of a-z 0-9 _ . -"
              CHECK (typeof(kpi) = 'text' AND length(kpi) BETWEEN 1 AND 64 AND kpi NOT GLOB '*[^a-z0-9_.-]*'),
  -- The day on which the value was true, or the second in UTC. For a month or
  -- another past period use its last day. The modifier '+0 days' is what makes
  -- date() refuse the 31st of February.
  at          TEXT NOT NULL CONSTRAINT "at must be YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ"
              CHECK (date(at, '+0 days') IS substr(at, 1, 10)
                     AND (length(at) = 10 OR at IS strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days'))),
  -- A REAL column keeps text that it cannot convert, such as '1,5'.
  value       REAL CONSTRAINT "value must be a number (decimal point) or NULL"
              CHECK (value IS NULL OR (typeof(value) IN ('real', 'integer') AND abs(value) <= 1e300)),
  note        TEXT NOT NULL DEFAULT '',  -- 2000 characters at most
  source      TEXT NOT NULL DEFAULT '',  -- the program or file it came from; 200 at most
  entered_by  TEXT NOT NULL DEFAULT '',  -- the person, where one entered it; 200 at most
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  seen_at     TEXT,                      -- when an identical row last arrived; kept by the trigger
  superseded  INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),  -- kept by the trigger
  -- The moment from which the value holds, like recorded_at in form. NULL: from
  -- when it was recorded. A row that gives one is never identical to another.
  holds_from  TEXT,
  -- The import or round it came with, a row of batch; of a row that undoes, that
  -- of what it takes back or brings back.
  batch       INTEGER,
  undoes      INTEGER                    -- the row that this one took back
);

-- What was recorded together.
CREATE TABLE IF NOT EXISTS batch (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  kind    TEXT NOT NULL CONSTRAINT "kind must be import or round" CHECK (kind IN ('import', 'round')),
  name    TEXT NOT NULL DEFAULT '' CONSTRAINT "name must be at most 200 characters" CHECK (length(CAST(name AS BLOB)) <= 800 AND length(name) <= 200),
  made_by TEXT NOT NULL DEFAULT '' CONSTRAINT "made_by must be at most 200 characters" CHECK (length(CAST(made_by AS BLOB)) <= 800 AND length(made_by) <= 200),
  made_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

-- What a KPI was called before. An old id leads to one new one.
CREATE TABLE IF NOT EXISTS renamed (
  old TEXT NOT NULL PRIMARY KEY CONSTRAINT "old must be 1-64 of a-z 0-9 _ . -"
      CHECK (typeof(old) = 'text' AND length(CAST(old AS BLOB)) BETWEEN 1 AND 64 AND length(old) = length(CAST(old AS BLOB)) AND old NOT GLOB '*[^a-z0-9_.-]*'),
  new TEXT NOT NULL CONSTRAINT "new must be 1-64 of a-z 0-9 _ . -"
      CHECK (typeof(new) = 'text' AND length(CAST(new AS BLOB)) BETWEEN 1 AND 64 AND length(new) = length(CAST(new AS BLOB)) AND new NOT GLOB '*[^a-z0-9_.-]*'),
  at  TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  CONSTRAINT "old and new must differ" CHECK (old <> new)
);

-- The rows that a renaming has moved, so that it can be taken back exactly. A store
-- that was made without this table gets it with its first renaming.
CREATE TABLE IF NOT EXISTS renamed_row (
  old TEXT NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (old, row)
) WITHOUT ROWID;

-- Only rows in force are in the first index, only replaced ones in the second,
-- so that corrections never slow the wall down.
CREATE UNIQUE INDEX IF NOT EXISTS observation_current ON observation(kpi, at) WHERE superseded = 0;
CREATE INDEX IF NOT EXISTS observation_history ON observation(kpi, at, id) WHERE superseded = 1;
-- By KPI in the order of writing, and by batch: for what is undone. A store that
-- was made without them gets them with the next value.
CREATE INDEX IF NOT EXISTS observation_order ON observation(kpi);
CREATE INDEX IF NOT EXISTS observation_batch ON observation(batch, undoes) WHERE batch IS NOT NULL;

-- Every refusal is here, before anything changes: the constraints of the table
-- are asked after this trigger, and under INSERT OR IGNORE a row that they refuse
-- would be passed over in silence, with the row before it superseded already.
-- length() and date() end at a NUL, hence the lengths in bytes and whole texts. A writer's own id (-1 is
-- what SQLite shows here where none was given) could use up all that follow.
CREATE TRIGGER IF NOT EXISTS observation_put BEFORE INSERT ON observation BEGIN
  SELECT CASE
    WHEN NEW.superseded IS NOT 0 OR NEW.id <> -1
      THEN RAISE(ABORT, 'leave out id and superseded: the store sets them')
    WHEN (typeof(NEW.kpi) = 'text' AND length(NEW.kpi) BETWEEN 1 AND 64 AND NEW.kpi NOT GLOB '*[^a-z0-9_.-]*'
          AND length(CAST(NEW.kpi AS BLOB)) = length(NEW.kpi)) IS NOT 1
      THEN RAISE(ABORT, 'kpi must be 1-64 of a-z 0-9 _ . -')
    WHEN NEW.at IS NULL OR NEW.at IS NOT date(NEW.at, '+0 days') AND NEW.at IS NOT strftime('%Y-%m-%dT%H:%M:%SZ', NEW.at, '+0 days')
      THEN RAISE(ABORT, 'at must be YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ')
    WHEN NEW.at < '0001-01-02'
      THEN RAISE(ABORT, 'at must be after 0001-01-01: write the year with four digits')
    WHEN (NEW.value IS NULL OR typeof(NEW.value) IN ('real', 'integer') AND abs(NEW.value) <= 1e300) IS NOT 1
      THEN RAISE(ABORT, 'value must be a number (decimal point) or NULL')
    WHEN NEW.note IS NULL OR NEW.source IS NULL OR NEW.entered_by IS NULL OR NEW.recorded_at IS NULL
      THEN RAISE(ABORT, 'note, source, entered_by and recorded_at must not be NULL: leave them out')
    WHEN NEW.note <> '' AND (length(NEW.note) > 2000 OR length(CAST(NEW.note AS BLOB)) > 8000 OR instr(NEW.note, char(0)))
      THEN RAISE(ABORT, 'note must be at most 2000 characters, without a NUL: shorten it')
    WHEN NEW.source <> '' AND (length(NEW.source) > 200 OR length(CAST(NEW.source AS BLOB)) > 800 OR instr(NEW.source, char(0)))
      OR NEW.entered_by <> '' AND (length(NEW.entered_by) > 200 OR length(CAST(NEW.entered_by AS BLOB)) > 800 OR instr(NEW.entered_by, char(0)))
      THEN RAISE(ABORT, 'source and entered_by must be at most 200 characters, without a NUL: shorten them')
    WHEN length(CAST(NEW.recorded_at AS BLOB)) > 40 OR length(CAST(NEW.seen_at AS BLOB)) > 40
      THEN RAISE(ABORT, 'recorded_at and seen_at must be a time, such as 2026-11-30T14:05:00Z: leave them out')
    WHEN NEW.holds_from IS NOT NULL
      AND NEW.holds_from IS NOT strftime('%Y-%m-%dT%H:%M:%SZ', NEW.holds_from, '+0 days')
      AND NEW.holds_from IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', NEW.holds_from, '+0 days')
      THEN RAISE(ABORT, 'holds_from must be YYYY-MM-DDTHH:MM:SSZ or YYYY-MM-DDTHH:MM:SS.SSSZ: leave it out for now')
    WHEN NEW.batch IS NOT NULL AND (typeof(NEW.batch) <> 'integer' OR NEW.batch < 1)
      OR NEW.undoes IS NOT NULL AND (typeof(NEW.undoes) <> 'integer' OR NEW.undoes < 1)
      THEN RAISE(ABORT, 'batch and undoes must be numbers of rows: leave them out')
  END;

  -- What an undo has put back bears the name of the undo: a program that goes on
  -- sending it says nothing new either.
  UPDATE observation SET seen_at = NEW.recorded_at
    WHERE NEW.holds_from IS NULL AND kpi = NEW.kpi AND at = NEW.at AND superseded = 0
      AND value IS NEW.value AND note = NEW.note
      AND (source = NEW.source AND entered_by = NEW.entered_by
        OR undoes IS NOT NULL AND NEW.undoes IS NULL AND NEW.entered_by = '');
  SELECT RAISE(IGNORE) WHERE changes() > 0;
  UPDATE observation SET superseded = 1 WHERE kpi = NEW.kpi AND at = NEW.at AND superseded = 0;
END;

-- The one number that the trigger above cannot tell from none.
CREATE TRIGGER IF NOT EXISTS observation_number AFTER INSERT ON observation WHEN NEW.id < 1 BEGIN
  SELECT RAISE(ABORT, 'leave out id and superseded: the store sets them');
END;

-- What was recorded is not rewritten: history would lie. Only a renaming, which is
-- noted in the tables above, gives rows the new id of their KPI, without these
-- triggers. Of a row in force
-- seen_at, holds_from and superseded move, as the trigger above moves them;
-- SQLite does not tell it from others, who are asked to leave that to it.
CREATE TRIGGER IF NOT EXISTS observation_keep
BEFORE UPDATE OF id, kpi, at, value, note, source, entered_by, recorded_at, batch, undoes ON observation BEGIN
  SELECT RAISE(ABORT, 'a recorded row is not changed: insert a new row with the same kpi and at');
END;
-- By its other name, rowid, the id would pass the trigger above.
CREATE TRIGGER IF NOT EXISTS observation_same BEFORE UPDATE ON observation WHEN NEW.id IS NOT OLD.id BEGIN
  SELECT RAISE(ABORT, 'a recorded row is not changed: insert a new row with the same kpi and at');
END;
CREATE TRIGGER IF NOT EXISTS observation_past
BEFORE UPDATE OF seen_at, holds_from, superseded ON observation
WHEN OLD.superseded = 1 OR OLD.holds_from IS NOT NULL AND NEW.holds_from IS NULL
  OR NEW.holds_from IS NOT OLD.holds_from
    AND NEW.holds_from IS NOT strftime('%Y-%m-%dT%H:%M:%SZ', NEW.holds_from, '+0 days')
    AND NEW.holds_from IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', NEW.holds_from, '+0 days') BEGIN
  SELECT RAISE(ABORT, 'a recorded row is not changed: insert a new row with the same kpi and at');
END;
CREATE TRIGGER IF NOT EXISTS observation_stay BEFORE DELETE ON observation BEGIN
  SELECT RAISE(ABORT, 'a recorded row is not deleted: insert a new one with the same kpi and at, without a value to withdraw it');
END;

-- The values in force.
CREATE VIEW IF NOT EXISTS kpi_current AS
  SELECT kpi, at, value, note, source, entered_by, recorded_at, coalesce(seen_at, recorded_at) AS seen_at, id,
         coalesce(holds_from, recorded_at) AS holds_from, batch
  FROM observation WHERE superseded = 0 AND value IS NOT NULL;

-- The value of the newest moment of every KPI and the one before it. That is not
-- quite what the wall shows: of the values of a period the wall takes the one
-- that holds from the latest moment, for which a day must end in the zone of
-- the board, and SQL does not know the zone. The recursion steps from KPI to
-- KPI in the index, so that its cost is that of the KPIs, not of the rows.
CREATE VIEW IF NOT EXISTS kpi_latest AS
  WITH RECURSIVE k(kpi) AS (
    SELECT min(kpi) FROM observation WHERE superseded = 0
    UNION ALL
    SELECT (SELECT min(kpi) FROM observation WHERE superseded = 0 AND kpi > k.kpi) FROM k WHERE k.kpi IS NOT NULL)
  SELECT o.kpi, o.at, o.value, o.note, o.source, o.entered_by, o.recorded_at,
         coalesce(o.seen_at, o.recorded_at) AS seen_at, p.at AS prev_at, p.value AS prev_value,
         coalesce(o.holds_from, o.recorded_at) AS holds_from, o.batch
  FROM k
  JOIN observation o ON o.id = (SELECT id FROM observation
    WHERE kpi = k.kpi AND superseded = 0 AND value IS NOT NULL ORDER BY at DESC LIMIT 1)
  LEFT JOIN observation p ON p.id = (SELECT id FROM observation
    WHERE kpi = k.kpi AND superseded = 0 AND value IS NOT NULL AND at < o.at ORDER BY at DESC LIMIT 1);
