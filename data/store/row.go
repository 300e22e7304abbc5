package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// NameLimit is how many characters the name of a source, a person or a batch may have,
// as the schema has it. A table of version 1 may hold longer ones, also of notes.
const NameLimit = 200

// noteLimit is how many a note may have.
const noteLimit = 2000

// firstColumns are those that every version has. Of a text no more is read than
// tells that it is too long.
const firstColumns = "id, kpi, at, value, substr(note, 1, 2001), substr(source, 1, 201), substr(entered_by, 1, 201), recorded_at, "

// viewColumns are the columns of kpi_current as scanValue reads them. A newer
// schema keeps what the view has.
func viewColumns(version int) string {
	if version == 1 {
		return firstColumns + "nullif(seen_at, recorded_at), NULL, NULL"
	}
	return firstColumns + "nullif(seen_at, recorded_at), nullif(holds_from, recorded_at), batch"
}

// rowColumns are the columns of observation as scanRow reads them.
func rowColumns(version int) string {
	if version == 1 {
		return firstColumns + "seen_at, NULL, NULL, NULL, superseded IS NOT 0"
	}
	return firstColumns + "seen_at, holds_from, batch, undoes, superseded IS NOT 0"
}

// scanner is a *sql.Row or *sql.Rows.
type scanner interface{ Scan(...any) error }

// scanValue reads one row of viewColumns, and rest after them. What makes no
// sense in the row costs that row only, which says so in Unreadable: an error
// is one of the file.
func scanValue(row scanner, rest ...any) (v Value, at string, err error) {
	var value any
	var recorded string
	var confirmed, since sql.NullString // NULL: as recorded
	var batch any
	into := append([]any{&v.ID, &v.KPI, &at, &value, &v.Note, &v.Source, &v.EnteredBy, &recorded, &confirmed, &since, &batch}, rest...)
	if err := row.Scan(into...); err != nil {
		return v, at, err
	}
	v.Note, v.Source, v.EnteredBy = legible(v.Note, noteLimit), legible(v.Source, NameLimit), legible(v.EnteredBy, NameLimit)
	v.Batch = rowNumber(batch)
	v.Recorded = stampOf(recorded)
	v.LastConfirmed, v.Since = v.Recorded, v.Recorded
	if confirmed.Valid {
		v.LastConfirmed = stampOf(confirmed.String)
	}
	if since.Valid {
		v.Since = stampOf(since.String)
	}
	switch value := value.(type) {
	case float64:
		v.Number = value
	case int64:
		v.Number = float64(value)
	case nil:
		v.Withdrawn = true
	default:
		v.Withdrawn, v.Unreadable = true, finding.New("row.number", nil)
	}
	if math.Abs(v.Number) > 1e300 {
		v.Number, v.Withdrawn, v.Unreadable = 0, true, finding.New("row.huge", nil)
	}
	if moved(recorded) {
		v.Number, v.Withdrawn, v.Unreadable = 0, true, finding.New("row.stamp", nil)
	}
	if v.At, err = kpi.ParseAt(at); err != nil || v.At.IsZero() {
		v.At, v.Number, v.Withdrawn = kpi.At{}, 0, true
		v.Unreadable = finding.New("row.moment", finding.Args{"At": fmt.Sprintf("%.40q", at)})
	}
	return v, at, nil
}

// moved reports whether recorded_at begins elsewhere than where it stands in a row: a bit
// that flips in the length of the value makes another number of it, and moves all that
// follows, so that it begins with bytes that are no text. A bit in the text itself changes
// one sign of it.
func moved(recorded string) bool {
	if utf8.ValidString(recorded) && !strings.ContainsRune(recorded, 0) {
		return false // another program's own way to write it
	}
	const form = "2026-11-20T09:00:00"
	wrong := 0
	for i, sign := range []byte(form[:min(len(form), len(recorded))]) {
		if (sign < '0' || sign > '9') && recorded[i] != sign {
			wrong++
		}
	}
	return wrong > 1
}

// rowNumber returns the number of a row, which is 0 for what cannot be one.
func rowNumber(column any) int64 {
	n, _ := column.(int64)
	return max(n, 0)
}

// legible returns a text that can be shown: of at most limit characters, the
// last of which says where it was cut, and without bytes that are none or a NUL.
func legible(text string, limit int) string {
	text = strings.ToValidUTF8(text, string(utf8.RuneError))
	text = strings.ReplaceAll(text, "\x00", string(utf8.RuneError))
	if len(text) <= limit || utf8.RuneCountInString(text) <= limit {
		return text
	}
	return string([]rune(text)[:limit-1]) + "…"
}

// scanRow reads one row of rowColumns.
func scanRow(row scanner) (Value, error) {
	var superseded bool
	var undoes any
	v, _, err := scanValue(row, &undoes, &superseded)
	v.Undoes, v.Superseded = rowNumber(undoes), superseded
	return v, err
}

// collect reads rows to their end with scan, and closes them.
func collect[T any](rows *sql.Rows, err error, scan func(scanner) (T, error)) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// use runs fn on the current session and words its error.
func (s *Store) use(ctx context.Context, op string, fn func(*session) error) error {
	c, err := s.acquire(ctx, op)
	if err != nil {
		return err
	}
	err = fail(ctx, op, s.path, fn(c))
	s.release(c, err)
	return err
}
