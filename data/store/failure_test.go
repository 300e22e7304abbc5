package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wantKind fails unless err is an [*Error] of that kind, with its text.
func wantKind(t *testing.T, name string, err error, kind Kind) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Kind != kind {
		t.Errorf("%s: %v (%+v), want kind %d", name, err, e, kind)
		return
	}
	if strings.Contains(e.Error(), "%!") {
		t.Errorf("%s: text %q", name, e.Error())
	}
}

func TestOpen_SaysWhatIsWrongWithTheFile(t *testing.T) {
	sqlite := func(query string) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, nil, 0o644); err != nil {
				t.Fatal(err)
			}
			execute(t, outside(t, path), query)
		}
	}
	altered := func(query string) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := Create(t.Context(), path); err != nil {
				t.Fatal(err)
			}
			execute(t, outside(t, path), query)
		}
	}
	bytes := func(text string) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		name string
		make func(*testing.T, string)
		kind Kind
		text string // part of the full text
	}{
		{"missing", func(*testing.T, string) {}, Missing, "missing"},
		{"folder missing", nil, Missing, "missing"},
		{"empty", bytes(""), Empty, "empty"},
		{"empty database", sqlite("VACUUM"), Empty, "empty"},
		{"CSV", bytes("kpi,at,value\nrevenue,2026-11-21,3\n"), Foreign, "foreign"},
		{"long garbage", bytes(strings.Repeat("garbage!", 4096)), Foreign, "foreign"},
		{"another program's", sqlite("CREATE TABLE t(x)"), Foreign, "foreign"},
		{"another program's, marked", sqlite("PRAGMA application_id = 7; PRAGMA user_version = 1"), Foreign, "foreign"},
		{"half made", altered("PRAGMA user_version = 0"), Damaged, "damaged"},
		{"no table", altered("DROP VIEW kpi_current; DROP VIEW kpi_latest; DROP TABLE observation"), Damaged, "observation is missing"},
		{"no view", altered("DROP VIEW kpi_current"), Damaged, "kpi_current is missing"},
		{"no trigger", altered("DROP TRIGGER observation_put"), Damaged, "observation_put is missing"},
		{"no index", altered("DROP INDEX observation_current"), Damaged, "observation_current is missing"},
		{"cut off", cutOff, Damaged, "damaged"},
		{"folder", func(t *testing.T, path string) { os.Mkdir(path, 0o755) }, Directory, "a directory"},
	} {
		path := filepath.Join(t.TempDir(), "kpi.db")
		if c.make == nil {
			path = filepath.Join(t.TempDir(), "none", "kpi.db")
		} else {
			c.make(t, path)
		}
		_, before := os.Stat(path)
		s, err := Open(t.Context(), path, Options{Now: ticking()})
		if err == nil {
			s.Close()
		}
		wantKind(t, c.name, err, c.kind)
		if err != nil && (!strings.Contains(err.Error(), c.text) || !strings.HasPrefix(err.Error(), "open store: ") || !strings.Contains(err.Error(), path)) {
			t.Errorf("%s: %q does not say %q", c.name, err, c.text)
		}
		if _, after := os.Stat(path); (before == nil) != (after == nil) {
			t.Errorf("%s: Open made a file", c.name)
		}
	}
}

// cutOff makes a store that lost its second half.
func cutOff(t *testing.T, path string) {
	s := filled(t, path, 2000)
	s.Close()
	info, err := os.Stat(path)
	if err == nil {
		err = os.Truncate(path, info.Size()/2+100)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// filled makes a store of that many values of "revenue".
func filled(t *testing.T, path string, rows int) *Store {
	t.Helper()
	if err := Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	next := generate(rows, days)
	if _, err := load(t.Context(), s, next); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestOpen_ReadsANewerStoreAndDoesNotWriteIt(t *testing.T) {
	s := newStore(t)
	row := put(t, s, "revenue", "2026-11-21", 3)
	s.Close()
	execute(t, outside(t, s.path), "PRAGMA user_version = 3; ALTER TABLE observation RENAME TO observations")
	s = open(t, s.path)
	if got := newest(t, s, "revenue"); len(got) != 1 || got[0].Number != 3 {
		t.Errorf("newest of a newer store = %v, want 3", got)
	}
	if counts, err := s.KPIs(t.Context()); err != nil || counts["revenue"] != 1 {
		t.Errorf("KPIs of a newer store = %v, %v", counts, err)
	}
	_, err := s.Put(t.Context(), value(t, "revenue", "2026-11-22", 1))
	wantKind(t, "put", err, Newer)
	_, err = s.Undo(t.Context(), row.ID, "")
	wantKind(t, "undo", err, Newer)
	_, err = s.History(t.Context(), "revenue", 0)
	wantKind(t, "history", err, Newer)
	_, err = load(t.Context(), s, generate(3, days))
	wantKind(t, "import", err, Newer)
}

// A newer kpiwall is installed, and updates the store under the wall.
func TestStore_NoticesThatItWasUpdatedUnderIt(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 3)
	execute(t, outside(t, s.path), `PRAGMA user_version = 3; ALTER TABLE observation RENAME TO observations;
		CREATE TABLE observation AS SELECT * FROM observations`)
	_, err := s.Put(t.Context(), value(t, "revenue", "2026-11-22", 1))
	wantKind(t, "put before it was noticed", err, Newer)
	wantChanged(t, s, "the update", true)
	if got := newest(t, s, "revenue"); len(got) != 1 || got[0].Number != 3 {
		t.Errorf("newest after the update = %v, want 3", got)
	}
	wantChanged(t, s, "the update, opened anew", true)
	wantChanged(t, s, "nothing more", false)
	_, err = s.Put(t.Context(), value(t, "revenue", "2026-11-22", 1))
	wantKind(t, "put", err, Newer)
}

func TestOpen_NeedsAClock(t *testing.T) {
	path := newStore(t).path
	if _, err := Open(t.Context(), path, Options{}); err == nil {
		t.Error("Open without a clock did not fail")
	}
}

func TestError_HasATextForEveryKind(t *testing.T) {
	for kind := Other; kind <= Unfinished; kind++ {
		e := &Error{Op: `record "revenue"`, Kind: kind, Path: "/srv/kpi.db", Err: errors.New("the cause")}
		full := e.Error()
		if !strings.HasPrefix(full, `record "revenue": `) || !strings.Contains(full, "the cause") || strings.Contains(full, "%!") {
			t.Errorf("kind %d: %q", kind, full)
		}
		wantKind(t, fmt.Sprint(kind), e, kind)
	}
}

func TestRefusal_KeepsTheWordsOfTheSchema(t *testing.T) {
	for text, want := range map[string]string{
		"constraint failed: CHECK constraint failed: at must be X (275)":          "at must be X",
		"constraint failed: CHECK constraint failed: value (dot) or NULL (275)":   "value (dot) or NULL",
		"constraint failed: a recorded row is not changed: insert (1811)":         "a recorded row is not changed: insert",
		"constraint failed: NOT NULL constraint failed: observation.value (1299)": "observation.value",
		"something else": "something else",
	} {
		if got := refusal(text); got != want {
			t.Errorf("refusal(%q) = %q, want %q", text, got, want)
		}
	}
}
