package overlay

import (
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/config"
	"kpiwall/ui/detail"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Detail shows one KPI full screen.
type Detail struct {
	Base
	wall    Wall
	stack   *Stack
	enter   func(id string)
	history func(id string)

	id   string
	span int // index into detail.Spans
}

// NewDetail returns the detail of the KPI id with the history that its tile has.
// enter and history open what is above it.
func NewDetail(w Wall, s *Stack, id string, enter, history func(id string)) *Detail {
	return &Detail{wall: w, stack: s, id: id, span: 1, enter: enter, history: history}
}

// Compose draws the KPI.
func (d *Detail) Compose(v page.View) []draw.Element { return detail.Compose(v, d.id, d.span) }

// Section chooses the span or another KPI, and opens what can be done with it as
// long as the board has it.
func (d *Detail) Section() Section {
	there := func() bool { return d.wall.Board().Readings[d.id] != nil }
	return Section{Title: "One KPI full screen", Bindings: []Binding{
		{Keys: Sideways, Label: "← →", Words: "a shorter or longer history", Do: d.chooseSpan},
		{Keys: UpDown, Label: "↑ ↓", Words: "another KPI", Do: d.step},
		{Keys: Enter, Runes: "e", Label: "Enter or e", Words: "enter its value", When: there, Do: func(Input) { d.enter(d.id) }},
		{Runes: "h", Label: "h", Words: "all its values", When: there, Do: func(Input) { d.history(d.id) }},
		{Keys: Escape, Label: "Esc", Words: "back", Do: func(Input) { d.stack.Back() }},
	}}
}

// chooseSpan changes the span; beyond the shortest and the longest it stays.
func (d *Detail) chooseSpan(in Input) {
	n := 1
	if in.Key == fyne.KeyLeft {
		n = -1
	}
	d.span = min(max(d.span+n, 0), len(detail.Spans)-1)
}

// step goes to the next KPI, or back to the one before.
func (d *Detail) step(in Input) {
	ids := detailOrder(d.wall.Board().Config, d.wall.Page())
	if len(ids) == 0 {
		return
	}
	n := 1
	if in.Key == fyne.KeyUp {
		n = -1
	}
	at := slices.Index(ids, d.id)
	if at < 0 && n > 0 { // a new config left it out: the next is the first
		n = 0
	}
	d.id = ids[(max(at, 0)+n+len(ids))%len(ids)]
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
