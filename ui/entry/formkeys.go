package entry

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
	"kpiwall/ui/overlay"
)

// bindings are the keys that change what the form holds. A character of a judged
// KPI always goes to its sentence, but for the three digits that choose the verdict.
// The arrows to the sides choose the period as long as nothing is typed.
func (f *form) bindings() []overlay.Binding {
	there := func() bool { return !f.gone }
	numeric := func() bool { return there() && !f.kpi.Judged && f.field == valueField }
	verdict := func() bool { return there() && f.kpi.Judged && f.field == valueField }
	period := func() bool {
		return there() && f.at.IsZero() && (f.field == periodField && f.when == "" || f.field != periodField && f.draft.empty())
	}
	naming := func() bool { return there() && f.field == periodField }
	text := func() bool { return there() && *f.typed() != "" }
	return []overlay.Binding{
		{Runes: "123", Label: "1 2 3", Words: "key.verdicts", When: verdict, Do: f.judge},
		{Keys: []fyne.KeyName{fyne.KeyTab}, Label: "key.name.tab", Words: "key.fields", When: there, Do: f.next},
		{Keys: overlay.UpDown, When: func() bool { return period() && f.field == periodField }, Do: f.turn},
		{Keys: overlay.Sideways, Label: "← →", Words: "key.period", Short: "key.period.short", When: period, Do: f.turn},
		{Keys: slices.Concat(overlay.Sideways, overlay.Ends), Label: "key.name.caret", Words: "key.caret", Minor: true, When: text, Do: f.moveCaret},
		{Keys: overlay.UpDown, Label: "↑ ↓", Words: "key.verdict", When: verdict, Do: f.stepVerdict},
		{Keys: overlay.UpDown, Label: "↑ ↓", Words: "key.step", When: numeric, Do: f.stepNumber},
		{Keys: []fyne.KeyName{fyne.KeyBackspace}, When: there, Do: f.erase},
		{Keys: []fyne.KeyName{fyne.KeyDelete}, Label: "key.name.delete", Words: "key.delete", Minor: true, When: there, Do: f.delete},
		{Text: isTyped, When: numeric, Do: f.typeNumber},
		{Text: isTyped, When: naming, Do: f.typePeriod},
		{Text: unicode.IsPrint, When: func() bool { return there() && !numeric() }, Do: f.typeNote},
	}
}

// isTyped reports whether r may stand in what people type for a number or a period;
// the question mark asks for help.
func isTyped(r rune) bool { return unicode.IsPrint(r) && r != '?' }

// next goes to the next field.
func (f *form) next(overlay.Input) {
	next := (f.field + 1) % fieldCount
	if next == periodField && !f.at.IsZero() {
		next = noteField
	}
	if f.when != "" {
		f.takePeriod(overlay.Input{})
		if f.when != "" {
			return // it cannot be read
		}
	}
	f.goTo(next)
}

// edited notes that the content changed: what was said of it holds no more. The
// period is fixed from the first character on, so that what is typed before
// midnight is not for tomorrow when it is saved.
func (f *form) edited() {
	f.message, f.offered, f.asked = overlay.Message{}, false, false
	if f.entered != nil && !f.entered.saving {
		f.entered = nil
	}
	switch {
	case !f.draft.empty() && f.since.IsZero():
		f.of, f.since = f.period(), f.wall.Now()
	case f.draft.empty() && !f.chosen:
		f.of, f.since = kpi.Period{}, time.Time{}
	}
}

// turn goes back a period, or forward to the one after the current at most.
func (f *form) turn(in overlay.Input) {
	n := 1
	if in.Key == fyne.KeyLeft || in.Key == fyne.KeyDown {
		n = -1
	}
	c, now := f.calendar(f.kpi), f.current(f.kpi)
	p := c.Add(f.period(), n)
	if c.Steps(now, p) > 1 {
		p = c.Add(now, 1)
	}
	f.setPeriod(p)
}

// verdicts are those of a judged KPI, by their digits from 1 on.
var verdicts = [...]float64{kpi.Good, kpi.Watch, kpi.Bad}

// judge takes a verdict by its digit.
func (f *form) judge(in overlay.Input) {
	f.verdict, f.judged = verdicts[in.Char-'1'], true
	f.edited()
}

func (f *form) stepVerdict(in overlay.Input) {
	switch {
	case !f.judged:
		f.verdict = kpi.Watch
	case in.Key == fyne.KeyUp:
		f.verdict = min(kpi.Good, f.verdict+1)
	default:
		f.verdict = max(kpi.Bad, f.verdict-1)
	}
	f.judged = true
	f.edited()
}

// stepNumber goes up or down from what is typed, or from the last value, in
// steps of about a hundredth: 42,000 goes by 100, 96.3 by 1, 3.41 by 0.1.
func (f *form) stepNumber(in overlay.Input) {
	var from float64
	if now := f.wall.Board().Readings[f.kpi.ID]; now != nil {
		from = now.Raw
	}
	if t, err := f.typedValue(); err == nil && !t.Add {
		from = t.Number
	}
	step := math.Pow(10, -float64(f.kpi.Format.Decimals))
	if size := math.Abs(from); size > 0 {
		step = max(step, math.Pow(10, math.Floor(math.Log10(size))-2))
	}
	if f.kpi.Format.Style == kpi.Duration {
		step = max(1, step)
	}
	if in.Key == fyne.KeyDown {
		step = -step
	}
	f.text, f.after = plainNumber(from+step, f.wall.Board().Config.Locale), 0
	f.edited()
}

// plainNumber writes a number as one would type it in the board's locale.
func plainNumber(v float64, l kpi.Locale) string {
	return strings.Replace(strconv.FormatFloat(kpi.Clean(v), 'f', -1, 64), ".", l.Decimal, 1)
}
