package overlay

import (
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/config"
	"kpiwall/data/words"
	"kpiwall/ui/detail"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Values is what a detail opens of the entry of values.
type Values interface {
	Enter(id string)
	ShowHistory(id string)
	Forbidden(id string) string // why nobody may enter values of a KPI, or ""
}

// Detail shows one KPI full screen.
type Detail struct {
	Base
	wall   Wall
	stack  *Stack
	values Values

	id   string
	span int // index into detail.Spans
}

// NewDetail returns the detail of the KPI id with the history that its tile has.
func NewDetail(w Wall, s *Stack, v Values, id string) *Detail {
	return &Detail{wall: w, stack: s, values: v, id: id, span: 1}
}

// Compose draws the KPI.
func (d *Detail) Compose(v page.View) []draw.Element {
	var hints []detail.Hint
	for _, b := range hinted(d.Section().Bindings) {
		hints = append(hints, detail.Hint{Key: b.label(v.Words()), Words: b.words(v.Words()), Short: b.short(v.Words())})
	}
	return detail.Compose(v, d.id, d.span, hints)
}

// Section chooses the span or another KPI, and opens what can be done with it as
// long as the board has it.
func (d *Detail) Section() Section {
	there := func() bool { return d.wall.Board().Readings[d.id] != nil }
	recorded := func() bool { return there() && d.wall.Board().Readings[d.id].KPI.Formula == nil }
	forbidden := func() string { return d.values.Forbidden(d.id) }
	spans := words.Args{"A": detail.Spans[0], "B": detail.Spans[1], "C": detail.Spans[2]}
	return Section{Title: "keys.detail", Bindings: []Binding{
		{Keys: Escape, Label: "key.name.escape", Words: "key.back", Do: func(Input) { d.stack.Back() }},
		{Keys: Sideways, Label: "← →", Words: "detail.spans", Short: "detail.spans.short", Args: spans, Do: d.chooseSpan},
		{Keys: UpDown, Label: "↑ ↓", Words: "detail.others", Short: "detail.others.short", Do: d.step},
		{
			Keys: Enter, Runes: "e", Label: "key.name.enter", Words: "detail.enter", Short: "detail.enter.short",
			When: there, Off: forbidden, Do: func(Input) { d.values.Enter(d.id) },
		},
		{Runes: "h", Label: "h", Words: "detail.history", When: recorded, Do: func(Input) { d.values.ShowHistory(d.id) }},
	}}
}

// Refuse says why a key does nothing now.
func (d *Detail) Refuse(why string) { d.wall.Say(why) }

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
