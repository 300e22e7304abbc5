package logfile

import (
	"io"
	"log/slog"
	"strings"
	"time"
)

// maxComplaints bounds what is remembered, should a library put a number into
// each of its complaints.
const maxComplaints = 100

// harmless are parts of Fyne's complaints about what the wall does not use: it
// has a theme, a locale and settings of its own, and caches nothing.
var harmless = []string{
	"watch theme settings", "user theme file", "user locale", "Settings", "settings storage",
	"references", "cache space", "storage space",
}

// complaint is what a library says: Fyne in three lines, others in one.
type complaint struct{ what, cause string }

// libraries logs what libraries say through the standard package log.
type libraries struct {
	log  *slog.Logger
	now  func() time.Time
	open complaint // by Fyne, whose last line has not come
	said map[complaint]time.Time
}

// Libraries returns what the standard package log, whose flags must be 0, is to
// write to, so that the complaints of libraries are in the wall's log too: each
// as one line, the same one once an hour at most, and none that mean nothing here.
func Libraries(log *slog.Logger, now func() time.Time) io.Writer {
	return &libraries{log: log, now: now, said: map[complaint]time.Time{}}
}

func (l *libraries) Write(text []byte) (int, error) {
	line := strings.TrimSpace(string(text))
	what, begins := strings.CutPrefix(line, "Fyne error:")
	cause, goesOn := strings.CutPrefix(line, "Cause:")
	switch {
	case begins:
		l.say()
		l.open.what = "fyne: " + strings.TrimSpace(what)
	case l.open.what != "" && goesOn:
		l.open.cause = strings.TrimSpace(cause)
	case l.open.what != "" && strings.HasPrefix(line, "At:"): // a place in Fyne's source
		l.say()
	default:
		l.say()
		l.open.what = line
		l.say()
	}
	return len(text), nil
}

// say logs the open complaint, if there is one and it is worth it.
func (l *libraries) say() {
	c, now := l.open, l.now()
	l.open = complaint{}
	if c.what == "" || meansNothing(c.what) || lately(l.said[c], now) {
		return
	}
	if len(l.said) >= maxComplaints {
		clear(l.said)
	}
	l.said[c] = now
	if c.cause == "" {
		l.log.Warn(c.what)
	} else {
		l.log.Warn(c.what, "error", c.cause)
	}
}

func meansNothing(what string) bool {
	for _, h := range harmless {
		if strings.Contains(what, h) {
			return true
		}
	}
	return false
}
