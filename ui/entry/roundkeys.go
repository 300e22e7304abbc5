package entry

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
	"kpiwall/ui/overlay"
)

// Section says what the keys do in the list, or in the form that stands.
func (e *round) Section() overlay.Section {
	if e.form != nil {
		return e.formSection()
	}
	return e.listSection()
}

// listSection takes digits for the value of the chosen KPI, and letters to find
// another.
func (e *round) listSection() overlay.Section {
	search := func(filter string) {
		e.leaveUndo()
		e.find(filter)
	}
	return overlay.Section{Title: "keys.list", Bindings: []overlay.Binding{
		{Runes: "u", Label: "u", Words: "key.undo", Minor: true, When: e.undoes, Do: func(overlay.Input) { e.takeBack() }},
		{Text: isFirstOfNumber, Label: "key.name.digits", Words: "key.digits", When: e.some, Off: e.takesNoNumber, Do: e.openWith},
		{Text: e.isOfName, Label: "key.name.letters", Words: "key.find", Do: func(in overlay.Input) { search(e.filter + string(in.Char)) }},
		{Keys: overlay.UpDown, Label: "↑ ↓", Words: "key.choose", When: e.some, Do: e.step},
		{Keys: []fyne.KeyName{fyne.KeyTab}, Do: e.step},
		{Keys: []fyne.KeyName{fyne.KeyBackspace}, Do: func(overlay.Input) { search(withoutLast(e.filter)) }},
		{Keys: []fyne.KeyName{fyne.KeyDelete}, Do: func(overlay.Input) { search("") }},
		{Keys: overlay.Enter, Label: "key.name.enter", Words: "key.open", When: e.some, Do: func(overlay.Input) { e.open() }},
		{Keys: overlay.Escape, Label: "key.name.escape", Words: "key.back", Do: func(overlay.Input) { e.stack.Back() }},
	}}
}

// formSection takes what the form takes. Keys that come while its value is on the way
// to the store are held back.
func (e *round) formSection() overlay.Section {
	f := e.form
	there := func() bool { return !f.gone }
	empty := func() bool { return there() && f.field == valueField && f.text == "" && !f.kpi.Judged }
	bindings := []overlay.Binding{
		{Any: true, When: e.holds, Do: e.hold},
		{Keys: overlay.Enter, Label: "key.name.enter", Words: "key.take_period", When: func() bool { return there() && f.saysPeriod() }, Do: f.takePeriod},
		{Keys: overlay.Enter, Label: "key.name.enter", Words: "key.save", When: func() bool { return there() && !f.saysPeriod() }, Do: func(overlay.Input) { e.save() }},
		{Runes: "u", Label: "u", Words: "key.undo", Minor: true, When: e.undoes, Do: func(overlay.Input) { e.takeBack() }},
		{Runes: "h", Label: "h", Words: "key.history", Minor: true, When: empty, Do: func(overlay.Input) { e.showHistory(f.kpi.ID) }},
	}
	bindings = append(bindings, f.bindings()...)
	return overlay.Section{
		Title:    "keys.form",
		Bindings: append(bindings, overlay.Binding{Keys: overlay.Escape, Label: "key.name.escape", Words: "key.back", Do: func(overlay.Input) { e.leaveForm() }}),
	}
}

// undoes reports whether the key that undoes does so where it could be the beginning
// of something else: right after a save or an undo in the list, and in a form that takes a
// number and has none.
func (e *round) undoes() bool {
	if f := e.form; f != nil {
		return !f.gone && !f.kpi.Judged && f.field == valueField && f.text == ""
	}
	return e.undoHint != "" || e.undoing
}

// leaveUndo has u be a letter again.
func (e *round) leaveUndo() { e.undoHint, e.undoing = "", false }

func (e *round) some() bool { return e.chosen() != nil }

// isFirstOfNumber reports whether r begins a number.
func isFirstOfNumber(r rune) bool { return strings.ContainsRune("0123456789-−+.,", r) }

// takesNoNumber says why digits do not go to the chosen KPI, or "".
func (e *round) takesNoNumber() string {
	if e.chosen().KPI.Judged {
		return e.say("entry.takes_sentence", nil)
	}
	return ""
}

// isOfName reports whether r goes on with the name that is looked for.
func (e *round) isOfName(r rune) bool { return unicode.IsLetter(r) || r == ' ' && e.filter != "" }

func (e *round) step(in overlay.Input) {
	n := 1
	if in.Key == fyne.KeyUp {
		n = -1
	}
	e.move(n)
}

// open opens the form of the chosen KPI.
func (e *round) open() {
	e.message = overlay.Message{}
	e.leaveUndo()
	e.choose(e.chosen().KPI.ID)
}

// openWith opens an empty form of the chosen KPI, where a number goes that was begun
// in the list: a draft must not lend its note or period to another number.
func (e *round) openWith(in overlay.Input) {
	e.message = overlay.Message{}
	e.leaveUndo()
	e.form = e.formOf(e.chosen().KPI, draft{})
	e.find("")
	e.form.typeNumber(in)
}

// leaveForm goes back to the list, or to what the form was opened from. Somebody has
// seen by then that a value is not saved.
func (e *round) leaveForm() {
	f := e.form
	f.keep(e.drafts)
	if f.entered != nil && f.entered.refused != "" && !f.entered.saving {
		f.entered = nil
	}
	e.form = nil
	e.follow()
	if e.alone {
		e.stack.Close(e)
	}
}

// takeBack undoes what was entered last.
func (e *round) takeBack() {
	e.undoHint, e.undoing = "", e.form == nil
	e.undo.takeBack(func(m overlay.Message) {
		e.message = m
		switch {
		case e.undo.asks():
			e.undoHint = "undo.asked"
		case m.Tone == kpi.Better && e.undo.entered > 0:
			e.undoHint = "undo.hint_before"
		}
	})
}
