package logfile

import (
	"log/slog"
	"strings"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/words"
)

// Troubles logs when the wall begins to show that something is wrong and when
// that is over, for whoever asks later what the wall showed at night. A trouble
// that lasts for weeks takes one line, also where its words change with the
// minutes, and ones that come and go take few. It belongs to one goroutine.
type Troubles struct {
	Log *slog.Logger
	Now func() time.Time

	since    time.Time            // zero: all is well
	key      string               // what the wall shows
	text     string               // as it was logged
	loggedAt map[string]time.Time // when each was logged, by key
}

// See notes what the wall shows now.
func (t *Troubles) See(found []finding.Finding) {
	key, now := keyOf(found), t.Now()
	switch {
	case key == "" && !t.since.IsZero():
		t.Log.Info("the trouble is over", "was", t.text, "lasted", now.Sub(t.since).Round(time.Second))
		t.since = time.Time{}
	case key == "":
	case t.since.IsZero():
		t.since = now
		t.log(key, found, now)
	case key != t.key && !lately(t.loggedAt[key], now):
		t.log(key, found, now)
	}
	t.key = key
}

// keyOf says what was found without what changes from minute to minute.
func keyOf(found []finding.Finding) string {
	var b strings.Builder
	for _, f := range found {
		b.WriteString(f.Code + " " + f.Subject + "\n")
	}
	return b.String()
}

func (t *Troubles) log(key string, found []finding.Finding, now time.Time) {
	if t.loggedAt == nil {
		t.loggedAt = map[string]time.Time{}
	}
	for k, at := range t.loggedAt {
		if !lately(at, now) {
			delete(t.loggedAt, k)
		}
	}
	texts := make([]string, len(found))
	for i, f := range found {
		texts[i] = words.English().Wall(f, now)
	}
	t.loggedAt[key], t.text = now, strings.Join(texts, "; ")
	t.Log.Warn("trouble on the wall", "what", t.text)
}
