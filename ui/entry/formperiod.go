package entry

import (
	"kpiwall/data/kpi"
	"kpiwall/data/sheet"
	"kpiwall/ui/overlay"
)

// longestPeriod is how many characters the name of a period may have.
const longestPeriod = 30

// typePeriod types into the name of a period: yesterday, KW 47, 24.11.
func (f *form) typePeriod(in overlay.Input) { f.insert(in.Char, longestPeriod) }

// saysPeriod reports whether the name of a period is typed and not taken yet.
func (f *form) saysPeriod() bool { return f.field == periodField && f.when != "" }

// said reads the name of the period that is typed.
func (f *form) said() (kpi.Period, error) {
	c := f.wall.Board().Config
	vocabulary := sheet.NewVocabulary(f.speech().Vocabulary())
	w, err := sheet.NewDates(c.Calendar, c.Locale, vocabulary).When(f.kpi, f.when, f.wall.Now())
	return w.Period, err
}

// takePeriod goes to the period that is typed and on to the value.
func (f *form) takePeriod(overlay.Input) {
	p, err := f.said()
	if err != nil {
		f.message = overlay.Message{Text: f.speech().Error(err), Tone: kpi.Worse}
		return
	}
	f.when = ""
	f.setPeriod(p)
	f.goTo(valueField)
}

// setPeriod lets the form be for a period.
func (f *form) setPeriod(p kpi.Period) {
	f.of, f.chosen = p, p != f.current(f.kpi)
	f.edited()
	f.look()
}

// composeSaid draws the name of a period that is typed, and which one it is.
func (f *form) composeSaid(p *overlay.Pane) {
	meant := ""
	if period, err := f.said(); err == nil {
		meant = "→ " + dated(p.Speech, f.calendar(f.kpi), period, f.wall.Now())
	}
	k := p.Main()
	p.TypedLines("period", f.when, f.after, 1, k)
	if meant != "" {
		p.Line("period meant", meant, p.Quiet())
	}
}
