package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
)

// history shows all that was recorded of a KPI, newest moment first and with
// every correction. A row in force can be corrected or withdrawn.
type history struct {
	id      string
	rows    []record.Row
	loaded  bool
	choice  int
	acting  bool // asks what to do with the chosen row
	action  int  // 0 correct, 1 withdraw
	message message
}

// showHistory opens the values of the KPI id with every correction.
func (w *Wall) showHistory(id string) {
	if w.desk == nil || w.board == nil || w.board.Readings[id] == nil {
		return
	}
	h := &history{id: id}
	w.open(h)
	h.load(w)
}

func (h *history) load(w *Wall) {
	w.desk.History(h.id, func(rows []record.Row, err error) {
		h.loaded = true
		if err != nil {
			h.message = message{"the history could not be read: " + failure(err), kpi.Worse}
		} else {
			h.replace(rows)
		}
		w.drawEdges()
	})
}

// replace shows rows that were read anew; the cursor stays on the row that it was
// on, and what was asked of a row that stands no more is asked no more.
func (h *history) replace(rows []record.Row) {
	var id int64
	if h.choice < len(h.rows) {
		id = h.rows[h.choice].ID
	}
	h.rows = rows
	if i := slices.IndexFunc(rows, func(r record.Row) bool { return r.ID == id }); i >= 0 {
		h.choice = i
	} else {
		h.acting = false
	}
	h.choice = max(0, min(h.choice, len(rows)-1))
	if h.acting && over(rows[h.choice]) {
		h.ask(h.action)
	}
}

// over reports whether a row counts no more.
func over(r record.Row) bool { return r.Superseded || r.Withdrawn }

func (h *history) key(w *Wall, name fyne.KeyName) {
	gone := h.gone(w)
	switch {
	case name == fyne.KeyEscape:
		if h.acting && !gone {
			h.acting, h.message = false, message{}
			return
		}
		w.closeOverlay()
	case gone:
	case name == fyne.KeyUp:
		h.move(-1)
	case name == fyne.KeyDown:
		h.move(1)
	case name == fyne.KeyLeft, name == fyne.KeyRight:
		h.action = 1 - h.action
	case name == fyne.KeyDelete:
		h.ask(1)
	case name == fyne.KeyReturn, name == fyne.KeyEnter:
		if h.acting {
			h.act(w)
		} else {
			h.ask(0)
		}
	}
}

// gone reports whether a new config has left the KPI out.
func (h *history) gone(w *Wall) bool { return w.board.Readings[h.id] == nil }

func (h *history) typed(w *Wall, r rune) {
	if h.gone(w) {
		return
	}
	switch r {
	case 'u', 'U':
		w.takeBack(func(m message) {
			if h.message = m; m.tone == kpi.Better {
				h.load(w)
			}
			w.drawEdges()
		})
	case 'c', 'C':
		h.ask(0)
	case 'x', 'X':
		h.ask(1)
	}
}

func (h *history) move(n int) {
	if !h.acting {
		h.choice = max(0, min(h.choice+n, len(h.rows)-1))
		h.message = message{}
	}
}

// ask offers to correct or withdraw the chosen row, if it is in force.
func (h *history) ask(action int) {
	if len(h.rows) == 0 {
		return
	}
	if over(h.rows[h.choice]) {
		h.acting = false
		h.message = message{"this row is history already: choose the one in force above it", kpi.Steady}
		return
	}
	h.acting, h.action = true, action
	h.message = message{}
}

// act does what was chosen.
func (h *history) act(w *Wall) {
	row := h.rows[h.choice]
	h.acting = false
	refused := func(why string) { h.message = message{why, kpi.Worse} }
	if h.action == 0 {
		w.permitted(func() { w.correct(row) }, refused)
		return
	}
	w.permitted(func() {
		if h.gone(w) { // left out while the PIN was asked for
			return
		}
		h.message = message{text: "withdrawing …"}
		w.restores(row.KPI)
		w.desk.Withdraw(row.ID, w.session.by, func(s record.Saved, err error) {
			if err != nil {
				delete(w.restored, row.KPI)
				h.message = message{"not withdrawn: " + failure(err), kpi.Worse}
				w.drawEdges()
				return
			}
			w.session.undo = append(w.session.undo, recorded{s.Value.ID, s.Value.KPI})
			h.message = message{"withdrawn: " + words.Of(w.board.Config).Saved(s) + " · u undoes", kpi.Better}
			h.load(w)
		})
	}, refused)
}

// correct opens the form for exactly the moment of a row.
func (w *Wall) correct(row record.Row) {
	if r := w.board.Readings[row.KPI]; r != nil { // else a new config has left it out
		w.open(&entry{done: map[string]bool{}, alone: true, form: correction(w, r.KPI, row)})
	}
}

// again reads the rows anew after something above the history was closed.
func (h *history) again(w *Wall) { h.load(w) }
