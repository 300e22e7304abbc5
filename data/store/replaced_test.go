package store

import (
	"os"
	"testing"
)

// replacement makes another store with one value, and returns its path.
func replacement(t *testing.T, number float64) string {
	t.Helper()
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", number)
	s.Close()
	return s.path
}

func TestStore_FollowsAFileThatIsReplaced(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	wantChanged(t, s, "a write", true)
	err := s.View(t.Context(), func(v *View) error {
		if err := os.Rename(replacement(t, 2), s.path); err != nil {
			return err
		}
		if got := newest(t, s, "revenue"); got[0].Number != 2 {
			t.Errorf("a view begun after the replacement shows %v", got[0].Number)
		}
		got, err := v.Newest(t.Context(), "revenue", ever, nil)
		if err == nil && got[0].Number != 1 {
			t.Errorf("the view begun before shows %v", got[0].Number)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	wantChanged(t, s, "the replacement, read already", true)
	wantChanged(t, s, "the replacement, asked again", false)
	put(t, s, "revenue", "2026-11-22", 3)
	wantChanged(t, s, "a write to the new file", true)
	if got := newest(t, s, "revenue"); got[0].Number != 3 {
		t.Errorf("the newest is %v", got)
	}
	os.Rename(replacement(t, 4), s.path)
	put(t, s, "revenue", "2026-11-23", 5)
	if counts, _ := s.KPIs(t.Context()); counts["revenue"] != 2 {
		t.Errorf("the write went elsewhere: %v", counts)
	}
}

func TestPut_SaysWhenTheFileIsReplacedMeanwhile(t *testing.T) {
	for _, journal := range []string{"DELETE", "WAL"} {
		s := newStore(t)
		execute(t, outside(t, s.path), "PRAGMA journal_mode = "+journal)
		other := replacement(t, 2)
		_, err := load(t.Context(), s, func() (Value, bool, error) {
			if other != "" {
				os.Rename(other, s.path)
				os.Remove(s.path + "-wal") // as whoever restores a store must
				os.Remove(s.path + "-shm")
				other = ""
				return value(t, "revenue", "2026-11-22", 1), true, nil
			}
			return Value{}, false, nil
		})
		wantKind(t, journal, err, Replaced)
		if got := newest(t, s, "revenue"); len(got) != 1 || got[0].Number != 2 {
			t.Errorf("%s: the new file shows %v", journal, got)
		}
	}
}
