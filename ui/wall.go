// Package ui is the wall: it draws boards with Fyne and takes keys. Everything
// in it belongs to the main goroutine; boards come in by [Wall.SetBoard].
//
// This package holds what changes by itself: boards, the page that stands, rotation,
// sleep, what is new. What stands over the wall is in package overlay, values are
// entered in package entry. What a page looks like is composed by pure functions in
// package page, that of a single KPI in package detail, the charts on both in package
// chart; package draw paints the picture. Package kiosk has the real window.
package ui

import (
	"slices"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/entry"
	"kpiwall/ui/overlay"
	"kpiwall/ui/page"
)

// Wall is the whole screen. It is made by [NewWall], fed with boards, and told
// every second what time it is.
type Wall struct {
	// OnQuit is called when somebody confirmed that the wall is to be closed,
	// OnFullScreen when full screen is to be switched on or off.
	OnQuit, OnFullScreen func()

	// OnDraw is called when something looks different from now on.
	OnDraw func()

	// OnMove is called when something is about to move for a time, OnSleep with
	// the command to run when the wall falls asleep or wakes (nil: none).
	OnMove  func(time.Duration)
	OnSleep func(command []string)

	// Past reads the board as it stood at the end of a day, and answers by done on the
	// main goroutine; nil: the wall cannot look back.
	Past func(day kpi.Date, done func(*board.Board, error))

	// Files is the config of the wall; zero: it can be neither made nor edited here.
	Files Files

	// Soon runs a function on the main goroutine after the keys that are waiting;
	// unless it is set it does so at once.
	Soon func(func())

	now     func() time.Time
	board   *board.Board
	palette themes.Palette
	logo    *page.Logo
	layers  *layers
	surface *Surface

	rotation  rotation
	selection selection
	presence  presence
	sleep     sleep
	notices   notices
	news      news
	stack     overlay.Stack
	entry     *entry.Session
	past      lookback

	unsavedShown []string // what the banner says of values that are not saved
	calm         bool
	drawing      bool      // what keys have changed is about to be drawn
	greeted      time.Time // when the first who see the wall were told which keys it has
	pad          rune      // a key of the number pad without its character; 0: none
}

// NewWall returns an empty wall that takes the time from now, and values to and
// from a recorder; without one (nil) nothing can be entered.
func NewWall(now func() time.Time, r entry.Recorder) *Wall {
	w := &Wall{
		now: now, OnQuit: func() {}, OnFullScreen: func() {},
		OnDraw: func() {}, OnMove: func(time.Duration) {}, OnSleep: func([]string) {},
		Soon: func(f func()) { f() },
		news: newNews(),
	}
	w.palette, _ = themes.Named("")
	w.layers = newLayers(func() { w.OnDraw() })
	w.layers.scene.SetGround(w.palette.Ground)
	w.surface = newSurface(w.layers.scene, w.draw, w.TypedKey, w.TypedRune)
	w.entry = entry.New(w, &w.stack, r)
	return w
}

// Content returns the object to show in a window and to give the focus to. It stays
// the same for ever.
func (w *Wall) Content() *Surface { return w.surface }

// Board returns the board of now, also while the wall looks back; nil: none yet.
func (w *Wall) Board() *board.Board { return w.board }

// Now returns the time.
func (w *Wall) Now() time.Time { return w.now() }

// Page returns the index of the page that stands.
func (w *Wall) Page() int { return w.rotation.page }

// Calm makes the clock tick every ten seconds rather than every second, and
// leaves the countdown out, for a box on which each picture costs too much.
func (w *Wall) Calm() { w.calm = true }

// unattended reports whether nothing is in the way of pages that turn: nothing
// stands over the wall, and no tile is chosen.
func (w *Wall) unattended() bool { return w.stack.Empty() && w.selection.none() }

// view returns all that decides what the wall looks like now.
func (w *Wall) view() page.View {
	now := w.now()
	changed := w.news.changed
	if w.LooksBack() {
		changed = nil
	}
	return page.View{
		Size: w.layers.scene.Size(), Board: w.shown(), Past: w.pastText(), Palette: w.palette, Logo: w.logo, Page: w.rotation.page, Now: now,
		Left: w.rotation.left(now), Held: w.rotation.isHeld(), Paging: w.rotation.turns(),
		Notice: w.notices.at(now), Keys: w.firstKeys(now), Unsaved: w.entry.Unsaved(), Marked: w.selection.kpi, Calm: w.calm, Changed: changed,
	}
}

// draw shows everything anew; what did not change is left alone.
func (w *Wall) draw() {
	v := w.view()
	if v.Board == nil || v.Size.Width < 1 || v.Size.Height < 1 {
		return
	}
	w.unsavedShown = v.Unsaved
	tiles := page.Tiles(v)
	if tiles == nil {
		tiles = [][]draw.Element{page.Empty(v)}
	}
	w.layers.showTiles(tiles)
	w.layers.show(w.layers.strip, page.Strip(v))
	w.drawEdges()
}

// drawEdges shows what changes with time alone: clock, countdown, overlay. The
// banner of values that are not saved takes room from the tiles.
func (w *Wall) drawEdges() {
	v := w.view()
	if v.Board == nil {
		return
	}
	if !slices.Equal(v.Unsaved, w.unsavedShown) {
		w.draw()
		return
	}
	l := w.layers
	l.show(l.header, page.Header(v))
	l.show(l.footer, page.Footer(v))
	switch {
	case w.sleep.asleep:
		l.show(l.cover, composeSleep(v))
	case !w.stack.Empty():
		l.show(l.cover, w.stack.Compose(v))
	default:
		l.showMarks(v)
	}
}

// fadeIn lets the page that has just come up fade in, where the board wants that.
func (w *Wall) fadeIn() {
	if w.board != nil && w.board.Config.Motion.Fade {
		w.layers.fade(w.OnMove)
	}
}

// settle lets the page's time stop while something is in the way, and go on after.
func (w *Wall) settle() {
	if w.unattended() {
		w.rotation.resume(w.now())
	} else {
		w.rotation.pause(w.now())
	}
}
