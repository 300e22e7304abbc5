package engine

import (
	"bytes"
	"log/slog"
	"os"
	"strings"
	"testing"
	"time"

	"kpiwall/data/words"
)

// The text says what time it is, and so is another one every minute: that must
// not fill the log.
func TestCare_TellsOfOneTroubleOnce(t *testing.T) {
	h := newHarness(t)
	var log bytes.Buffer
	h.engine.Log = slog.New(slog.NewTextHandler(&log, nil))
	h.offset = -2 * 24 * time.Hour // the value was recorded two days from now
	m := h.maintenance()
	h.hours(m, 5)
	if reported := m.reported("clock"); !strings.Contains(reported, "it says 2026-11-18 13:00") {
		t.Errorf("reported %q, want the time of the last look", reported)
	}
	if n := strings.Count(log.String(), "the clock may be wrong"); n != 1 {
		t.Errorf("the log has it %d times:\n%s", n, &log)
	}
	h.offset = 0
	h.hours(m, 1)
	if reported := m.reported("clock"); reported != "" {
		t.Errorf("with the clock right: %q", reported)
	}
}

// The wall's tiles may lie on sound pages while the newest row does not.
func TestCare_TellsOfDamageThatNoTileMeets(t *testing.T) {
	h := newHarness(t)
	content, err := os.ReadFile(h.engine.Store)
	h.do(err)
	m := h.maintenance()
	h.hours(m, 1)
	h.do(overwrite(h.engine.Store, damaged(content)))
	h.hours(m, 1)
	if got := m.reported("store"); !strings.HasPrefix(got, "store is damaged") {
		t.Errorf("reported %q", got)
	}
	h.do(overwrite(h.engine.Store, content))
	h.hours(m, 1)
	if got := m.reported("store"); got != "" {
		t.Errorf("after it is mended: %q", got)
	}
}

// reported returns what the maintenance has reported under a name.
func (m *maintenance) reported(name string) string {
	var all []string
	for _, f := range m.shown[name] {
		all = append(all, words.English().Wall(f, m.now()))
	}
	return strings.Join(all, " | ")
}

// damaged returns the content of a store whose page of rows is broken: the one
// that holds the name of the KPI beside its source.
func damaged(content []byte) []byte {
	const page = 4096
	broken := bytes.Clone(content)
	for at := page; at+page <= len(broken); at += page {
		if broken[at] == 13 && bytes.Contains(broken[at:at+page], []byte("orders")) { // a leaf of a table
			copy(broken[at:], make([]byte, 16))
		}
	}
	return broken
}
