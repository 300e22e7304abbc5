package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// history shows all that was recorded of a KPI, newest moment first and with
// every correction. A row in force can be corrected or withdrawn.
type history struct {
	id      string
	rows    []record.Row
	loaded  bool
	choice  int
	acting  bool // asks what to do with the chosen row
	action  int  // 0 correct, 1 withdraw
	message message
}

// showHistory opens the values of the KPI id with every correction.
func (w *Wall) showHistory(id string) {
	if w.desk == nil || w.board == nil || w.board.Readings[id] == nil {
		return
	}
	h := &history{id: id}
	w.open(h)
	h.load(w)
}

func (h *history) load(w *Wall) {
	w.desk.History(h.id, func(rows []record.Row, err error) {
		h.loaded = true
		if err != nil {
			h.message = message{"the history could not be read: " + board.Short(err), kpi.Worse}
		} else {
			h.replace(rows)
		}
		w.drawEdges()
	})
}

// replace shows rows that were read anew; the cursor stays on the row that it was
// on, and what was asked of a row that stands no more is asked no more.
func (h *history) replace(rows []record.Row) {
	var id int64
	if h.choice < len(h.rows) {
		id = h.rows[h.choice].ID
	}
	h.rows = rows
	if i := slices.IndexFunc(rows, func(r record.Row) bool { return r.ID == id }); i >= 0 {
		h.choice = i
	} else {
		h.acting = false
	}
	h.choice = max(0, min(h.choice, len(rows)-1))
	if h.acting && over(rows[h.choice]) {
		h.ask(h.action)
	}
}

// over reports whether a row counts no more.
func over(r record.Row) bool { return r.Superseded || r.Withdrawn }

func (h *history) key(w *Wall, name fyne.KeyName) {
	gone := h.gone(w)
	switch {
	case name == fyne.KeyEscape:
		if h.acting && !gone {
			h.acting, h.message = false, message{}
			return
		}
		w.closeOverlay()
	case gone:
	case name == fyne.KeyUp:
		h.move(-1)
	case name == fyne.KeyDown:
		h.move(1)
	case name == fyne.KeyLeft, name == fyne.KeyRight:
		h.action = 1 - h.action
	case name == fyne.KeyDelete:
		h.ask(1)
	case name == fyne.KeyReturn, name == fyne.KeyEnter:
		if h.acting {
			h.act(w)
		} else {
			h.ask(0)
		}
	}
}

// gone reports whether a new config has left the KPI out.
func (h *history) gone(w *Wall) bool { return w.board.Readings[h.id] == nil }

func (h *history) typed(w *Wall, r rune) {
	if h.gone(w) {
		return
	}
	switch r {
	case 'u', 'U':
		w.takeBack(func(m message) {
			if h.message = m; m.tone == kpi.Better {
				h.load(w)
			}
			w.drawEdges()
		})
	case 'c', 'C':
		h.ask(0)
	case 'x', 'X':
		h.ask(1)
	}
}

func (h *history) move(n int) {
	if !h.acting {
		h.choice = max(0, min(h.choice+n, len(h.rows)-1))
		h.message = message{}
	}
}

// ask offers to correct or withdraw the chosen row, if it is in force.
func (h *history) ask(action int) {
	if len(h.rows) == 0 {
		return
	}
	if over(h.rows[h.choice]) {
		h.acting = false
		h.message = message{"this row is history already: choose the one in force above it", kpi.Steady}
		return
	}
	h.acting, h.action = true, action
	h.message = message{}
}

// act does what was chosen.
func (h *history) act(w *Wall) {
	row := h.rows[h.choice]
	h.acting = false
	refused := func(why string) { h.message = message{why, kpi.Worse} }
	if h.action == 0 {
		w.permitted(func() { w.correct(row) }, refused)
		return
	}
	w.permitted(func() {
		if h.gone(w) { // left out while the PIN was asked for
			return
		}
		h.message = message{text: "withdrawing …"}
		w.restores(row.KPI)
		w.desk.Withdraw(row.ID, w.session.by, func(s record.Saved, err error) {
			if err != nil {
				delete(w.restored, row.KPI)
				h.message = message{"not withdrawn: " + failure(err), kpi.Worse}
				w.drawEdges()
				return
			}
			w.session.undo = append(w.session.undo, recorded{s.Value.ID, s.Value.KPI})
			h.message = message{"withdrawn: " + s.Text + " · u undoes", kpi.Better}
			h.load(w)
		})
	}, refused)
}

// correct opens the form for exactly the moment of a row.
func (w *Wall) correct(row record.Row) {
	if r := w.board.Readings[row.KPI]; r != nil { // else a new config has left it out
		w.open(&entry{done: map[string]bool{}, alone: true, form: correction(w, r.KPI, row)})
	}
}

// again reads the rows anew after something above the history was closed.
func (h *history) again(w *Wall) { h.load(w) }

func (h *history) compose(_ *Wall, v page.View) []draw.Element {
	p := newPane(v)
	r := v.Board.Readings[h.id]
	if r == nil {
		p.wrapped("gone", lacks(h.id), 3, p.main(), false)
		p.bottom(message{}, "Esc back")
		return p.Elements
	}
	k := r.KPI
	p.line("title", k.Name+": everything recorded", "", p.main(), p.quiet())
	p.y += p.size * 0.3
	const rowHeight = 2.6
	rows := max(1, int((p.in.Bottom()-p.y-p.size*4.2)/(p.size*rowHeight)))
	first := max(0, min(h.choice-rows/2, len(h.rows)-rows))
	for i := first; i < min(len(h.rows), first+rows); i++ {
		h.composeRow(p, v, k, i)
	}
	switch {
	case !h.loaded:
		p.line("loading", "reading …", "", p.quiet(), p.quiet())
	case len(h.rows) == 0:
		p.line("nothing", "nothing was recorded yet", "", p.quiet(), p.quiet())
	}
	m, keys := h.message, "↑ ↓ choose · Enter correct or withdraw · u undo · Esc back"
	if h.acting {
		m = message{text: h.question(v, k)}
		keys = "← → choose · Enter does it · Esc back"
	}
	p.bottom(m, keys)
	return p.Elements
}

func (h *history) question(v page.View, k *kpi.KPI) string {
	options := []string{"correct", "withdraw"}
	options[h.action] = "[" + options[h.action] + "]"
	return fmt.Sprintf("%s: %s", h.value(v, k, h.rows[h.choice]), strings.Join(options, "   "))
}

// composeRow draws one row over two lines: what was recorded for when, and by
// whom, when and from where.
func (h *history) composeRow(p *pane, v page.View, k *kpi.KPI, i int) {
	row := h.rows[i]
	left, right := p.main(), p.quiet()
	if over(row) {
		left.Face, left.Color = draw.Medium, p.quiet().Color
	}
	if i == h.choice {
		fill := themes.Mix(p.palette.Panel, themes.Ink(p.palette.Panel), 0.16)
		p.Rect("cursor", draw.NewBox(p.in.X-p.size*0.4, p.y-p.size*0.3, p.in.W+p.size*0.8, p.size*2.5), fill, p.size*0.2)
		left.On, right.On = fill, fill
		right.Color = themes.Quiet(fill, p.palette.Least)
		if left.Face == draw.Medium {
			left.Color = right.Color
		}
	}
	p.line("value", h.value(v, k, row), h.moment(v, k, row), left, right)
	p.y -= p.size * 0.12
	right.Size = p.size
	p.line("origin", origin(v, row), "", right, right)
	p.y -= p.size * 0.08
}

// value says what a row holds and whether it still counts.
func (h *history) value(v page.View, k *kpi.KPI, row record.Row) string {
	if row.Withdrawn {
		return "withdrawn"
	}
	text := k.Format.Text(v.Board.Config.Locale, row.Number)
	if k.Judged {
		text = board.VerdictWord(row.Number)
	}
	if row.Superseded {
		text += " (replaced)"
	}
	if row.Note != "" {
		text += " · " + page.FirstLine(row.Note)
	}
	return text
}

// moment names the period of a row, and its day where the period is longer.
func (h *history) moment(v page.View, k *kpi.KPI, row record.Row) string {
	c := v.Board.Config.Calendar
	p, ok := c.PeriodAt(k.Every, row.At)
	if !ok {
		return row.At.String()
	}
	text := c.Label(p, v.Now)
	if row.At.Day.IsZero() && k.Every != kpi.Hour {
		text += " " + row.At.Instant.In(v.Zone()).Format("15:04")
	}
	return text
}

// origin says who recorded a row, when, and from where.
func origin(v page.View, row record.Row) string {
	var parts []string
	if row.EnteredBy != "" {
		parts = append(parts, row.EnteredBy)
	}
	if row.Source != "" {
		parts = append(parts, row.Source)
	}
	if row.Recorded.IsZero() {
		parts = append(parts, "time unknown")
	} else {
		t := row.Recorded.In(v.Zone())
		parts = append(parts, page.ShortDay(t, v.Now)+" "+t.Format("15:04"))
	}
	return strings.Join(parts, " · ")
}
