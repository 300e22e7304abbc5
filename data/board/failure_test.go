package board

import (
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/store"
)

func TestFailure_SaysWhatIsWrongAndOfWhenTheValuesAre(t *testing.T) {
	read := time.Date(2026, 11, 21, 13, 32, 0, 0, time.UTC)
	locked := &store.Error{Op: "read", Kind: store.Locked, Path: "/kpi.db"}
	for _, row := range []struct {
		err  error
		read time.Time
		want string
	}{
		{locked, read, "store.locked of 14:32 retrying"},
		{fmt.Errorf("look: %w", locked), read, "store.locked of 14:32 retrying"},
		{&store.Error{Op: "read", Kind: store.Foreign, Path: "/kpi.db"}, read, "store.foreign of 14:32"},
		{errors.New("gone"), time.Time{}, "gone retrying"},
		{errStuck, read, "store.slow of 14:32 retrying"},
	} {
		var f failure
		f.repeat(row.err)
		if got := short(f.finding(row.read, time.FixedZone("Berlin", 3600))); got != row.want {
			t.Errorf("%v: %q, want %q", row.err, got, row.want)
		}
	}
}

// What each kind is, and whether waiting helps.
func TestFailure_TriesSoonOnlyWhatPassesByItself(t *testing.T) {
	for kind, row := range map[store.Kind]struct {
		code   string
		passes bool
	}{
		store.Other: {"store.failed", true}, store.Missing: {"store.missing", true}, store.Locked: {"store.locked", true},
		store.Full: {"store.full", true}, store.Written: {"store.written", true},
		store.Empty: {"store.empty", false}, store.Foreign: {"store.foreign", false}, store.Newer: {"store.newer", false},
		store.Damaged: {"store.damaged", false}, store.ReadOnly: {"store.read_only", false},
		store.Permission: {"store.permission", false}, store.Directory: {"store.directory", false},
		store.Replaced: {"store.replaced", false}, store.Rejected: {"store.rejected", false},
		store.Exists: {"store.exists", false}, store.Copied: {"store.copied", false},
		store.Unfinished: {"store.unfinished", false},
	} {
		var f failure
		for range 2 {
			f.repeat(&store.Error{Op: "read", Kind: kind, Path: "/kpi.db"})
		}
		wait := map[bool]time.Duration{true: 2 * firstWait, false: lastWait}[row.passes]
		if f.found.Code != row.code || f.passes != row.passes || f.wait != wait {
			t.Errorf("kind %d is %s, passes %v, tried again after %v; want %+v", kind, f.found.Code, f.passes, f.wait, row)
		}
	}
	if len(kinds) != int(store.Unfinished)+1 {
		t.Errorf("%d kinds in the table", len(kinds))
	}
}

func TestPassing_KnowsErrorsOfOthers(t *testing.T) {
	for name, row := range map[string]struct {
		err  error
		want bool
	}{
		"a config":              {finding.New("config.hours", nil), false},
		"a value replaced":      {fmt.Errorf("undo: %w", store.ErrNotInForce), false},
		"what nobody knows":     {errors.New("x"), true},
		"a call without an end": {errStuck, true},
	} {
		if got := Passing(row.err); got != row.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Somebody may put another file there at any time.
func TestLoop_SeesInTheEndThatWhatDoesNotPassIsPutRight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		r := run(t, src, nil)
		src.fail(&store.Error{Op: "read", Kind: store.Newer, Path: "/kpi.db"})
		r.Kick()
		pass(firstWait)
		reads := src.count()
		pass(lastWait - time.Second)
		if got := src.count() - reads; got != 0 {
			t.Errorf("%d more reads of what does not pass", got)
		}
		src.fail(nil)
		pass(2 * time.Second)
		if got := text(r.wall.last(t)); got != "" {
			t.Errorf("after it was put right: %q", got)
		}
	})
}

func TestLoop_ShowsTheWorstFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := run(t, &fake{}, nil)
		r.SetFindings("backup", []finding.Finding{{Severity: finding.Warning, Code: "backup.failing"}})
		r.SetFindings("store", []finding.Finding{{Severity: finding.Danger, Code: "store.damaged"}})
		synctest.Wait()
		if b := r.wall.last(t); len(b.Findings) != 2 || b.Findings[0].Code != "store.damaged" {
			t.Errorf("found %v, want the damage first", b.Findings)
		}
	})
}
