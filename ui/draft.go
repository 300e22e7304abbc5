package ui

import (
	"strings"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
)

// draft is what was typed for a KPI and not saved.
type draft struct {
	text, note string
	verdict    float64
	judged     bool // a verdict was chosen

	// of is the period that the value is for: fixed when typing begins, or
	// chosen. None is the current one.
	of    kpi.Period
	since time.Time // when the first of it was typed
}

// draftKey says whose draft it is: that of a KPI's value, or of the correction of
// one recorded moment.
type draftKey struct{ kpi, at string }

func (d draft) empty() bool { return d.text == "" && d.note == "" && !d.judged }

// words returns what was typed, in a few words.
func (d draft) words() string {
	switch {
	case d.text != "":
		return d.text
	case d.judged:
		return board.VerdictWord(d.verdict)
	}
	return strings.TrimSpace(d.note)
}

// renew finds the draft's period again where the calendar, or the rhythm of the
// KPI, may have become another. It reports whether the period is another one now.
func (d *draft) renew(c kpi.Calendar, every kpi.Cadence, now time.Time) bool {
	old := d.of
	if old == (kpi.Period{}) {
		return false
	}
	switch {
	case every == old.Every && every == kpi.Hour:
		d.of = c.Period(kpi.Hour, c.Start(old))
	case every == old.Every:
		d.of, _ = c.PeriodAt(every, kpi.At{Day: old.First})
	default: // the newest one of the old period
		last := c.End(old).Add(-time.Second)
		if last.After(now) {
			last = now
		}
		d.of = c.Period(every, last)
	}
	return d.of != old
}

func (f *form) draftKey() draftKey { return draftKey{f.kpi.ID, f.at.String()} }

// keep remembers what was typed, for the next time.
func (f *form) keep(w *Wall) {
	if f.draft.empty() || f.since.IsZero() { // nothing, or what the row had
		delete(w.session.drafts, f.draftKey())
		return
	}
	w.session.drafts[f.draftKey()] = f.draft
}

// offer returns the form of k, with what was typed before and not saved.
func offer(w *Wall, k *kpi.KPI) *form {
	if f := w.session.unsavedFor(draftKey{kpi: k.ID}); f != nil {
		f.offered = true
		f.look(w)
		return f
	}
	d, ok := w.session.drafts[draftKey{kpi: k.ID}]
	another := d.renew(w.board.Config.Calendar, k.Every, w.now())
	f := newForm(w, k, d)
	switch f.offered = ok; {
	case !ok || f.message.text != "":
	case another:
		f.message = message{periodChanged(k), kpi.Worse}
	default:
		f.message = message{text: "typed before and not saved: Enter saves it, another number takes its place"}
	}
	return f
}

// correction returns the form for exactly the moment of a row of k, with what was
// typed for it before and not saved.
func correction(w *Wall, k *kpi.KPI, row record.Row) *form {
	f := &form{kpi: k, at: row.At, draft: draft{note: row.Note}, values: map[kpi.Period][]kpi.Value{}}
	if waits := w.session.unsavedFor(f.draftKey()); waits != nil {
		waits.look(w)
		return waits
	}
	if d, ok := w.session.drafts[f.draftKey()]; ok {
		f.draft, f.offered = d, true
	}
	f.look(w)
	return f
}

// periodChanged says that what was typed was for a period that is none any more.
func periodChanged(k *kpi.KPI) string {
	return "the config wants a value for each " + k.Every.String() + " now: is the period right?"
}
