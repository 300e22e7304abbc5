package ui

import (
	"fmt"
	"slices"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
)

// retryAfter is how long a value waits for the next try after the store could not
// take it.
const retryAfter = 3 * time.Second

// entered is a value that somebody has entered and that the store does not have
// yet. It outlives the form on the screen: the wall goes on trying, and says so.
type entered struct {
	in      record.Input
	draft   draft // as it was entered; what is typed since is another value
	permit  permit
	saving  bool      // on its way to the store
	retry   time.Time // before which it is not tried again
	failed  string    // why the last try failed; empty: there was none
	refused string    // why it is not tried again; empty: it waits for its turn
}

// hand gives what f holds to the store, after all that waits already: so the last
// value that was entered for a moment is the one that stands.
func (w *Wall) hand(f *form, in record.Input) {
	w.takeOff(f)
	f.entered = &entered{in: in, draft: f.draft, permit: w.session.permit(w.board.Config.Entry)}
	f.message = message{text: "saving …"}
	f.keep(w)
	w.session.unsaved = append(w.session.unsaved, f)
	w.hurry()
}

// hurry tries at once what waits.
func (w *Wall) hurry() {
	if f := w.session.waiting(); f != nil {
		f.entered.retry = time.Time{}
	}
	w.saveNext()
}

// waiting returns the form whose value has its turn, or nil.
func (s *session) waiting() *form {
	i := slices.IndexFunc(s.unsaved, func(f *form) bool { return f.entered.refused == "" })
	if i < 0 {
		return nil
	}
	return s.unsaved[i]
}

// saveNext sends the value that has its turn, once its time has come.
func (w *Wall) saveNext() {
	f := w.session.waiting()
	if f == nil || f.entered.saving || w.now().Before(f.entered.retry) {
		return
	}
	if why := w.bars(f); why != "" {
		w.refuse(f, why)
		w.saveNext()
		return
	}
	e, store := f.entered, w.store
	e.saving = true
	in := f.dated(w, e.in)
	if f.corrects(w, in) {
		w.restores(f.kpi.ID)
	}
	w.desk.Put(in, func(s record.Saved, err error) {
		if w.store != store { // the demo's is gone, and what was typed into it
			return
		}
		e.saving = false
		if err == nil {
			w.saved(f, s)
		} else {
			delete(w.restored, f.kpi.ID)
			w.notSaved(f, err)
		}
		w.saveNext()
		w.draw()
	})
}

// bars says why the value of f may not be recorded on the board of now, or "".
func (w *Wall) bars(f *form) string {
	if why := w.forbids(); why != "" {
		return why
	}
	if f.gone {
		return lacks(f.kpi.ID)
	}
	return f.entered.permit.lapsed(w.board.Config.Entry)
}

// notSaved has the value tried again where the failure passes by itself, and
// otherwise leaves it to a person.
func (w *Wall) notSaved(f *form, err error) {
	if e := w.round(); e != nil {
		e.ahead = nil // meant for what comes after this value
	}
	switch {
	case f.draft != f.entered.draft: // what was typed since is to be saved, and not this
		w.takeOff(f)
		f.message = message{"not saved: " + failure(err), kpi.Worse}
	case !board.Passing(err):
		w.refuse(f, failure(err))
	default:
		for _, other := range w.session.unsaved { // those behind it wait for the same
			if other.entered.refused == "" {
				other.entered.failed, other.entered.retry = failure(err), w.now().Add(retryAfter)
				other.message = message{"not saved: " + failure(err) + "; trying again", kpi.Worse}
			}
		}
	}
}

// refuse tries the value of f no more. It stays typed, and the wall says so until
// somebody looks at it.
func (w *Wall) refuse(f *form, why string) {
	f.entered.refused = why
	f.message = message{"not saved: " + why, kpi.Worse}
}

// takeOff gives up saving the value of f.
func (w *Wall) takeOff(f *form) {
	f.entered = nil
	w.session.unsaved = slices.DeleteFunc(w.session.unsaved, func(other *form) bool { return other == f })
}

// unsavedFor returns the form whose value, or correction, is entered and not saved
// yet, the newest where there are several; or nil.
func (s *session) unsavedFor(key draftKey) *form {
	for _, f := range slices.Backward(s.unsaved) {
		if f.draftKey() == key {
			return f
		}
	}
	return nil
}

// unsavedTexts says of each value that could not be saved so far what it is, and
// why that is so, for the wall.
func (w *Wall) unsavedTexts() (texts []string) {
	for _, f := range w.session.unsaved {
		switch e := f.entered; {
		case e.refused != "":
			texts = append(texts, "not saved: "+f.names(w)+" · "+e.refused)
		case e.failed != "":
			texts = append(texts, "not saved yet: "+f.names(w)+" · "+e.failed+"; trying again")
		}
	}
	return texts
}

// names says which value was entered: "Churn 2.1% for November".
func (f *form) names(w *Wall) string {
	c, k, t := w.board.Config, f.entered.in.KPI, f.entered.in.Typed // as it was entered
	text := k.Format.Text(c.Locale, t.Number)
	switch {
	case k.Judged:
		text = board.VerdictWord(t.Number)
	case t.Add:
		text = "+" + text
	}
	return f.kpi.Name + " " + text + " for " + c.Calendar.Label(f.period(w), w.now())
}

// failure words an error for the wall and, where it does not pass by itself, what
// somebody has to do about it.
func failure(err error) string {
	found := board.FindingOf(err)
	text := words.English().Finding(found)
	if remedy := words.English().Remedy(found); remedy != "" && !board.Passing(err) {
		text += ": " + remedy
	}
	return text
}

// loss says what would be lost if the wall were closed now, or "".
func (s *session) loss() string {
	typed := map[draftKey]bool{}
	for key := range s.drafts {
		typed[key] = true
	}
	for _, f := range s.unsaved {
		typed[f.draftKey()] = true
	}
	switch n := len(typed); n {
	case 0:
		return ""
	case 1:
		return "1 value is not saved and would be lost."
	default:
		return fmt.Sprintf("%d values are not saved and would be lost.", n)
	}
}
