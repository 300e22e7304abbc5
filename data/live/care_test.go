package live

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
	w := newWard(t)
	var log bytes.Buffer
	w.live.Log = slog.New(slog.NewTextHandler(&log, nil))
	w.offset = -2 * 24 * time.Hour // the value was recorded two days from now
	c := w.carer()
	w.hours(c, 5)
	if told := c.tells("clock"); !strings.Contains(told, "it says 2026-11-18 13:00") {
		t.Errorf("told %q, want the time of the last look", told)
	}
	if n := strings.Count(log.String(), "the clock may be wrong"); n != 1 {
		t.Errorf("the log has it %d times:\n%s", n, &log)
	}
	w.offset = 0
	w.hours(c, 1)
	if told := c.tells("clock"); told != "" {
		t.Errorf("with the clock right: %q", told)
	}
}

// The wall's tiles may lie on sound pages while the newest row does not.
func TestCare_TellsOfDamageThatNoTileMeets(t *testing.T) {
	w := newWard(t)
	content, err := os.ReadFile(w.live.Store)
	w.do(err)
	c := w.carer()
	w.hours(c, 1)
	w.do(overwrite(w.live.Store, damaged(content)))
	w.hours(c, 1)
	if got := c.tells("store"); !strings.HasPrefix(got, "store is damaged") {
		t.Errorf("told %q", got)
	}
	w.do(overwrite(w.live.Store, content))
	w.hours(c, 1)
	if got := c.tells("store"); got != "" {
		t.Errorf("after it is mended: %q", got)
	}
}

// tells returns what the care has told of under a name.
func (c *care) tells(name string) string {
	var all []string
	for _, f := range c.told[name] {
		all = append(all, words.Wall(f, c.now()))
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
