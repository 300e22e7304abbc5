package ui

import (
	"reflect"
	"slices"
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
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
	kpi   *kpi.KPI // as the board defines it
	gone  bool     // the board has it no more; kpi is as it was
	field field
	draft
	chosen  bool   // the period was chosen, and stays also while nothing is typed
	offered bool   // the draft is one of before: a new number takes its place
	at      kpi.At // set where one recorded moment is corrected, and not a period's value

	values map[kpi.Period][]kpi.Value // what the periods hold, as far as it was read
	looked kpi.Period                 // the one that was asked for last

	message message
	asked   string   // the text that Enter was asked for once more
	entered *entered // while it is not in the store; nil: only typed
}

// newForm returns the form of k with d in it.
func newForm(w *Wall, k *kpi.KPI, d draft) *form {
	f := &form{kpi: k, draft: d, values: map[kpi.Period][]kpi.Value{}}
	f.look(w)
	return f
}

// period returns the period that the form's value belongs to.
func (f *form) period(w *Wall) kpi.Period {
	c := w.board.Config.Calendar
	if !f.at.IsZero() {
		if p, ok := c.PeriodAt(f.kpi.Every, f.at); ok {
			return p
		}
	}
	if f.of != (kpi.Period{}) {
		return f.of
	}
	return c.Period(f.kpi.Every, w.now())
}

// adopt goes on with the KPI as a new config defines it; before is the config
// until now.
func (f *form) adopt(w *Wall, before *config.Config) {
	k := w.board.Config.KPI(f.kpi.ID)
	if f.gone = k == nil; f.gone {
		f.message = message{}
		return
	}
	same := reflect.DeepEqual(k, f.kpi) && reflect.DeepEqual(w.board.Config.Locale, before.Locale)
	other := k.Every != f.kpi.Every || k.Judged != f.kpi.Judged || k.Format.Style != f.kpi.Format.Style
	f.kpi, f.values, f.asked = k, map[kpi.Period][]kpi.Value{}, ""
	typed := f.draft
	moved := f.renew(w.board.Config.Calendar, k.Every, w.now())
	if f.entered != nil && f.entered.draft == typed { // it is what was entered still
		f.entered.draft = f.draft
	}
	why := "the config has changed this KPI: is what you typed still right?"
	if moved {
		why = periodChanged(k)
	}
	switch {
	case f.entered != nil && (moved || other): // it may mean something else now
		w.refuse(f, why)
	case f.entered == nil && !f.draft.empty() && (moved || !same):
		f.message = message{why, kpi.Worse}
	}
	f.look(w)
}

// tick looks into a period that has become the current one meanwhile.
func (f *form) tick(w *Wall) {
	if !f.gone && f.period(w) != f.looked {
		f.look(w)
	}
}

// look reads what the period holds, to judge the typed value together with it.
func (f *form) look(w *Wall) {
	p := f.period(w)
	f.looked = p
	w.desk.Period(f.kpi, p, func(values []kpi.Value, err error) {
		switch {
		case err == nil:
			f.values[p] = values
		case f.message.text == "": // that something is not saved matters more
			f.message = message{"the period could not be read: " + failure(err), kpi.Worse}
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
	return record.Reading(w.board.Config, f.kpi, p, values, w.now())
}

// preview returns how the period would stand with what is typed, and what speaks
// against it.
func (f *form) preview(w *Wall) (*board.Reading, []finding.Finding, error) {
	t, err := f.typedValue(w)
	if err != nil {
		return nil, nil, err
	}
	p := f.period(w)
	usual := record.Usual(w.board.Readings[f.kpi.ID], p)
	r, doubts := record.Preview(w.board.Config, f.kpi, p, f.values[p], usual, f.content(w, t), w.now())
	return r, doubts, nil
}

func (f *form) typedValue(w *Wall) (kpi.Typed, error) {
	if f.kpi.Judged {
		return kpi.Typed{Number: f.verdict}, nil
	}
	return kpi.ParseValue(f.kpi.Format, w.board.Config.Locale, f.text)
}

// content returns what the form holds as it would be recorded.
func (f *form) content(w *Wall, t kpi.Typed) record.Input {
	in := record.Input{Typed: t, Note: strings.TrimSpace(f.note), By: w.session.by, Source: "screen", Person: true}
	return f.dated(w, in)
}

// dated returns in for the KPI as it is now, and for the moment under which the
// form's period is recorded now: the one of typing may be over by then.
func (f *form) dated(w *Wall, in record.Input) record.Input {
	in.KPI, in.At = f.kpi, f.at
	c := w.board.Config.Calendar
	if p := f.period(w); f.at.IsZero() && p != c.Period(f.kpi.Every, w.now()) {
		in.At = c.AtFor(f.kpi, p, w.now())
	}
	return in
}

// corrects reports whether in takes the place of a value that the same moment has,
// and does not go on from it.
func (f *form) corrects(w *Wall, in record.Input) bool {
	if in.Typed.Add {
		return false
	}
	p, at := f.period(w), in.At
	if at.IsZero() {
		at = w.board.Config.Calendar.AtFor(f.kpi, p, w.now())
	}
	return slices.ContainsFunc(f.values[p], func(v kpi.Value) bool { return v.At.String() == at.String() })
}

// input returns what to record, or says what is missing and returns false.
func (f *form) input(w *Wall) (in record.Input, ok bool) {
	if f.gone {
		return in, false
	}
	if f.kpi.Judged && (!f.judged || strings.TrimSpace(f.note) == "") {
		f.message = message{"choose a verdict with g, w or b, and say why in a sentence", kpi.Worse}
		if f.judged {
			f.field = noteField
		}
		return in, false
	}
	r, doubts, err := f.preview(w)
	if err != nil {
		f.message = message{words.Of(w.board.Config).Error(err), kpi.Worse}
		return in, false
	}
	t, _ := f.typedValue(w)
	switch {
	case record.Doubted(doubts, record.NoteWanted):
		f.field = noteField
		f.message = message{r.Verdict.String() + " the target: say why in a few words, then Enter", kpi.Steady}
		return in, false
	case f.asked != f.text && record.Doubted(doubts, record.Unusual):
		f.asked = f.text
		f.message = message{r.Text + " is unusual for this KPI: press Enter again to save", kpi.Worse}
		return in, false
	}
	return f.content(w, t), true
}
