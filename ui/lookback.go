package ui

import (
	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/ui/overlay"
)

// lookback is how far the wall looks back: what it shows instead of the board of
// now, which goes on being told of all that is new.
type lookback struct {
	step   int          // how far, of lookbacks; 0: not at all
	day    kpi.Date     // at whose end the board is shown
	board  *board.Board // nil until it was read
	before *board.Board // the board of now when something was new first; nil: nothing was

	asked int // counts what was asked for: an answer that is late shows nothing
}

// lookbacks are the steps of looking back from a day.
var lookbacks = []func(today kpi.Date) kpi.Date{
	func(today kpi.Date) kpi.Date { return today.AddDays(-1) },
	func(today kpi.Date) kpi.Date { return today.AddDays(-7) },
	monthBefore,
}

// monthBefore returns the same day of the month before, or that month's last.
func monthBefore(today kpi.Date) kpi.Date {
	last := today.AddDays(-today.Day)
	return last.AddDays(min(0, today.Day-last.Day))
}

// LooksBack reports whether the wall shows a day of the past that somebody has asked
// for, where nothing may be entered.
func (w *Wall) LooksBack() bool { return w.past.step > 0 }

// shown returns the board that the screen shows.
func (w *Wall) shown() *board.Board {
	if w.past.board != nil {
		return w.past.board
	}
	return w.board
}

// lookBack looks back one step further, and after the last one comes home.
func (w *Wall) lookBack() {
	step := w.past.step + 1
	if step > len(lookbacks) {
		w.comeHome()
		return
	}
	day := lookbacks[step-1](w.board.Config.Calendar.Today(w.now()))
	w.past.step = step
	w.past.asked++
	asked := w.past.asked
	w.Past(day, func(b *board.Board, err error) {
		if asked != w.past.asked || !w.LooksBack() {
			return
		}
		switch {
		case err != nil:
			w.comeHome()
			w.Say(words.Of(w.board.Config).Say("wall.past_unread", words.Args{"Why": err}))
			return
		case b.Config != w.board.Config || !b.AsOf: // the definition was edited meanwhile
			w.comeHome()
			return
		}
		past := *b
		past.Demo = w.board.Demo // made up then as now
		w.past.day, w.past.board = day, &past
		w.draw()
	})
}

// comeHome shows the board of now again, and says what is new on it.
func (w *Wall) comeHome() {
	if !w.LooksBack() {
		return
	}
	before := w.past.before
	w.past = lookback{asked: w.past.asked + 1}
	if before != nil && before.Config == w.board.Config {
		w.takeNews(w.news.compare(before, w.board, w.now()))
	}
	w.settle()
	w.draw()
}

// tickBack comes home once nobody has pressed a key for a time, or the wall sleeps.
func (w *Wall) tickBack() {
	if w.sleep.asleep || w.presence.quiet(w.now()) >= overlay.EntryIdle {
		w.comeHome()
	}
}

// pastText says that the wall shows the past, and how to leave it; "" where it does
// not.
func (w *Wall) pastText() string {
	if w.past.board == nil {
		return ""
	}
	s := words.Of(w.board.Config)
	return s.Say("wall.past", words.Args{"Day": s.FullDay(w.past.day, w.now())})
}

// escape goes one step back to the wall of now.
func (w *Wall) escape() {
	if !w.selection.none() {
		w.selection.clear()
		return
	}
	w.comeHome()
}
