package entry

import (
	"reflect"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
	"kpiwall/ui/overlay"
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
	*desk
	kpi   *kpi.KPI // as the board defines it
	gone  bool     // the board has it no more; kpi is as it was
	field field
	after int // how many characters of its text are behind the caret
	draft
	when    string     // the name of a period as it is typed
	chosen  bool       // the period was chosen, and stays also while nothing is typed
	gap     kpi.Period // the period that is offered because it misses a value; zero: none
	offered bool       // the draft is one of before: a new number takes its place
	at      kpi.At     // set where one recorded moment is corrected, and not a period's value

	values map[kpi.Period][]kpi.Value // what the periods hold, as far as it was read
	looked kpi.Period                 // the one that was asked for last

	message overlay.Message
	asked   bool     // Enter was asked for once more
	entered *entered // while it is not in the store; nil: only typed
}

// newForm returns the form of k with what was typed in it.
func newForm(d *desk, k *kpi.KPI, typed draft) *form {
	f := &form{desk: d, kpi: k, draft: typed, values: map[kpi.Period][]kpi.Value{}}
	f.look()
	return f
}

// period returns the period that the form's value belongs to.
func (f *form) period() kpi.Period {
	if !f.at.IsZero() {
		if p, ok := f.calendar(f.kpi).PeriodAt(f.kpi.Every, f.at); ok {
			return p
		}
	}
	if f.of != (kpi.Period{}) {
		return f.of
	}
	return f.current(f.kpi)
}

// adopt goes on with the KPI as a new config defines it; before is the config
// until now.
func (f *form) adopt(before *config.Config) {
	k := f.wall.Board().Config.Defined(f.kpi.ID)
	if f.gone = k == nil; f.gone {
		f.message = overlay.Message{}
		return
	}
	same := reflect.DeepEqual(k, f.kpi) && reflect.DeepEqual(f.wall.Board().Config.Locale, before.Locale)
	other := k.Every != f.kpi.Every || k.Judged != f.kpi.Judged || k.Format.Style != f.kpi.Format.Style
	f.kpi, f.values, f.asked = k, map[kpi.Period][]kpi.Value{}, false
	typed := f.draft
	moved := f.renew(f.calendar(k), k.Every, f.wall.Now())
	if f.entered != nil && f.entered.draft == typed { // it is what was entered still
		f.entered.draft = f.draft
	}
	why := f.say("entry.kpi_changed", nil)
	if moved {
		why = f.periodChanged(k)
	}
	switch {
	case f.entered != nil && (moved || other): // it may mean something else now
		f.refuse(why)
	case f.entered == nil && !f.draft.empty() && (moved || !same):
		f.message = overlay.Message{Text: why, Tone: kpi.Worse}
	}
	f.look()
}

// refuse gives the value up for now. It stays typed, and the wall says so until
// somebody looks at it.
func (f *form) refuse(why string) {
	f.entered.refused = why
	f.message = f.bad("entry.not_saved", words.Args{"Why": why})
}

// tick looks into a period that has become the current one meanwhile.
func (f *form) tick() {
	if !f.gone && f.period() != f.looked {
		f.look()
	}
}

// look reads what the period holds, to judge the typed value together with it.
func (f *form) look() {
	p := f.period()
	f.looked = p
	f.recorder.Period(f.kpi, p, func(values []kpi.Value, err error) {
		switch {
		case err == nil:
			f.values[p] = values
		case f.message.Text == "": // that something is not saved matters more
			f.message = f.bad("entry.period_unread", words.Args{"Why": f.failure(err)})
		}
		f.wall.Redraw()
	})
}

// has returns how the period stands without what is being typed; nil while it
// was not read yet.
func (f *form) has() *board.Reading {
	p := f.period()
	values, known := f.values[p]
	if !known {
		return nil
	}
	return record.Reading(f.wall.Board().Config, f.kpi, p, values, f.wall.Now())
}

func (f *form) draftKey() draftKey { return draftKey{f.kpi.ID, f.at.String()} }

// keep remembers what was typed, for the next time.
func (f *form) keep(all drafts) {
	if f.draft.empty() || f.since.IsZero() { // nothing, or what the row had
		delete(all, f.draftKey())
		return
	}
	all[f.draftKey()] = f.draft
}

// periodChanged says that what was typed was for a period that is none any more.
func (d *desk) periodChanged(k *kpi.KPI) string {
	return d.say("entry.period_changed", words.Args{"Every": k.Every})
}
