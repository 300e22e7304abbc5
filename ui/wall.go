// Package ui is the wall: it draws boards with Fyne and takes keys. Everything
// in it belongs to the main goroutine; boards come in by [Wall.SetBoard].
//
// This package holds what changes: the state of the wall, its rotation, its keys
// and what they open, and the entry of values. What a page looks like is composed
// by pure functions in package page, that of a single KPI in package detail, the
// charts on both in package chart; package draw puts it on the canvas. Package
// kiosk has the real window.
package ui

import (
	"fmt"
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Wall is the whole screen. It is made by [NewWall], fed with boards, and told
// every second what time it is.
type Wall struct {
	// OnQuit is called when somebody confirmed that the wall is to be closed,
	// OnFullScreen when full screen is to be switched on or off.
	OnQuit, OnFullScreen func()

	// OnDraw is called with the part of the screen that looks different from now
	// on; a box of no size is none.
	OnDraw func(draw.Box)

	// OnMove is called when something is about to move for a time, OnSleep with
	// the command to run when the wall falls asleep or wakes (nil: none).
	OnMove  func(time.Duration)
	OnSleep func(command []string)

	// Soon runs a function on the main goroutine after the keys that are waiting;
	// unless it is set it does so at once.
	Soon func(func())

	now          func() time.Time
	desk         Desk
	board        *board.Board
	palette      themes.Palette
	logo         *page.Logo
	rotation     rotation
	overlays     []overlay // the last one has the keys
	marked       string    // the KPI that the arrows have chosen on the page, or none
	session      session
	checking     bool // a PIN; of no lock in particular, for one may be opened meanwhile
	notices      notices
	store        int      // counts the stores that the boards came from: the demo's, the real one
	unsavedShown []string // what the banner says of values that are not saved
	calm         bool
	drawing      bool // what keys have changed is about to be drawn
	asleep       bool
	wokenAt      time.Time
	verdicts     map[string]kpi.Status // the last final ones, by KPI
	restored     map[string]time.Time  // KPIs that somebody at the screen sets right, and until when the board is to show it
	changed      map[string]time.Time  // KPIs whose value changed on the screen, and until when to mark them
	veil         *canvas.Rectangle     // what a page fades in from
	keyboard     *keyboard

	root                         *fyne.Container
	header, strip, footer, cover *draw.Layer
	tiles                        []*draw.Layer
	tileBox                      *fyne.Container
}

// NewWall returns an empty wall that takes the time from now, and values to and
// from desk; without a desk (nil) nothing can be entered.
func NewWall(now func() time.Time, desk Desk) *Wall {
	w := &Wall{
		now: now, desk: desk, OnQuit: func() {}, OnFullScreen: func() {},
		OnDraw: func(draw.Box) {}, OnMove: func(time.Duration) {}, OnSleep: func([]string) {},
		Soon:    func(f func()) { f() },
		tileBox: container.NewWithoutLayout(),
		header:  draw.NewLayer(), strip: draw.NewLayer(), footer: draw.NewLayer(), cover: draw.NewLayer(),
		changed: map[string]time.Time{}, verdicts: map[string]kpi.Status{}, restored: map[string]time.Time{}, veil: canvas.NewRectangle(color.Transparent),
		session: session{drafts: map[draftKey]draft{}},
	}
	w.keyboard = newKeyboard(w)
	w.veil.Hide()
	w.palette, _ = themes.Named("")
	w.root = container.New(wallLayout{w}, w.keyboard, w.tileBox, w.header.Box, w.strip.Box, w.footer.Box, w.veil, w.cover.Box)
	return w
}

// Keyboard returns the object to give the focus to.
func (w *Wall) Keyboard() fyne.Focusable { return w.keyboard }

// Content returns the object to show in a window. It stays the same for ever.
func (w *Wall) Content() fyne.CanvasObject { return w.root }

// SetBoard shows a new board. The page that stands stays, if it still exists.
func (w *Wall) SetBoard(b *board.Board) {
	before := w.board
	w.board = b
	if p := themes.Of(b.Config.Screen); p != w.palette {
		w.palette = p
		w.refresh() // the ground is the canvas's own
	}
	if before != nil && before.Demo != b.Demo { // rows of another store
		w.clear()
		w.store++
		w.session.undo, w.session.unsaved, w.session.drafts = nil, nil, map[draftKey]draft{}
	}
	if before == nil || before.Config != b.Config {
		w.logo = page.LogoOf(b.Config.Screen)
		w.rotation.setPages(w.stays(b.Config), w.samePage(before), w.now())
		w.adopt(before)
		w.verdicts = map[string]kpi.Status{}
		w.learn(b)
	} else {
		w.compare(before, b)
	}
	w.draw()
}

// adopt goes on with what stands over the wall as a new config defines it.
func (w *Wall) adopt(before *board.Board) {
	if w.marked != "" && !slices.Contains(w.tileIDs(), w.marked) {
		w.setMark("")
	}
	if before == nil {
		return
	}
	forms := slices.Clone(w.session.unsaved)
	for _, o := range w.overlays {
		if e, ok := o.(*entry); ok && e.form != nil && !slices.Contains(forms, e.form) {
			forms = append(forms, e.form)
		}
	}
	for _, f := range forms {
		f.adopt(w, before.Config)
	}
}

// lacks says that the config has no KPI id any more.
func lacks(id string) string { return fmt.Sprintf("The config has no KPI %q any more.", id) }

// samePage returns where the page that stood on the board before is now, or -1.
func (w *Wall) samePage(before *board.Board) int {
	if before == nil || w.rotation.page >= len(before.Config.Pages) {
		return -1
	}
	return w.pageCalled(before.Config.Pages[w.rotation.page].ID)
}

// pageCalled returns the index of the page called id, or -1.
func (w *Wall) pageCalled(id string) int {
	return slices.IndexFunc(w.board.Config.Pages, func(p config.Page) bool { return p.ID == id })
}

// ShowPage shows the page called id and reports whether there is one.
func (w *Wall) ShowPage(id string) bool {
	i := w.pageCalled(id)
	if i < 0 {
		return false
	}
	w.jump(i)
	return true
}

// Tick tells the wall that time has passed. It is to be called at every full second.
func (w *Wall) Tick() {
	if w.board == nil {
		return
	}
	draw.Hold(w.root)
	w.expire()
	w.saveNext()
	if w.rest() {
		w.draw()
	}
	if w.asleep && w.board.Config.Sleep.Black {
		return
	}
	w.drift()
	w.rotation.stays = w.stays(w.board.Config)
	if len(w.overlays) == 0 && w.marked == "" && w.rotation.tick(w.now()) {
		w.fadeIn()
		w.draw()
		return
	}
	if t, ok := w.top().(interface{ tick(*Wall) }); ok {
		t.tick(w)
	}
	if busy := w.busy(); busy || w.beats() {
		w.drawEdges()
	}
}

// Calm makes the clock tick every ten seconds rather than every second, and
// leaves the countdown out, for a box on which each picture costs too much.
func (w *Wall) Calm() { w.calm = true }

// beats reports whether the clock ticks in this second.
func (w *Wall) beats() bool { return !w.calm || w.now().Second()%page.CalmBeat == 0 }

// busy reports whether something on the wall changes in this second besides its
// clock, and forgets the notices and the marks of changed values whose time is over:
// their end is to be seen too.
func (w *Wall) busy() bool {
	marks := len(w.changed) > 0
	w.expireChanges(w.now())
	stood := w.notices.forget(w.now())
	return stood || marks || len(w.overlays) > 0 || w.marked != ""
}

// expire gives the screen back to the wall after a time without keys: soon
// where values are entered, later where a page is only looked at.
func (w *Wall) expire() {
	idle := w.session.expire(w.now())
	if idle && w.marked != "" {
		w.setMark("")
	}
	looking := w.now().Sub(w.session.lastKey) < holdFor
	if idle && len(w.overlays) > 0 && (w.entering() || !looking) {
		w.clear()
	}
}

// entering reports whether one of the overlays takes values.
func (w *Wall) entering() bool {
	for _, o := range w.overlays {
		switch o.(type) {
		case *entry, *lock, *naming, *history:
			return true
		}
	}
	return false
}

// stays returns how long each page stays in the rotation at present; 0 for
// private pages and for those that it is not the hour of.
func (w *Wall) stays(c *config.Config) []time.Duration {
	now := w.now().In(c.Calendar.Zone)
	out := make([]time.Duration, len(c.Pages))
	for i, p := range c.Pages {
		switch {
		case p.Private || !p.Hours.Hold(now):
		case p.Stay > 0:
			out[i] = p.Stay
		default:
			out[i] = c.Stay
		}
	}
	return out
}
