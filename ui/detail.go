package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/config"
	"kpiwall/ui/detail"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// kpiDetail shows one KPI full screen.
type kpiDetail struct {
	id   string
	span int // index into detail.Spans
}

// newDetail returns the detail of the KPI id with the history that its tile has.
func newDetail(id string) *kpiDetail { return &kpiDetail{id: id, span: 1} }

func (d *kpiDetail) compose(_ *Wall, v page.View) []draw.Element {
	return detail.Compose(v, d.id, d.span)
}

// key closes the detail, chooses its span or another KPI, or enters a value.
func (d *kpiDetail) key(w *Wall, name fyne.KeyName) {
	switch name {
	case fyne.KeyEscape:
		w.closeOverlay()
	case fyne.KeyLeft:
		d.choose(w, d.span-1)
	case fyne.KeyRight:
		d.choose(w, d.span+1)
	case fyne.KeyUp:
		d.step(w, -1)
	case fyne.KeyDown:
		d.step(w, 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		d.typed(w, 'e')
	}
}

// typed opens what can be done with the KPI, as long as the board has it.
func (d *kpiDetail) typed(w *Wall, r rune) {
	if w.board.Readings[d.id] == nil {
		return
	}
	switch r {
	case 'e', 'E':
		w.enter(d.id)
	case 'h', 'H':
		w.showHistory(d.id)
	}
}

// choose changes the span; beyond the shortest and the longest it stays.
func (d *kpiDetail) choose(w *Wall, span int) {
	d.span = min(max(span, 0), len(detail.Spans)-1)
	w.drawOverlay(w.view())
}

// step goes to the next KPI, or back to the one before.
func (d *kpiDetail) step(w *Wall, n int) {
	ids := detailOrder(w.board.Config, w.rotation.page)
	if len(ids) == 0 {
		return
	}
	at := slices.Index(ids, d.id)
	if at < 0 && n > 0 { // a new config left it out: the next is the first
		n = 0
	}
	d.id = ids[(max(at, 0)+n+len(ids))%len(ids)]
	w.drawOverlay(w.view())
}

// detailOrder returns all KPIs: those of the page that stands, then the others
// as the board has them.
func detailOrder(c *config.Config, page int) (order []string) {
	if page < len(c.Pages) {
		order = slices.Clone(c.Pages[page].Tiles)
	}
	for i := range c.KPIs {
		if !slices.Contains(order, c.KPIs[i].ID) {
			order = append(order, c.KPIs[i].ID)
		}
	}
	return order
}
