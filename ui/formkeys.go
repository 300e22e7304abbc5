package ui

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
)

// key handles a named key.
func (f *form) key(w *Wall, name fyne.KeyName) {
	switch name {
	case fyne.KeyTab:
		f.field = (f.field + 1) % fieldCount
		if f.field == periodField && !f.at.IsZero() {
			f.field = noteField
		}
	case fyne.KeyLeft:
		f.turn(w, 1)
	case fyne.KeyRight:
		f.turn(w, -1)
	case fyne.KeyUp, fyne.KeyDown:
		f.arrow(w, name == fyne.KeyUp)
	case fyne.KeyBackspace:
		if f.field == noteField {
			f.note = withoutLast(f.note)
		} else {
			f.text = withoutLast(f.text)
		}
		f.edited(w)
	case fyne.KeyDelete:
		f.draft = draft{of: f.of}
		f.edited(w)
	}
}

// edited notes that the content changed: what was said of it holds no more. The
// period is fixed from the first character on, so that what is typed before
// midnight is not for tomorrow when it is saved.
func (f *form) edited(w *Wall) {
	f.message, f.offered = message{}, false
	if f.entered != nil && !f.entered.saving {
		w.takeOff(f)
	}
	switch {
	case !f.draft.empty() && f.since.IsZero():
		f.of, f.since = f.period(w), w.now()
	case f.draft.empty() && !f.chosen:
		f.of, f.since = kpi.Period{}, time.Time{}
	}
}

// turn goes back periods, or forward to the one after the current at most.
func (f *form) turn(w *Wall, back int) {
	if !f.at.IsZero() || f.field == noteField {
		return
	}
	c := w.board.Config.Calendar
	now := c.Period(f.kpi.Every, w.now())
	p := c.Add(f.period(w), -back)
	if c.Steps(now, p) > 1 {
		p = c.Add(now, 1)
	}
	f.of, f.chosen = p, p != now
	f.edited(w)
	f.look(w)
}

// arrow steps through what the field can be set to: periods, verdicts, or
// numbers from the last one on.
func (f *form) arrow(w *Wall, up bool) {
	switch {
	case f.field == periodField && up:
		f.turn(w, -1)
	case f.field == periodField:
		f.turn(w, 1)
	case f.field == noteField:
	case f.kpi.Judged:
		f.stepVerdict(w, up)
	default:
		f.stepNumber(w, up)
	}
}

func (f *form) stepVerdict(w *Wall, up bool) {
	switch {
	case !f.judged:
		f.verdict = kpi.Watch
	case up:
		f.verdict = min(kpi.Good, f.verdict+1)
	default:
		f.verdict = max(kpi.Bad, f.verdict-1)
	}
	f.judged = true
	f.edited(w)
}

// stepNumber goes up or down from what is typed, or from the last value, in
// steps of about a hundredth: 42,000 goes by 100, 96.3 by 1, 3.41 by 0.1.
func (f *form) stepNumber(w *Wall, up bool) {
	var from float64
	if now := w.board.Readings[f.kpi.ID]; now != nil {
		from = now.Raw
	}
	if t, err := f.typedValue(w); err == nil && !t.Add {
		from = t.Number
	}
	step := math.Pow(10, -float64(f.kpi.Format.Decimals))
	if size := math.Abs(from); size > 0 {
		step = max(step, math.Pow(10, math.Floor(math.Log10(size))-2))
	}
	if f.kpi.Format.Style == kpi.Duration {
		step = max(1, step)
	}
	if !up {
		step = -step
	}
	f.text = plainNumber(from+step, w.board.Config.Locale)
	f.edited(w)
}

// plainNumber writes a number as one would type it in the board's locale.
func plainNumber(v float64, l kpi.Locale) string {
	return strings.Replace(strconv.FormatFloat(kpi.Clean(v), 'f', -1, 64), ".", l.Decimal, 1)
}

// typed handles a character.
func (f *form) typed(w *Wall, r rune) {
	if !unicode.IsPrint(r) {
		return
	}
	switch {
	case f.field == noteField:
		if len([]rune(f.note)) < longestNote {
			f.note += string(r)
		}
	case f.kpi.Judged:
		f.judge(unicode.ToLower(r))
	default:
		if f.offered {
			f.draft = draft{of: f.of}
		}
		f.field = valueField
		if len(f.text) < 40 {
			f.text += string(r)
		}
	}
	f.edited(w)
}

// judge takes a verdict by its key and goes on to the sentence.
func (f *form) judge(r rune) {
	verdicts := map[rune]float64{'g': kpi.Good, '1': kpi.Good, 'w': kpi.Watch, '2': kpi.Watch, 'b': kpi.Bad, '3': kpi.Bad}
	if v, ok := verdicts[r]; ok {
		f.verdict, f.judged = v, true
		f.field = noteField
	}
}
