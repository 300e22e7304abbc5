package ui

import (
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/words"
)

// takeNews lets the pages of KPIs that left their target come forward, and says which
// ones are back on it, as far as the board wants that.
func (w *Wall) takeNews(tidings []tiding) {
	m := w.board.Config.Motion
	for _, t := range tidings {
		switch t.what {
		case setRight:
			w.callBack(t.kpi)
		case leftTarget:
			w.bringForward(t.kpi)
		case backOnTarget:
			if m.Celebrate {
				w.notices.mention(goodNews(w.board, t.kpi, "wall.back_on_target"), w.now())
			}
		case goalReached:
			if m.Celebrate {
				w.notices.mention(goodNews(w.board, t.kpi, "wall.reached"), w.now())
			}
		}
	}
	w.rotation.favoured = nil
	if m.Favour {
		w.rotation.favoured = loudPages(w.board)
	}
}

// goodNews says of a KPI what there is to be glad about, which is the message.
func goodNews(b *board.Board, id, message string) string {
	s, r := words.Of(b.Config), b.Readings[id]
	return s.Say(message, words.Args{"Name": r.KPI.Name, "Value": s.ReadingText(r)})
}

// bringForward lets the page of a KPI that left its target come next or at
// once, unless somebody is at the screen.
func (w *Wall) bringForward(id string) {
	i, takeover := w.pageOf(id), w.board.Config.Motion.Takeover
	switch free := w.unattended() && !w.rotation.isHeld(); {
	case i < 0 || i == w.rotation.page || takeover == config.TakeoverOff:
	case takeover == config.TakeoverNow && free:
		w.rotation.jump(i, w.now())
		w.fadeIn()
	default:
		w.rotation.queued = i
	}
}

// pageOf returns the first page in rotation with the tile of a KPI, or -1. An overview,
// which has them all, is that of those that are on no other.
func (w *Wall) pageOf(id string) int {
	on := -1
	for i, p := range w.board.Config.Pages {
		switch {
		case w.rotation.stays[i] == 0 || !slices.Contains(p.Tiles, id):
		case !p.Overview:
			return i
		case on < 0:
			on = i
		}
	}
	return on
}

// callBack lets the page that a KPI has called come in its turn again.
func (w *Wall) callBack(id string) {
	pages := w.board.Config.Pages
	if i := w.rotation.queued; i >= 0 && i < len(pages) && slices.Contains(pages[i].Tiles, id) {
		w.rotation.queued = -1
	}
}
