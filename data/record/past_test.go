package record_test

import (
	"testing"
	"time"

	"kpiwall/data/record/recordtest"
)

// What is entered for a past period is judged as that period is in the history,
// whatever has come since.
func TestPut_JudgesAPastPeriodByItself(t *testing.T) {
	o := &office{t: t, now: noon}
	o.Recorder, o.path = recordtest.New(t, `
title = "Test"
locale = "en-US"

[kpi.zero]
name = "Accidents"
every = "month"
combine = "sum"
missing = "zero"
target = { max = 3 }

[kpi.goal]
name = "Share"
every = "month"
goal = { from = 10, to = 20, start = 2026-01-01, by = 2026-06-30 }

[kpi.late]
every = "month"
goal = { from = 10, to = 20, start = 2026-01-01, by = 2026-10-31 }
`, func() time.Time { return o.now })
	for _, row := range []struct{ id, at, typed, want string }{
		{"zero", "2026-09-30", "9", "Accidents 9 for September · above"},
		{"goal", "2026-05-31", "12", "Share 12 for May · below"},
		{"goal", "2026-06-30", "20", "Share 20 for June · reached"},
		{"goal", "2026-03-31", "15", "Share 15 for March · on target"},
		{"goal", "2026-03-31", "12", "Share 12 for March · below"},
		{"goal", "2026-04-30", "20", "Share 20 for April · reached"},
		{"goal", "2026-07-31", "12", "Share 12 for July · below"},
		{"goal", "2026-07-31", "20", "Share 20 for July · reached"},
		{"late", "2026-11-20", "20", "Late 20 for November · reached"}, // October is waited for
		{"goal", "2026-06-30", "19", "Share 19 for June · missed"},
	} {
		if got := o.says(o.put(o.input(row.id, row.typed, row.at))); got != row.want {
			t.Errorf("%s of %s says %q, want %q", row.typed, row.at, got, row.want)
		}
	}
}
