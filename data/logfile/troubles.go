package logfile

import (
	"log/slog"
	"strings"
	"time"
)

// Troubles logs when the wall begins to show that something is wrong and when
// that is over, for whoever asks later what the wall showed at night. A trouble
// that lasts for weeks takes few lines. It belongs to one goroutine.
type Troubles struct {
	Log *slog.Logger
	Now func() time.Time

	since time.Time // zero: all is well
	told  time.Time
	text  string // as it was told
}

// See notes the texts that the wall shows now.
func (t *Troubles) See(texts []string) {
	text, now := strings.Join(texts, "; "), t.Now()
	switch {
	case text == "" && !t.since.IsZero():
		t.Log.Info("the trouble is over", "was", t.text, "lasted", now.Sub(t.since).Round(time.Second))
		t.since = time.Time{}
	case text == "":
	case t.since.IsZero():
		t.since = now
		t.tell(text, now)
	case text != t.text && !lately(t.told, now):
		t.tell(text, now)
	}
}

func (t *Troubles) tell(text string, now time.Time) {
	t.told, t.text = now, text
	t.Log.Warn("trouble on the wall", "what", text)
}
