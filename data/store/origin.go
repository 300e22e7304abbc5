package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"time"
)

// Origin says where the values of a view come from.
type Origin struct {
	// File tells the file apart from any other that was or will be at its path;
	// empty where the system cannot.
	File string
	// Beat is when the one whose store it is last said that it is alive, by its
	// own clock; zero: never. A copy holds all that was recorded up to then.
	Beat time.Time
}

// Origin returns the origin of what the view shows.
func (v *View) Origin(ctx context.Context) (o Origin, err error) {
	o.File = fileID(v.session.path, v.session.file)
	o.Beat, err = v.session.lastBeat(ctx, v.tx)
	return o, fail(ctx, "read the last beat", v.session.path, err)
}

// lastBeat returns the last beat that q sees. A newer schema may keep it elsewhere.
func (s *session) lastBeat(ctx context.Context, q querier) (time.Time, error) {
	if s.version > schemaVersion {
		return time.Time{}, nil
	}
	var heard string
	err := q.QueryRowContext(ctx, beatQuery, beatID).Scan(&heard)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, nil
	}
	return stampOf(heard), err
}

// FileID returns what [Origin.File] is for the file at path, without opening it.
func FileID(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	return fileID(path, info), nil
}

// beatID is the KPI of the beat: a row without a number, which no board, list
// or export shows. Equal rows move nothing but when it was last confirmed, so that
// it stays one row however long it beats.
const beatID = "kpiwall.beat"

// renewedID is that of the row that is confirmed with each [Tx.Renew]: what that
// moves has no row of its own for others to find.
const renewedID = "kpiwall.renewed"

// beatDay is the moment of both rows, which stands for nothing.
const beatDay = "2000-01-01"

const beatQuery = "SELECT coalesce(seen_at, recorded_at) FROM observation WHERE kpi = ? AND superseded = 0"

// Beat notes in the store that somebody looks after it, so that a copy can say
// of when it is. Other programs do the same with
//
//	INSERT INTO observation(kpi, at, source) VALUES ('kpiwall.beat', '2000-01-01', 'beat')
func (s *Store) Beat(ctx context.Context) error {
	return s.write(ctx, "note that the store is looked after", func(_ *session, tx *sql.Tx) error {
		return s.confirm(ctx, tx, beatID, "beat")
	})
}

// confirm writes a row that stands for nothing but its time.
func (s *Store) confirm(ctx context.Context, tx *sql.Tx, id, source string) error {
	_, err := tx.ExecContext(ctx, insertQuery+placeholders, id, beatDay, nil, "", source, "", stamp(s.now()), nil, nil, nil)
	return err
}
