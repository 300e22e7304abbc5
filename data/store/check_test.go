package store

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestCheck_FindsWhatReadingDoesNotMeet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kpi.db")
	s := filled(t, path, 20_000)
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Fatalf("a sound store: %v, %v", found, err)
	}
	s.Close()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt(make([]byte, 512), 300*4096+1024) // inside a page of rows long past
	if f.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, path)
	if got := newest(t, s, "kpi_01"); len(got) != 1 {
		t.Errorf("the newest value cannot be read any more: %v", got)
	}
	if found, err := s.Check(t.Context()); err != nil || len(found) == 0 {
		t.Errorf("found %v, %v in a damaged store", found, err)
	}
}

// A flipped bit in the moment of a row, which is in the index a second time.
func TestCheck_ComparesIndexesWithRows(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	s.Close()
	content, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	i := bytes.Index(content, []byte("revenue2026-11-21"))
	content[i+len("revenue2026-11-2")]++
	if err := os.WriteFile(s.path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	s = open(t, s.path)
	if found, err := s.Check(t.Context()); err != nil || len(found) == 0 {
		t.Errorf("found %v, %v", found, err)
	}
	err = s.View(t.Context(), func(v *View) error {
		_, err := v.Newest(t.Context(), "revenue", ever, nil)
		return err
	})
	wantKind(t, "a row that disagrees with its index", err, Damaged)
}

func TestFacts_SayWhenTheNewestRowWasRecorded(t *testing.T) {
	s := newStore(t)
	if f, err := s.Facts(t.Context()); err != nil || !f.Recorded.IsZero() || f.Size == 0 {
		t.Errorf("an empty store: %+v, %v", f, err)
	}
	put(t, s, "revenue", "2062-11-21", 1)
	want := put(t, s, "revenue", "2026-11-20", 1).Recorded
	if f, err := s.Facts(t.Context()); err != nil || !f.Recorded.Equal(want) {
		t.Errorf("recorded %v, %v, want %v", f.Recorded, err, want)
	}
	execute(t, outside(t, s.path), "INSERT INTO observation(kpi, at, value, recorded_at) VALUES ('a', '2026-11-21', 1, 'yesterday')")
	if f, err := s.Facts(t.Context()); err != nil || !f.Recorded.IsZero() {
		t.Errorf("a time that nobody can read: %v, %v", f.Recorded, err)
	}
}
