package ui

import (
	"slices"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/themes"
	"kpiwall/ui/page"
)

// SetBoard shows a new board. The page that stands stays, if it still exists.
func (w *Wall) SetBoard(b *board.Board) {
	before := w.board
	w.board = b
	if p := themes.Of(b.Config.Screen); p != w.palette {
		w.palette = p
		w.layers.scene.SetGround(p.Ground)
		w.OnDraw()
	}
	if before != nil && before.Demo != b.Demo { // rows of another store
		w.stack.Clear()
		w.entry.Forget()
	}
	switch {
	case before == nil || before.Config != b.Config:
		w.comeHome()
		w.redefine(before)
	case w.LooksBack(): // what is new waits until the wall is home
		w.entry.Follow(nil)
		if w.past.before == nil {
			w.past.before = before
		}
	default:
		w.entry.Follow(nil)
		w.takeNews(w.news.compare(before, b, w.now()))
	}
	w.settle()
	w.draw()
}

// redefine goes on with the pages, and what stands over them, as a new config
// defines them.
func (w *Wall) redefine(before *board.Board) {
	c := w.board.Config
	w.logo = page.LogoOf(c.Screen)
	w.rotation.setPages(stays(c, w.now()), w.samePage(before), w.now())
	w.selection.follow(w.tileIDs())
	if before != nil {
		w.entry.Follow(before.Config)
	}
	w.news.begin(w.board)
}

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
	if i >= 0 {
		w.jump(i)
	}
	return i >= 0
}

// jump shows a page; a choice on the page before ends.
func (w *Wall) jump(page int) {
	w.selection.clear()
	w.settle()
	w.rotation.jump(page, w.now())
	w.draw()
}

// tileIDs returns the KPIs of the page that stands.
func (w *Wall) tileIDs() []string {
	if pages := w.board.Config.Pages; w.rotation.page < len(pages) {
		return pages[w.rotation.page].Tiles
	}
	return nil
}

// stays returns how long each page stays in the rotation at a time; 0 for private
// pages and for those that it is not the hour of.
func stays(c *config.Config, now time.Time) []time.Duration {
	now = now.In(c.Calendar.Zone)
	out := make([]time.Duration, len(c.Pages))
	for i, p := range c.Pages {
		switch {
		case !p.InRotation(now):
		case p.Stay > 0:
			out[i] = p.Stay
		default:
			out[i] = c.Stay
		}
	}
	return out
}
