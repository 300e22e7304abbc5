package entry

import (
	"slices"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
	"kpiwall/ui/overlay"
)

// Session is the entry of values at one screen: who is at the keyboard, what was
// typed, what waits for the store, and what can be undone.
type Session struct {
	*desk
	drafts drafts
	queue  *queue
	undo   *undo
}

// New returns the session at a wall, over which it opens what it asks, with a
// recorder; without one (nil) nothing can be entered.
func New(w Wall, stack *overlay.Stack, r Recorder) *Session {
	d := &desk{wall: w, stack: stack, recorder: r}
	s := &Session{desk: d, drafts: drafts{}}
	s.queue = &queue{desk: d, drafts: s.drafts, saved: s.saved, failed: s.dropAhead}
	s.undo = &undo{desk: d, queue: s.queue}
	return s
}

// Sections returns what the keys do in all that a session opens.
func Sections() []overlay.Section {
	e := &round{form: &form{kpi: &kpi.KPI{}}}
	return []overlay.Section{
		e.listSection(), e.formSection(), (&history{}).Section(), (&lock{}).Section(), (&naming{}).Section(),
	}
}

// Enter opens the entry of a value for the KPI id, or the round of all due ones
// where id is empty.
func (s *Session) Enter(id string) {
	if len(s.wall.Board().Config.KPIs) == 0 {
		return
	}
	if why := s.computed(id); why != "" {
		s.wall.Say(why)
		return
	}
	s.permitted(func() {
		e := s.newRound(id != "")
		e.follow()
		if id != "" {
			if e.choose(id); e.form == nil { // left out while the PIN was asked for
				s.wall.Say(s.lacks(id))
				return
			}
		}
		s.stack.Open(e)
	}, s.wall.Say)
}

func (s *Session) newRound(alone bool) *round {
	s.round = record.Round{}
	return &round{
		desk: s.desk, queue: s.queue, undo: s.undo, drafts: s.drafts, showHistory: s.ShowHistory,
		alone: alone, done: map[slot]bool{},
	}
}

// ShowHistory opens the values of the KPI id with every correction.
func (s *Session) ShowHistory(id string) {
	if s.recorder == nil || s.wall.Board().Readings[id] == nil {
		return
	}
	if why := s.computed(id); why != "" {
		s.wall.Say(why)
		return
	}
	h := &history{desk: s.desk, undo: s.undo, correct: s.correct, id: id}
	s.stack.Open(h)
	h.load()
}

// correct opens the form for exactly the moment of a row.
func (s *Session) correct(row record.Row) {
	if r := s.wall.Board().Readings[row.KPI]; r != nil { // else a new config has left it out
		e := s.newRound(true)
		e.correct(r.KPI, row)
		s.stack.Open(e)
	}
}

// Undo takes back what was entered last, and says so on the wall.
func (s *Session) Undo() { s.undo.takeBack(func(m overlay.Message) { s.wall.Say(m.Text) }) }

// Forbidden says why nobody may change values of the KPI id at this wall, or "". No
// id is any.
func (s *Session) Forbidden(id string) string {
	if why := s.forbidsNow(); why != "" {
		return why
	}
	return s.computed(id)
}

// Tick tells the session that a second is over. quiet is the time since the last
// key: after a minute of it nobody is known any more.
func (s *Session) Tick(quiet time.Duration) {
	if quiet >= overlay.EntryIdle {
		s.person = person{}
	}
	s.queue.try()
}

// Follow goes on on a new board. before is the config until now; nil: the same.
func (s *Session) Follow(before *config.Config) {
	forms := s.queue.all()
	for _, e := range s.rounds() {
		if e.form != nil && !slices.Contains(forms, e.form) {
			forms = append(forms, e.form)
		}
		e.follow()
	}
	if before == nil {
		return
	}
	for _, f := range forms {
		f.adopt(before)
	}
}

// Forget ends what belongs to another store: rows and drafts of the demo are no
// business of the one that takes its place.
func (s *Session) Forget() {
	s.queue.store++
	s.queue.forms, s.round = nil, record.Round{}
	s.undo.forget()
	clear(s.drafts)
}

// Unsaved says of each value that could not be saved so far what it is and why.
func (s *Session) Unsaved() []string { return s.queue.texts() }

// Loss says what would be lost if the wall were closed now, or "".
func (s *Session) Loss() string {
	typed := map[draftKey]bool{}
	for key := range s.drafts {
		typed[key] = true
	}
	for _, f := range s.queue.all() {
		typed[f.draftKey()] = true
	}
	if len(typed) == 0 {
		return ""
	}
	return s.say("entry.loss", words.Args{"Count": len(typed)})
}

// saved says that a value is safe in the store, and goes on with the round.
func (s *Session) saved(o outcome) {
	text, undoHint := s.speech().Saved(o.saved), ""
	if o.saved.New {
		s.undo.entered++
		undoHint = "undo.hint"
	}
	if e := s.roundOf(o.form); e != nil {
		e.saved(o, text, undoHint)
		e.replay()
		return
	}
	text = s.say("entry.saved", words.Args{"Text": text})
	if undoHint != "" {
		text = s.say(undoHint, words.Args{"Text": text})
	}
	s.wall.Report(text, o.late)
}

// dropAhead forgets keys that are meant for what comes after a value that is not
// saved.
func (s *Session) dropAhead() {
	for _, e := range s.rounds() {
		e.ahead = nil
	}
}

// rounds returns the rounds that are open, the lowest first.
func (s *Session) rounds() (rounds []*round) {
	for _, o := range s.stack.All() {
		if e, ok := o.(*round); ok {
			rounds = append(rounds, e)
		}
	}
	return rounds
}

// roundOf returns the round in which f is open, or else the first; or nil.
func (s *Session) roundOf(f *form) *round {
	rounds := s.rounds()
	for _, e := range rounds {
		if e.form == f {
			return e
		}
	}
	if len(rounds) > 0 {
		return rounds[0]
	}
	return nil
}
