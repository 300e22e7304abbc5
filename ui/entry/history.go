package entry

import (
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
	"kpiwall/ui/overlay"
)

// history shows all that was recorded of a KPI, newest moment first and with
// every correction. A row in force can be corrected or withdrawn.
type history struct {
	overlay.Base
	*desk
	undo    *undo
	correct func(record.Row) // opens the form for the moment of a row

	id      string
	rows    []record.Row
	loaded  bool
	choice  int
	acting  bool // asks what to do with the chosen row
	action  action
	message overlay.Message
}

// action is what can be done with a row.
type action uint8

const (
	correction action = iota
	withdrawal
)

// TakesValues reports that values are corrected here.
func (h *history) TakesValues() bool { return true }

// Section chooses a row and what to do with it.
func (h *history) Section() overlay.Section {
	there := func() bool { return !h.gone() }
	choosing := func() bool { return there() && !h.acting }
	acting := func() bool { return there() && h.acting }
	del := []fyne.KeyName{fyne.KeyDelete}
	return overlay.Section{Title: "keys.history", Bindings: []overlay.Binding{
		{Keys: overlay.UpDown, Label: "↑ ↓", Words: "key.choose", When: choosing, Do: h.move},
		{Keys: overlay.Enter, Runes: "c", Label: "key.name.enter", Words: "key.revise", When: choosing, Off: h.over, Do: h.ask(correction)},
		{Keys: del, Runes: "x", Label: "x", Words: "key.withdraw", Minor: true, When: choosing, Off: h.over, Do: h.ask(withdrawal)},
		{Keys: overlay.Sideways, Label: "← →", Words: "key.choose", When: acting, Do: func(overlay.Input) { h.action = 1 - h.action }},
		{Keys: overlay.Enter, Label: "key.name.enter", Words: "key.act", When: acting, Do: func(overlay.Input) { h.act() }},
		{Runes: "c", When: acting, Do: h.ask(correction)},
		{Keys: del, Runes: "x", When: acting, Do: h.ask(withdrawal)},
		{Runes: "u", Label: "u", Words: "key.undo", When: choosing, Do: func(overlay.Input) { h.takeBack() }},
		{Keys: overlay.Escape, Label: "key.name.escape", Words: "key.back", Do: func(overlay.Input) { h.back() }},
	}}
}

// Refuse says why a key does nothing now.
func (h *history) Refuse(why string) { h.message = overlay.Message{Text: why} }

// gone reports whether a new config has left the KPI out.
func (h *history) gone() bool { return h.wall.Board().Readings[h.id] == nil }

// Uncovered reads the rows anew after something above the history was closed.
func (h *history) Uncovered() { h.load() }

func (h *history) load() {
	h.recorder.History(h.id, func(rows []record.Row, err error) {
		h.loaded = true
		if err != nil {
			h.message = h.bad("values.unread", words.Args{"Why": h.failure(err)})
		} else {
			h.replace(rows)
		}
		h.wall.Redraw()
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
	i := slices.IndexFunc(rows, func(r record.Row) bool { return r.ID == id })
	if i >= 0 {
		h.choice = i
	}
	h.choice = max(0, min(h.choice, len(rows)-1))
	if why := h.over(); h.acting && (i < 0 || why != "") {
		h.acting, h.message = false, overlay.Message{Text: why}
	}
}

// over says why nothing can be done with the chosen row, or "".
func (h *history) over() string {
	switch {
	case len(h.rows) == 0:
		return h.say("values.nothing", nil)
	case h.rows[h.choice].Superseded:
		return h.say("values.replaced", nil)
	case h.rows[h.choice].Withdrawn:
		return h.say("values.gone", nil)
	}
	return ""
}

// replaced reports whether a row counts no more.
func replaced(r record.Row) bool { return r.Superseded || r.Withdrawn }

func (h *history) move(in overlay.Input) {
	n := 1
	if in.Key == fyne.KeyUp {
		n = -1
	}
	h.choice = max(0, min(h.choice+n, len(h.rows)-1))
	h.message = overlay.Message{}
}

// ask returns what offers to correct or withdraw the chosen row.
func (h *history) ask(a action) func(overlay.Input) {
	return func(overlay.Input) { h.acting, h.action, h.message = true, a, overlay.Message{} }
}

func (h *history) back() {
	if h.acting && !h.gone() {
		h.acting, h.message = false, overlay.Message{}
		return
	}
	h.stack.Back()
}

func (h *history) takeBack() {
	h.undo.takeBack(func(m overlay.Message) {
		if h.message = m; m.Tone == kpi.Better {
			h.load()
		}
	})
}

// act does what was chosen.
func (h *history) act() {
	row := h.rows[h.choice]
	h.acting = false
	refused := func(why string) { h.message = overlay.Message{Text: why, Tone: kpi.Worse} }
	do := func() { h.withdraw(row) }
	if h.action == correction {
		do = func() { h.correct(row) }
	}
	h.permitted(do, refused)
}

func (h *history) withdraw(row record.Row) {
	if h.gone() { // left out while the PIN was asked for
		return
	}
	h.message = h.neutral("values.withdrawing", nil)
	h.wall.Restores(row.KPI)
	h.recorder.Withdraw(row.ID, h.person.by, func(s record.Saved, err error) {
		if err != nil {
			h.wall.NotRestored(row.KPI)
			h.message = h.bad("values.not_withdrawn", words.Args{"Why": h.failure(err)})
		} else {
			h.undo.entered++
			h.message = h.good("undo.hint", words.Args{"Text": h.say("values.withdrawn", words.Args{"Text": h.speech().Saved(s)})})
			h.load()
		}
		h.wall.Redraw()
	})
}
