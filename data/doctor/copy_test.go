package doctor

import (
	"strings"
	"testing"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// beat has somebody look after the store of c at a time.
func beat(t *testing.T, c Case, at time.Time) {
	t.Helper()
	s, err := store.Open(t.Context(), c.Store, store.Options{Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Beat(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestExamine_KnowsHowOldACopyIs(t *testing.T) {
	for _, row := range []struct {
		name, role string
		age        time.Duration // of the last beat; 0: there is none
		level      finding.Severity
		want       string
	}{
		{"fresh copy", "copy", 2 * time.Minute, finding.Fine, "ok: the copy is 2 minutes old"},
		{"old copy", "copy", 3 * time.Hour, finding.Problem, "problem: the copy is 3 hours old; check that the computer it comes from runs"},
		{"copy without a beat", "copy", 0, finding.Problem, `problem: the age of this copy is unknown; set role = "source"`},
		{"source", "source", time.Minute, finding.Fine, "ok: last heartbeat of the store 1 minute ago"},
		{"source without a wall", "source", time.Hour, finding.Note, "note: last heartbeat of the store 1 hour ago; let a wall run"},
		{"new source", "source", 0, finding.Note, "note: the store has no heartbeat yet"},
	} {
		c := sound(t)
		write(t, c.ConfigPath, definition+"[store]\nrole = \""+row.role+"\"\n")
		if row.age > 0 {
			beat(t, c, now.Add(-row.age))
		}
		found := Examine(t.Context(), c)
		if got := report(found, row.level); !strings.Contains(got, row.want) {
			t.Errorf("%s: found\n%s\nwant %q", row.name, got, row.want)
		}
		if got := report(found, finding.Problem); row.level != finding.Problem && got != "" {
			t.Errorf("%s: problems %s", row.name, got)
		}
	}
}

// Backups, permissions and disk are the matter of who has the store.
func TestExamine_AsksNothingOfACopyThatConcernsItsSource(t *testing.T) {
	c := sound(t)
	write(t, c.ConfigPath, definition+"[store]\nrole = \"copy\"\n")
	beat(t, c, now)
	for _, f := range Examine(t.Context(), c) {
		for _, word := range []string{"backup", "disk", "write", "journal lay"} {
			if strings.Contains(words.English().Finding(f), word) && f.Severity != finding.Fine || strings.Contains(words.English().Finding(f), "backup") {
				t.Errorf("found %v", f)
			}
		}
	}
}
