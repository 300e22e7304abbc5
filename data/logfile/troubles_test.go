package logfile

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"
)

func TestTroubles_TakeALineAtTheirBeginningAndOneAtTheirEnd(t *testing.T) {
	var out bytes.Buffer
	now := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	seen := &Troubles{Log: slog.New(slog.NewTextHandler(&out, nil)), Now: func() time.Time { return now }}
	seen.See(nil)
	for range 7 * 24 * 60 {
		now = now.Add(time.Minute)
		seen.See([]string{"store is locked"})
	}
	seen.See(nil)
	seen.See(nil)
	if n := strings.Count(out.String(), "\n"); n != 2 || !strings.Contains(out.String(), "lasted=167h59m0s") {
		t.Errorf("a week of one trouble is %d lines:\n%s", n, out.String())
	}
	out.Reset()
	for n := range 24 * 60 {
		now = now.Add(time.Minute)
		seen.See([]string{fmt.Sprintf("disk almost full: %d MB left", n)})
	}
	if n := strings.Count(out.String(), "\n"); n < 20 || n > 24 {
		t.Errorf("a day of a trouble that changes every minute is %d lines, want one an hour", n)
	}
}

// Once the clock is right again its hours count anew.
func TestTroubles_AreToldAlsoWhenTheClockWasAhead(t *testing.T) {
	now := time.Date(2036, 11, 21, 9, 0, 0, 0, time.UTC)
	var out bytes.Buffer
	seen := &Troubles{Log: slog.New(slog.NewTextHandler(&out, nil)), Now: func() time.Time { return now }}
	seen.See([]string{"store is missing"})
	now = now.AddDate(-10, 0, 0)
	seen.See([]string{"store is damaged"})
	if !strings.Contains(out.String(), "store is damaged") {
		t.Errorf("the log has\n%s", &out)
	}
}
