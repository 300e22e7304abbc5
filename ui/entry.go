package ui

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
)

// entry is the round of values: the list of KPIs, those that are due first, and
// the form of the one chosen. It is a state machine on keys; what the store
// says comes back through the desk.
type entry struct {
	filter string
	choice int             // the place of the cursor in the list
	at     string          // the KPI under it, which it follows where the list changes
	done   map[string]bool // recorded in this round

	form    *form // nil while the list stands
	alone   bool  // opened for one KPI: there is no list behind the form
	message message
	fresh   bool // the message is of a save just made, which u undoes

	ahead []input // keys that came while a value was on its way to the store
}

// message is a line that tells how something went.
type message struct {
	text string
	tone kpi.Trend // Better: it went well, Worse: it did not
}

// enter opens the entry of a value for the KPI id, or the round of all due
// ones where id is empty.
func (w *Wall) enter(id string) {
	if w.board == nil || len(w.board.Config.KPIs) == 0 {
		return
	}
	w.change(func() {
		e := &entry{done: map[string]bool{}, alone: id != ""}
		if id != "" {
			if e.choose(w, id); e.form == nil { // left out while the PIN was asked for
				w.say(lacks(id))
				return
			}
		}
		w.open(e)
	})
}

// choose opens the form of a KPI.
func (e *entry) choose(w *Wall, id string) {
	r := w.board.Readings[id]
	if r == nil {
		return
	}
	e.form = offer(w, r.KPI)
	e.find("")
}

// find lists the KPIs that a text finds, the cursor on the first.
func (e *entry) find(filter string) { e.filter, e.choice, e.at = filter, 0, "" }

// move moves the cursor by n places.
func (e *entry) move(w *Wall, n int) {
	e.chosen(w)
	e.choice, e.at = max(0, e.choice+n), ""
}

// key handles a named key.
func (e *entry) key(w *Wall, name fyne.KeyName) {
	if e.holds(input{key: name}) {
		return
	}
	if e.form != nil {
		e.formKey(w, name)
		return
	}
	e.fresh = false
	switch name {
	case fyne.KeyEscape:
		w.closeOverlay()
		return
	case fyne.KeyUp:
		e.move(w, -1)
	case fyne.KeyDown, fyne.KeyTab:
		e.move(w, 1)
	case fyne.KeyBackspace:
		e.find(withoutLast(e.filter))
	case fyne.KeyDelete:
		e.find("")
	case fyne.KeyReturn, fyne.KeyEnter:
		if r := e.chosen(w); r != nil {
			e.message = message{}
			e.choose(w, r.KPI.ID)
		}
	}
	e.chosen(w) // keeps the cursor on the list
}

// typed handles a character: digits go to the value of the chosen KPI, letters
// look for another.
func (e *entry) typed(w *Wall, r rune) {
	if e.holds(input{char: r}) {
		return
	}
	if e.form != nil {
		e.formTyped(w, r)
		return
	}
	if e.fresh && (r == 'u' || r == 'U') {
		e.takeBack(w)
		return
	}
	e.fresh = false
	if strings.ContainsRune("0123456789-−+.,", r) {
		if c := e.chosen(w); c != nil && !c.KPI.Judged {
			e.message = message{}
			e.form = newForm(w, c.KPI, draft{}) // a draft must not lend its note or period to another number
			e.find("")
			e.formTyped(w, r)
		}
		return
	}
	if unicode.IsLetter(r) || (r == ' ' && e.filter != "") {
		e.find(e.filter + string(r))
		e.chosen(w)
	}
}

// takeBack undoes what was entered last at this screen.
func (e *entry) takeBack(w *Wall) {
	e.fresh = false
	w.takeBack(func(m message) {
		e.message = m
		if e.fresh = m.tone == kpi.Better && len(w.session.undo) > 0; e.fresh {
			e.message.text += " · u undoes the one before"
		}
		w.drawEdges()
	})
}

// formKey handles a named key in the form.
func (e *entry) formKey(w *Wall, name fyne.KeyName) {
	f := e.form
	switch {
	case name == fyne.KeyEscape:
		f.keep(w)
		if f.entered != nil && f.entered.refused != "" { // somebody has seen that it is not saved
			w.takeOff(f)
		}
		e.form = nil
		if e.alone {
			w.closeOverlay()
		}
	case f.gone:
	case name == fyne.KeyReturn, name == fyne.KeyEnter:
		e.save(w)
	default:
		f.key(w, name)
	}
}

// formTyped handles a character in the form.
func (e *entry) formTyped(w *Wall, r rune) {
	f := e.form
	if f.gone {
		return
	}
	if f.field == valueField && f.text == "" && !f.kpi.Judged {
		switch r {
		case 'u', 'U':
			e.takeBack(w)
			return
		case 'h', 'H':
			w.showHistory(f.kpi.ID)
			return
		}
	}
	e.fresh = false
	f.typed(w, r)
}

// tick lets the form follow the time.
func (e *entry) tick(w *Wall) {
	if e.form != nil {
		e.form.tick(w)
	}
}

// leave keeps what was typed when the wall takes over.
func (e *entry) leave(w *Wall) {
	if e.form != nil {
		e.form.keep(w)
	}
}

func withoutLast(s string) string {
	r := []rune(s)
	return string(r[:max(0, len(r)-1)])
}
