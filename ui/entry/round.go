package entry

import (
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/ui/overlay"
)

// round is the entry of values: the list of KPIs, those that are due first, and
// the form of the one chosen.
type round struct {
	overlay.Base
	*desk
	queue       *queue
	undo        *undo
	drafts      drafts
	showHistory func(id string)

	filter string
	choice int           // the place of the cursor in the list
	at     string        // the KPI under it, which it follows where the list changes
	done   map[slot]bool // recorded in this round

	form    *form // nil while the list stands
	alone   bool  // opened for one KPI: there is no list behind the form
	message overlay.Message

	undoHint string // the message which says that u undoes, and what; empty: none does
	undoing  bool   // u was the last key of the list: another one goes on

	ahead []overlay.Input // keys that came while a value was on its way to the store
}

// slot is what one value is for.
type slot struct {
	kpi    string
	period kpi.Period
}

// TakesValues reports that values are entered here.
func (e *round) TakesValues() bool { return true }

// choose opens the form of a KPI, with what was typed before and not saved.
func (e *round) choose(id string) {
	r := e.wall.Board().Readings[id]
	if r == nil {
		return
	}
	e.form = e.offer(r.KPI)
	e.find("")
}

// offer returns the form of k, with what was typed before and not saved.
func (e *round) offer(k *kpi.KPI) *form {
	if f := e.queue.of(draftKey{kpi: k.ID}); f != nil {
		f.offered = true
		f.look()
		return f
	}
	d, ok := e.drafts[draftKey{kpi: k.ID}]
	another := d.renew(e.calendar(k), k.Every, e.wall.Now())
	f := e.formOf(k, d)
	switch f.offered = ok; {
	case !ok || f.message.Text != "":
	case another:
		f.message = overlay.Message{Text: e.periodChanged(k), Tone: kpi.Worse}
	default:
		f.message = e.neutral("entry.draft", nil)
	}
	return f
}

// correct opens the form for exactly the moment of a row of k, with what was typed
// for it before and not saved.
func (e *round) correct(k *kpi.KPI, row record.Row) {
	f := &form{desk: e.desk, kpi: k, at: row.At, draft: draft{note: row.Note}, values: map[kpi.Period][]kpi.Value{}}
	if waits := e.queue.of(f.draftKey()); waits != nil {
		f = waits
	} else if d, ok := e.drafts[f.draftKey()]; ok {
		f.draft, f.offered = d, true
	}
	e.form = f
	f.look()
}

// Tick lets the form follow the time.
func (e *round) Tick() {
	if e.form != nil {
		e.form.tick()
	}
}

// Closed keeps what was typed when the wall takes over.
func (e *round) Closed() {
	if e.form != nil {
		e.form.keep(e.drafts)
	}
}

// Refuse says why a key does nothing now.
func (e *round) Refuse(why string) { e.message = overlay.Message{Text: why} }

// find lists the KPIs that a text finds, the cursor on the first.
func (e *round) find(filter string) {
	e.filter, e.choice, e.at = filter, 0, ""
	e.follow()
}

// move moves the cursor by n places.
func (e *round) move(n int) {
	e.choice, e.at = max(0, e.cursor(e.listed())+n), ""
	e.leaveUndo()
	e.follow()
}

// follow keeps the cursor on its KPI where the list may have changed, or else on the
// place that it had.
func (e *round) follow() {
	list := e.listed()
	if len(list) == 0 {
		return
	}
	e.choice = e.cursor(list)
	e.at = list[e.choice].KPI.ID
}

// cursor returns the place of the cursor in a list.
func (e *round) cursor(list []*board.Reading) int {
	if i := slices.IndexFunc(list, func(r *board.Reading) bool { return r.KPI.ID == e.at }); i >= 0 {
		return i
	}
	return max(0, min(e.choice, len(list)-1))
}

// chosen returns the reading under the cursor, or nil.
func (e *round) chosen() *board.Reading {
	list := e.listed()
	if len(list) == 0 {
		return nil
	}
	return list[e.cursor(list)]
}
