package logfile

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"kpiwall/data/finding"
)

var (
	locked = finding.Finding{Code: "store.locked"}
	low    = func(mb int64) finding.Finding {
		return finding.Finding{Code: "disk.low", Args: finding.Args{"Free": mb << 20}}
	}
)

func TestTroubles_TakeALineAtTheirBeginningAndOneAtTheirEnd(t *testing.T) {
	var out bytes.Buffer
	now := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	seen := &Troubles{Log: slog.New(slog.NewTextHandler(&out, nil)), Now: func() time.Time { return now }}
	seen.See(nil)
	for range 7 * 24 * 60 {
		now = now.Add(time.Minute)
		seen.See([]finding.Finding{locked})
	}
	seen.See(nil)
	seen.See(nil)
	if n := strings.Count(out.String(), "\n"); n != 2 || !strings.Contains(out.String(), "lasted=167h59m0s") || !strings.Contains(out.String(), "store is locked") {
		t.Errorf("a week of one trouble is %d lines:\n%s", n, out.String())
	}
	out.Reset()
	for n := range 24 * 60 {
		now = now.Add(time.Minute)
		seen.See([]finding.Finding{low(int64(n))})
	}
	if n := strings.Count(out.String(), "\n"); n != 1 {
		t.Errorf("a day of a trouble whose words change every minute is %d lines, want one", n)
	}
}

func TestTroubles_ThatComeAndGoAreToldOnceAnHour(t *testing.T) {
	var out bytes.Buffer
	now := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	seen := &Troubles{Log: slog.New(slog.NewTextHandler(&out, nil)), Now: func() time.Time { return now }}
	for n := range 24 * 60 {
		now = now.Add(time.Minute)
		seen.See([]finding.Finding{low(1), locked}[:1+n%2])
	}
	if n := strings.Count(out.String(), "\n"); n < 40 || n > 48 {
		t.Errorf("a day of two troubles in turn is %d lines, want two an hour", n)
	}
	out.Reset()
	now = now.Add(2 * time.Minute)
	for n := range 3 {
		seen.See([]finding.Finding{low(1), {Code: "error", Subject: fmt.Sprint(n), Args: finding.Args{"Why": "x"}}})
	}
	if n := strings.Count(out.String(), "\n"); n != 3 {
		t.Errorf("three new troubles are %d lines, want each at once", n)
	}
}

// Once the clock is right again its hours count anew.
func TestTroubles_AreToldAlsoWhenTheClockWasAhead(t *testing.T) {
	now := time.Date(2036, 11, 21, 9, 0, 0, 0, time.UTC)
	var out bytes.Buffer
	seen := &Troubles{Log: slog.New(slog.NewTextHandler(&out, nil)), Now: func() time.Time { return now }}
	seen.See([]finding.Finding{low(1)})
	seen.See([]finding.Finding{locked})
	seen.See([]finding.Finding{low(1)})
	now = now.AddDate(-10, 0, 0)
	out.Reset()
	seen.See([]finding.Finding{locked})
	if !strings.Contains(out.String(), "store is locked") {
		t.Errorf("the log has\n%s", &out)
	}
}
