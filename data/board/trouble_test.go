package board

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"kpiwall/data/store"
)

func TestFailure_SaysWhatIsWrongAndWhatStillStands(t *testing.T) {
	berlin := time.FixedZone("Berlin", 3600)
	read := time.Date(2026, 11, 21, 13, 32, 0, 0, time.UTC)
	locked := &store.Error{Op: "read", Kind: store.Locked, Path: "/kpi.db"}
	rows := []struct {
		name string
		err  error
		read time.Time
		want string
	}{
		{"short words of the store", locked, read, locked.Short() + "; values of 14:32, retrying"},
		{"below other words", fmt.Errorf("look: %w", locked), read, locked.Short() + "; values of 14:32, retrying"},
		{"values of another day", errors.New("gone"), read.AddDate(0, 0, -1), "gone; values of 2026-11-20 14:32, retrying"},
		{"no values", errors.New("gone"), time.Time{}, "gone; retrying"},
		{"no answer", fmt.Errorf("read: %w", context.DeadlineExceeded), read, "the store does not answer; values of 14:32, retrying"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			var f failure
			f.again(row.err, read.Add(time.Minute))
			f.again(row.err, read.Add(2*time.Minute))
			got := f.trouble(row.read, berlin)
			if got.Text != row.want || !got.Since.Equal(read.Add(time.Minute)) {
				t.Errorf("trouble %q since %v, want %q since the first failure", got.Text, got.Since, row.want)
			}
		})
	}
}
