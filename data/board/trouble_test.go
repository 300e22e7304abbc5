package board

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"kpiwall/data/store"
)

func TestFailure_SaysWhatIsWrongAndWhatStillStands(t *testing.T) {
	read := time.Date(2026, 11, 21, 13, 32, 0, 0, time.UTC)
	now := read.Add(5 * time.Minute).In(time.FixedZone("Berlin", 3600))
	locked := &store.Error{Op: "read", Kind: store.Locked, Path: "/kpi.db"}
	rows := []struct {
		name string
		err  error
		now  time.Time
		read time.Time
		want string
	}{
		{"short words of the store", locked, now, read, locked.Short() + "; values of 14:32, retrying"},
		{"below other words", fmt.Errorf("look: %w", locked), now, read, locked.Short() + "; values of 14:32, retrying"},
		{"the day before", errors.New("gone"), now.AddDate(0, 0, 1), read, "gone; values of 14:32 yesterday, retrying"},
		{"gone for days", errors.New("gone"), now.AddDate(0, 0, 3), read, "gone; values of 2026-11-21 14:32, retrying"},
		{"no values", errors.New("gone"), now, time.Time{}, "gone; retrying"},
		{"no answer", errHangs, now, read, "store did not answer in time; values of 14:32, retrying"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			var f failure
			f.again(row.err)
			if got := f.trouble(row.read, row.now); got.Text != row.want {
				t.Errorf("trouble %q, want %q", got.Text, row.want)
			}
		})
	}
}
