package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/config"
	"kpiwall/data/words"
	"kpiwall/ui/entry"
	"kpiwall/ui/overlay"
	"kpiwall/ui/page"
)

// pageKeys turn pages also where a tile is chosen; presenters send them.
var pageKeys = []fyne.KeyName{fyne.KeyPageUp, fyne.KeyPageDown}

// section is what keys do on the wall itself.
func (w *Wall) section() overlay.Section {
	chosen := func() bool { return !w.selection.none() }
	return overlay.Section{Title: "keys.on_wall", Bindings: []overlay.Binding{
		{Runes: "o", Label: "o", Words: "key.own", Short: "key.own.short", First: true, Has: w.canBegin, Do: w.begin},
		{Keys: overlay.Enter, Label: "key.name.enter", Words: "key.look", When: chosen, Do: func(overlay.Input) { w.look(w.selection.kpi) }},
		{
			Keys: overlay.Enter, Runes: "e", Label: "key.name.enter_or_e", Words: "key.enter_values", First: true, Off: w.forbidden,
			Do: func(overlay.Input) { w.entry.Enter(w.selection.kpi) },
		},
		{Keys: overlay.UpDown, Label: "↑ ↓", Words: "key.choose_tile", Do: w.choose},
		{Keys: slices.Concat(overlay.Sideways, pageKeys), Label: "← →", Words: "key.turn", Do: w.turn},
		{Runes: "123456789", Label: "1 … 9", Words: "key.page", Do: func(in overlay.Input) { w.jump(int(in.Char - '1')) }},
		{Keys: []fyne.KeyName{fyne.KeySpace}, Label: "key.name.space", Words: "key.pause", Do: func(overlay.Input) { w.rotation.toggle(w.now()) }},
		{Runes: "u", Label: "u", Words: "key.undo_here", Do: func(overlay.Input) { w.entry.Undo() }},
		{Runes: "b", Label: "b", Words: "key.look_back", When: func() bool { return w.Past != nil && !w.board.AsOf }, Do: func(overlay.Input) { w.lookBack() }},
		{Runes: "h", Label: "h", Words: "key.history_of_tile", Off: w.unchosen, Do: func(overlay.Input) { w.entry.ShowHistory(w.chosenOrOnly()) }},
		{Keys: []fyne.KeyName{fyne.KeyF11}, Runes: "f", Label: "key.name.full_screen", Words: "key.full_screen", Do: func(overlay.Input) { w.OnFullScreen() }},
		{Runes: "l", Label: "l", Words: "key.legibility", Do: func(overlay.Input) { w.stack.Open(overlay.NewLegibility(&w.stack)) }},
		{Runes: "c", Label: "c", Words: "key.edit", Has: w.canEdit, Off: w.readOnly, Do: w.edit},
		{Runes: "?", Label: "?", Words: "key.help", Short: "key.help.short", First: true, Do: func(overlay.Input) { w.help() }},
		{Runes: "q", Label: "q", Words: "key.quit", Do: func(overlay.Input) { w.stack.Open(overlay.NewQuit(&w.stack, w.entry.Loss, w.quit)) }},
		{Keys: overlay.Escape, Label: "key.name.escape", Words: "key.back_to_wall", Do: func(overlay.Input) { w.escape() }},
	}}
}

// Keys returns what the keys do, on the wall and in all that stands over it, for the
// manual.
func Keys() []overlay.Section {
	sections := []overlay.Section{(&Wall{}).section(), (&overlay.Detail{}).Section()}
	return append(sections, entry.Sections()...)
}

// TypedKey handles a named key. The name of a letter, a digit or a sign is none:
// its character follows, and one press must not be two.
func (w *Wall) TypedKey(e *fyne.KeyEvent) {
	w.typePad()
	if !w.wakes() && len(e.Name) > 1 {
		w.press(overlay.Input{Key: e.Name})
	}
}

// TypedRune handles a character.
func (w *Wall) TypedRune(r rune) {
	w.pad = 0
	if !w.wakes() {
		w.press(overlay.Input{Char: r})
	}
}

// wakes notes that a key was pressed, and reports whether it did no more than
// wake the wall.
func (w *Wall) wakes() bool {
	w.presence.touch(w.now())
	wakes, only := w.sleep.key(w.now())
	if wakes {
		w.slept()
		w.draw()
	}
	return only
}

// press hands a key to whoever has the keys. What nobody takes may ask for help.
func (w *Wall) press(in overlay.Input) {
	if w.board == nil {
		return
	}
	if top := w.stack.Top(); top == nil {
		overlay.Press(w.section().Bindings, in, w.Say)
	} else if !overlay.Press(top.Section().Bindings, in, top.Refuse) && in.Char == '?' {
		w.help()
	}
	w.settle()
	w.drawSoon()
}

// help explains the keys of whatever has them.
func (w *Wall) help() {
	of := w.section()
	if top := w.stack.Top(); top != nil {
		of = top.Section()
	}
	w.stack.Open(overlay.NewHelp(&w.stack, of))
}

// drawSoon draws once for all the keys that have come: a text that is pasted comes
// as thousands, each of which would take milliseconds.
func (w *Wall) drawSoon() {
	if w.drawing {
		return
	}
	w.drawing = true
	w.Soon(func() {
		w.drawing = false
		w.drawEdges()
	})
}

func (w *Wall) forbidden() string { return w.entry.Forbidden("") }

// readOnly says why the config cannot be changed at this wall, or "". What was copied
// from another computer is its values, and not its config; and a board without KPIs is
// one to be written, though there is nothing to enter.
func (w *Wall) readOnly() string {
	if c := w.board.Config; c.Store.Role == config.Copy || len(c.KPIs) == 0 {
		return ""
	}
	return w.forbidden()
}

// quit closes the wall, after the PIN where the board wants it for that.
func (w *Wall) quit() { w.entry.BeforeClosing(w.OnQuit) }

// look shows a KPI full screen.
func (w *Wall) look(id string) {
	w.stack.Open(overlay.NewDetail(w, &w.stack, w.entry, id))
}

// choose chooses the next tile; on an overview, whose columns are read downwards, also one
// of the column beside.
func (w *Wall) choose(in overlay.Input) {
	if v := w.view(); !w.selection.none() && slices.Contains(overlay.Sideways, in.Key) && v.Shown().Overview {
		w.selection.kpi = page.Beside(v, w.selection.kpi, in.Key == fyne.KeyLeft)
		return
	}
	w.selection.move(w.tileIDs(), in.Key)
}

// turn turns pages or, once a tile is chosen, chooses the next one.
func (w *Wall) turn(in overlay.Input) {
	if !w.selection.none() && !slices.Contains(pageKeys, in.Key) {
		w.choose(in)
		return
	}
	n := 1
	if in.Key == fyne.KeyLeft || in.Key == fyne.KeyPageUp {
		n = -1
	}
	w.selection.clear()
	w.settle()
	w.rotation.step(n, w.now())
	w.fadeIn()
	w.draw()
}

// chosenOrOnly returns the chosen KPI, or that of a page of one tile.
func (w *Wall) chosenOrOnly() string {
	if tiles := w.tileIDs(); w.selection.none() && len(tiles) == 1 {
		return tiles[0]
	}
	return w.selection.kpi
}

// unchosen says that a tile is to be chosen first, or "".
func (w *Wall) unchosen() string {
	if w.chosenOrOnly() != "" {
		return ""
	}
	return words.Of(w.board.Config).Say("entry.choose_first", nil)
}
