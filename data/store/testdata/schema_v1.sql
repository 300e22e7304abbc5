-- The store of kpiwall, version 1. Other programs write to it with no more than
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

PRAGMA application_id = 0x4B504931;  -- "KPI1": tells this file from other databases
PRAGMA user_version = 1;

-- Whoever writes sees the name of a constraint as the message of a refusal.
CREATE TABLE observation (
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
  note        TEXT NOT NULL DEFAULT '',
  source      TEXT NOT NULL DEFAULT '',  -- the program or file it came from
  entered_by  TEXT NOT NULL DEFAULT '',  -- the person, where one entered it
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  seen_at     TEXT,                      -- when an identical row last arrived; kept by the trigger
  superseded  INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1))  -- kept by the trigger
);

-- Only rows in force are in the first index, only replaced ones in the second,
-- so that corrections never slow the wall down.
CREATE UNIQUE INDEX observation_current ON observation(kpi, at) WHERE superseded = 0;
CREATE INDEX observation_history ON observation(kpi, at, id) WHERE superseded = 1;

CREATE TRIGGER observation_put BEFORE INSERT ON observation BEGIN
  SELECT RAISE(ABORT, 'leave out id and superseded: the store sets them')
    WHERE NEW.superseded <> 0 OR EXISTS (SELECT 1 FROM observation WHERE id = NEW.id);
  UPDATE observation SET seen_at = NEW.recorded_at
    WHERE kpi = NEW.kpi AND at = NEW.at AND superseded = 0
      AND value IS NEW.value AND note = NEW.note AND source = NEW.source AND entered_by = NEW.entered_by;
  SELECT RAISE(IGNORE) WHERE changes() > 0;
  UPDATE observation SET superseded = 1 WHERE kpi = NEW.kpi AND at = NEW.at AND superseded = 0;
END;

-- What was recorded is not rewritten: history would lie.
CREATE TRIGGER observation_keep BEFORE UPDATE OF id, kpi, at, value, note, source, entered_by, recorded_at ON observation BEGIN
  SELECT RAISE(ABORT, 'a recorded row is not changed: insert a new row with the same kpi and at');
END;

-- The values in force.
CREATE TRIGGER observation_stay BEFORE DELETE ON observation BEGIN
  SELECT RAISE(ABORT, 'a recorded row is not deleted: insert a new one with the same kpi and at, without a value to withdraw it');
END;

CREATE VIEW kpi_current AS
  SELECT kpi, at, value, note, source, entered_by, recorded_at, coalesce(seen_at, recorded_at) AS seen_at, id
  FROM observation WHERE superseded = 0 AND value IS NOT NULL;

-- The newest value of every KPI and the one before it. The recursion steps from
-- KPI to KPI in the index, so that its cost is that of the KPIs, not of the rows.
CREATE VIEW kpi_latest AS
  WITH RECURSIVE k(kpi) AS (
    SELECT min(kpi) FROM observation WHERE superseded = 0
    UNION ALL
    SELECT (SELECT min(kpi) FROM observation WHERE superseded = 0 AND kpi > k.kpi) FROM k WHERE k.kpi IS NOT NULL)
  SELECT o.kpi, o.at, o.value, o.note, o.source, o.entered_by, o.recorded_at,
         coalesce(o.seen_at, o.recorded_at) AS seen_at, p.at AS prev_at, p.value AS prev_value
  FROM k
  JOIN observation o ON o.id = (SELECT id FROM observation
    WHERE kpi = k.kpi AND superseded = 0 AND value IS NOT NULL ORDER BY at DESC LIMIT 1)
  LEFT JOIN observation p ON p.id = (SELECT id FROM observation
    WHERE kpi = k.kpi AND superseded = 0 AND value IS NOT NULL AND at < o.at ORDER BY at DESC LIMIT 1);
