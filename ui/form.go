package ui

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
)

// field is the part of a form that takes the keys.
type field uint8

const (
	valueField field = iota
	periodField
	noteField
	fieldCount
)

// longestNote is how many characters a note may have: a tile shows its first
// line, and a sentence says why.
const longestNote = 300

// form takes the value of one KPI for one period.
type form struct {
	kpi   *kpi.KPI
	field field
	draft
	at kpi.At // set where one recorded moment is corrected, and not a period's value

	values map[kpi.Period][]kpi.Value // what the periods hold, as far as it was read

	message message
	asked   string    // the text that Enter was asked for once more
	saving  bool      // on its way to the store
	retry   time.Time // when to try again; zero: not
}

// newForm returns the form of k, with what was typed before and not saved.
func newForm(w *Wall, k *kpi.KPI) *form {
	f := &form{kpi: k, values: map[kpi.Period][]kpi.Value{}}
	if d, ok := w.session.drafts[k.ID]; ok {
		f.draft = d
		f.message = message{text: "typed before and not saved: Enter saves it, Delete clears it"}
	}
	f.look(w)
	return f
}

// keep remembers what was typed, for the next time.
func (f *form) keep(w *Wall) {
	if f.draft.empty() || !f.at.IsZero() {
		delete(w.session.drafts, f.kpi.ID)
		return
	}
	w.session.drafts[f.kpi.ID] = f.draft
}

// period returns the period that the form's value belongs to.
func (f *form) period(w *Wall) kpi.Period {
	c := w.board.Config.Calendar
	if !f.at.IsZero() {
		if p, ok := c.PeriodAt(f.kpi.Every, f.at); ok {
			return p
		}
	}
	return c.Add(c.Period(f.kpi.Every, w.now()), -f.back)
}

// look reads what the period holds, to judge the typed value together with it.
func (f *form) look(w *Wall) {
	p := f.period(w)
	w.desk.Period(f.kpi, p, func(values []kpi.Value, err error) {
		if err != nil {
			f.message = message{"the period could not be read: " + short(err), kpi.Worse}
		} else {
			f.values[p] = values
		}
		w.drawEdges()
	})
}

// has returns how the period stands without what is being typed; nil while it
// was not read yet.
func (f *form) has(w *Wall) *board.Reading {
	p := f.period(w)
	values, known := f.values[p]
	if !known {
		return nil
	}
	return board.Evaluate(w.board.Config, f.kpi, board.Found{Period: p, Values: [][]kpi.Value{values}}, w.now())
}

// preview returns how the period would stand with what is typed.
func (f *form) preview(w *Wall) (*board.Reading, error) {
	t, err := f.typedValue(w)
	if err != nil {
		return nil, err
	}
	p := f.period(w)
	return record.Preview(w.board.Config, f.kpi, p, f.values[p], f.entered(w, t), w.now()), nil
}

func (f *form) typedValue(w *Wall) (kpi.Typed, error) {
	if f.kpi.Judged {
		return kpi.Typed{Number: f.verdict}, nil
	}
	return kpi.ParseValue(f.kpi.Format, w.board.Config.Locale, f.text)
}

// entered returns the form's content as it would be recorded.
func (f *form) entered(w *Wall, t kpi.Typed) record.Input {
	in := record.Input{KPI: f.kpi, Typed: t, At: f.at, Note: strings.TrimSpace(f.note), By: w.session.by, Source: "screen"}
	if f.back != 0 && f.at.IsZero() {
		in.At = w.board.Config.Calendar.AtFor(f.period(w), w.now())
	}
	return in
}

// input returns what to record, or says what is missing and returns false.
func (f *form) input(w *Wall) (in record.Input, ok bool) {
	if f.kpi.Judged && (!f.judged || strings.TrimSpace(f.note) == "") {
		f.message = message{"choose a verdict with g, w or b, and say why in a sentence", kpi.Worse}
		if f.judged {
			f.field = noteField
		}
		return in, false
	}
	r, err := f.preview(w)
	if err != nil {
		f.message = message{err.Error(), kpi.Worse}
		return in, false
	}
	t, _ := f.typedValue(w)
	switch {
	case f.kpi.NoteWhenOff && r.Verdict.Off() && strings.TrimSpace(f.note) == "":
		f.field = noteField
		f.message = message{r.Verdict.String() + " the target: say why in a few words, then Enter", kpi.Steady}
		return in, false
	case f.asked != f.text && f.unusual(w, t, r):
		f.asked = f.text
		f.message = message{"far from what it has been: is " + r.Text + " right? Enter once more saves it", kpi.Worse}
		return in, false
	}
	return f.entered(w, t), true
}

// unusual reports whether the value is far from the KPI's own history. A part
// of a sum says nothing by itself: there the whole is looked at, and only
// whether it is too much.
func (f *form) unusual(w *Wall, t kpi.Typed, r *board.Reading) bool {
	if f.kpi.Judged || strings.TrimSpace(f.note) != "" {
		return false // who says why knows what it is
	}
	var history []float64
	highest := math.Inf(-1)
	for _, p := range w.board.Readings[f.kpi.ID].History {
		if p.Has && p.Period != r.Period {
			history = append(history, p.Number)
			highest = max(highest, p.Number)
		}
	}
	if f.kpi.Combine == kpi.Sum {
		return r.Number > highest && kpi.Unusual(history, r.Number)
	}
	if t.Add {
		return kpi.Unusual(history, r.Number)
	}
	return kpi.Unusual(history, t.Number)
}

// failed keeps what was typed after the store could not take it.
func (f *form) failed(w *Wall, err error) {
	f.message = message{"not saved: " + short(err), kpi.Worse}
	if passing(err) {
		f.message.text += "; trying again"
		f.retry = w.now().Add(retryAfter)
	}
}

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
		f.edited()
	case fyne.KeyDelete:
		f.draft = draft{back: f.back}
		f.edited()
	}
}

// edited notes that the content changed: what was said of it holds no more.
func (f *form) edited() { f.message, f.retry = message{}, time.Time{} }

// turn goes back periods, or forward to the one after the current at most.
func (f *form) turn(w *Wall, back int) {
	if !f.at.IsZero() || f.field == noteField {
		return
	}
	f.back = max(-1, f.back+back)
	f.edited()
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
		f.stepVerdict(up)
	default:
		f.stepNumber(w, up)
	}
}

func (f *form) stepVerdict(up bool) {
	switch {
	case !f.judged:
		f.verdict = kpi.Watch
	case up:
		f.verdict = min(kpi.Good, f.verdict+1)
	default:
		f.verdict = max(kpi.Bad, f.verdict-1)
	}
	f.judged = true
	f.edited()
}

// stepNumber goes up or down from what is typed, or from the last value, in
// steps of about a hundredth: 42,000 goes by 100, 96.3 by 1, 3.41 by 0.1.
func (f *form) stepNumber(w *Wall, up bool) {
	from := w.board.Readings[f.kpi.ID].Number
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
	f.edited()
}

// plainNumber writes a number as one would type it in the board's locale.
func plainNumber(v float64, l kpi.Locale) string {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64) // without what binary fractions leave
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", l.Decimal, 1)
}

// typed handles a character.
func (f *form) typed(r rune) {
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
		f.field = valueField
		if len(f.text) < 40 {
			f.text += string(r)
		}
	}
	f.edited()
}

// judge takes a verdict by its key and goes on to the sentence.
func (f *form) judge(r rune) {
	verdicts := map[rune]float64{'g': kpi.Good, '1': kpi.Good, 'w': kpi.Watch, '2': kpi.Watch, 'b': kpi.Bad, '3': kpi.Bad}
	if v, ok := verdicts[r]; ok {
		f.verdict, f.judged = v, true
		f.field = noteField
	}
}
