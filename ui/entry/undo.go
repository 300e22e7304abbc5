package entry

import (
	"errors"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
	"kpiwall/ui/overlay"
)

// undo takes back what was entered last: a value that is not saved yet, or else what
// the store says was done last, at this screen or in the terminal.
type undo struct {
	*desk
	queue   *queue
	entered int // how many of what was entered at this screen are not undone, for the hints

	running bool           // one is on its way: another would be of the same
	passed  map[int64]bool // rows that could not be taken back
	asked   record.Action  // what was asked for, whether it is meant
	since   time.Time      // when; zero: nothing was
}

// askedFor is how long the question stands whether something is to be taken back: as
// long as the wall shows it.
const askedFor = 8 * time.Second

func (u *undo) forget() { u.entered, u.passed, u.since = 0, nil, time.Time{} }

// asks reports whether it was asked whether something is to be taken back.
func (u *undo) asks() bool {
	age := u.wall.Now().Sub(u.since)
	return !u.since.IsZero() && age >= 0 && age < askedFor
}

// takeBack takes back what was entered last. told hears how it went.
func (u *undo) takeBack(told func(overlay.Message)) {
	if waiting := u.queue.all(); len(waiting) > 0 {
		told(u.giveUp(waiting[len(waiting)-1]))
		return
	}
	u.permitted(func() { u.last(told) }, func(why string) {
		told(u.bad("undo.failed", words.Args{"Why": why}))
	})
}

func (u *undo) giveUp(f *form) overlay.Message {
	if f.entered.saving {
		return u.neutral("undo.saving", nil)
	}
	return u.neutral("entry.kept", words.Args{"Text": u.queue.giveUp(f)})
}

// last takes back what was done last, or asks whether that is meant. What was asked
// for is done also where something else was entered meanwhile.
func (u *undo) last(told func(overlay.Message)) {
	told(u.neutral("undo.running", nil))
	if u.running {
		return
	}
	if u.asks() {
		u.since = time.Time{}
		u.do(u.asked, told)
		return
	}
	store := u.queue.store
	u.running = true
	u.recorder.LastAction(u.passed, func(a record.Action, found bool, err error) {
		u.running = false
		switch {
		case store != u.queue.store: // the demo's is gone
			return
		case err != nil:
			told(u.bad("undo.failed", words.Args{"Why": u.failure(err)}))
		case !found:
			u.entered = 0
			told(u.neutral("undo.nothing", nil))
		case a.Asked:
			u.asked, u.since = a, u.wall.Now()
			told(u.neutral("undo.ask", words.Args{"Text": u.names(a)}))
		default:
			u.do(a, told)
		}
		u.wall.Redraw()
	})
}

// names says what is about to be taken back, whose it is and of when.
func (u *undo) names(a record.Action) string {
	s, now := u.speech(), u.wall.Now()
	if a.Import() {
		return s.Say("undo.ask.import", words.Args{"What": s.Source(a.Batch.Name), "Number": a.Batch.ID, "When": s.Moment(a.Batch.Made, now)})
	}
	args := words.Args{"Name": a.Row.KPI, "Value": a.Row.At.String(), "Origin": origin(s, now, a.Row)}
	if r := u.wall.Board().Readings[a.Row.KPI]; r != nil {
		args["Name"], args["Value"] = r.KPI.Name, current(s, r.KPI, a.Row)
	}
	return s.Say("undo.ask.value", args)
}

// current says what a row that counts has, if maybe by an undo.
func current(s *words.Speech, k *kpi.KPI, row record.Row) string {
	if row.Withdrawn {
		return s.Say("values.row.withdrawn", nil)
	}
	return s.Figure(k.ExactFigure(row.Number))
}

func (u *undo) do(a record.Action, told func(overlay.Message)) {
	u.running = true
	if a.Import() {
		u.recorder.UndoBatch(a.Batch.ID, u.person.by, func(r record.Reversed, err error) {
			u.done(a, err, u.reversed(r), told)
		})
		return
	}
	u.wall.Restores(a.Row.KPI)
	u.recorder.Undo(a.Row.ID, u.person.by, func(s record.Saved, err error) {
		if err != nil {
			u.wall.NotRestored(a.Row.KPI)
		}
		u.done(a, err, func() string { return u.say("undo.undone", words.Args{"Text": u.speech().Saved(s)}) }, told)
	})
}

// reversed says how it went with an import.
func (u *undo) reversed(r record.Reversed) func() string {
	return func() string {
		text := u.say("undo.whole", words.Args{"Values": r.Values, "What": u.speech().Source(r.Batch.Name), "Number": r.Batch.ID})
		if r.Left > 0 {
			text += " · " + u.say("undo.left_count", words.Args{"Count": r.Left})
		}
		return text
	}
}

// done says how it went. What cannot be taken back any more is passed over from now
// on.
func (u *undo) done(a record.Action, err error, text func() string, told func(overlay.Message)) {
	u.running = false
	var m overlay.Message
	var refused *finding.Error
	switch {
	case err == nil:
		u.entered = max(0, u.entered-1)
		m = overlay.Message{Text: text(), Tone: kpi.Better}
	case errors.Is(err, record.ErrNotInForce):
		m = u.bad("undo.replaced", nil)
	default:
		m = u.bad("undo.failed", words.Args{"Why": u.failure(err)})
	}
	if errors.As(err, &refused) {
		if u.passed == nil {
			u.passed = map[int64]bool{}
		}
		u.passed[a.Row.ID] = true
		u.entered = max(0, u.entered-1)
	}
	told(m)
	u.wall.Redraw()
}
