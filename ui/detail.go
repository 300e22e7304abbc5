package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/config"
)

// spans are the lengths of the detail's chart, in periods.
var spans = [...]int{12, 24, 36}

// detail shows one KPI full screen: the number, its history against the target
// of each period, the notes that say why, and the definition card.
type detail struct {
	id   string
	span int // index into spans
}

// newDetail returns the detail of the KPI id with the history that its tile has.
func newDetail(id string) *detail { return &detail{id: id, span: 1} }

// compose draws the detail over the whole screen: what is below it would be read
// as if it belonged to the KPI.
func (d *detail) compose(v view) []element {
	p := newDetailPage(v, d)
	p.rect("ground", box{0, 0, v.size.Width, v.size.Height}, v.palette.Ground, 0)
	body := p.head()
	p.foot()
	if p.reading == nil {
		p.gone(body)
		return p.elements
	}
	points := p.window(spans[d.span])
	switch {
	case v.size.Width < v.size.Height:
		p.stack(body, points)
	case v.size.Width > 2*v.size.Height:
		p.threeColumns(body, points)
	default:
		p.columns(body, points)
	}
	p.elements = append(p.elements, composeNotice(v)...)
	return p.elements
}

// key closes the detail, chooses its span or another KPI, or enters a value.
func (d *detail) key(w *Wall, name fyne.KeyName) {
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
func (d *detail) typed(w *Wall, r rune) {
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
func (d *detail) choose(w *Wall, span int) {
	d.span = min(max(span, 0), len(spans)-1)
	w.drawOverlay(w.view())
}

// step goes to the next KPI, or back to the one before.
func (d *detail) step(w *Wall, n int) {
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
