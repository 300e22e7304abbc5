package ui

import (
	"maps"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

const (
	// changedFor is how long a value that changed on the screen stays marked.
	changedFor = 12 * time.Second

	// restoredFor is how long the board may take to show what was set right.
	restoredFor = time.Minute
)

// news is what a new board says that the one before did not. It has no clock: every
// method is told the time.
type news struct {
	verdicts map[string]kpi.Status // the last final ones, by KPI
	restored map[string]time.Time  // KPIs that somebody at the screen sets right, and until when the board is to show it
	changed  map[string]time.Time  // KPIs whose value changed on the screen, and until when to mark them
}

func newNews() news {
	return news{verdicts: map[string]kpi.Status{}, restored: map[string]time.Time{}, changed: map[string]time.Time{}}
}

// tiding is what is new of a KPI.
type tiding struct {
	kpi  string
	what what
}

type what uint8

const (
	leftTarget what = iota
	backOnTarget
	goalReached
	setRight // by somebody at the screen
)

// begin takes over a board of another definition, of which nothing is news.
func (n *news) begin(b *board.Board) {
	clear(n.verdicts)
	n.learn(b)
}

// compare returns what is new on a board of the same definition, in the order of the
// config, and marks the values that changed. What an undo or a correction at this
// screen has brought back is no news to anybody, and a verdict that may change by
// itself, of a sum whose period runs, is none yet.
func (n *news) compare(before, after *board.Board, now time.Time) (tidings []tiding) {
	n.forget(now)
	s := words.Of(after.Config)
	for i := range after.Config.KPIs {
		id := after.Config.KPIs[i].ID
		r, old := after.Readings[id], before.Readings[id]
		if r == nil || old == nil {
			continue
		}
		restored := n.isRestored(old, r, now)
		if !old.Has || !r.Has {
			continue
		}
		if s.ReadingText(r) != s.ReadingText(old) || old.Period != r.Period {
			n.changed[id] = now.Add(changedFor)
		}
		was := n.verdicts[id]
		switch {
		case restored:
			tidings = append(tidings, tiding{id, setRight})
		case !r.Final:
		case r.Status.Off() && !was.Off():
			tidings = append(tidings, tiding{id, leftTarget})
		case r.Status == kpi.Reached && was != kpi.Reached:
			tidings = append(tidings, tiding{id, goalReached})
		case r.Status == kpi.OnTarget && was.Off():
			tidings = append(tidings, tiding{id, backOnTarget})
		}
	}
	n.learn(after)
	return tidings
}

// learn remembers the final verdicts of b. An overdue value has none: what is heard
// next is judged by the one before.
func (n *news) learn(b *board.Board) {
	for id, r := range b.Readings {
		if r.Final && r.Status.Verdict() {
			n.verdicts[id] = r.Status
		}
	}
}

// restores notes that somebody sets the KPI id right; notRestored that it failed.
func (n *news) restores(id string, now time.Time) { n.restored[id] = now.Add(restoredFor) }
func (n *news) notRestored(id string)             { delete(n.restored, id) }

// isRestored reports whether the change from old to r is what somebody at the
// screen has set right, which it is once.
func (n *news) isRestored(old, r *board.Reading, now time.Time) bool {
	until, ok := n.restored[r.KPI.ID]
	if !ok || old.Has == r.Has && old.Number == r.Number && old.Period == r.Period && old.Status == r.Status {
		return false
	}
	delete(n.restored, r.KPI.ID)
	return !now.After(until)
}

// forget drops the marks whose time is over, or would not be for long because the
// clock was set back.
func (n *news) forget(now time.Time) {
	maps.DeleteFunc(n.changed, func(_ string, until time.Time) bool {
		return now.After(until) || until.Sub(now) > changedFor
	})
}

// loudPages returns the pages with a KPI outside its target, where there is still
// something to be done about it; no overview, or it would come every second time.
func loudPages(b *board.Board) []int {
	var loud []int
	for i := range b.Config.Pages {
		if p := &b.Config.Pages[i]; !p.Overview && isLoud(b, p) {
			loud = append(loud, i)
		}
	}
	return loud
}

func isLoud(b *board.Board, p *config.Page) bool {
	for _, id := range p.Tiles {
		if r := b.Readings[id]; r != nil && r.Final && r.Status.Off() && r.Status != kpi.Missed {
			return true
		}
	}
	return false
}
