package words

import (
	"slices"
	"unicode/utf8"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// Phrase is how a tile may say its status and its target in one, so that the one is
// not read without the other.
type Phrase struct {
	Texts []string // the longest first
	Whole int      // the shortest of them that says all that matters
}

// ReadingPhrase returns what the tile of r says beside the mark of its status: "on
// target · ≥ 40", "≥ 40" or "on target"; "below 40"; of a sum that runs "below 16 by
// Tuesday · ≥ 40 by Sunday"; of a zero that nobody recorded that too.
func (s *Speech) ReadingPhrase(r *board.Reading) Phrase {
	p := s.statusPhrase(r)
	if r.Zero { // which must not look like one that somebody has seen
		none := s.must("value.none_recorded", nil)
		return phrase([]string{s.beside(p.Texts[0], none), s.beside(p.Texts[p.Whole], none), none})
	}
	return p
}

// statusPhrase is [Speech.ReadingPhrase] of a number that was recorded.
func (s *Speech) statusPhrase(r *board.Reading) Phrase {
	word := s.statusWord(r.Status, r)
	full, short := s.targets(r)
	switch {
	case r.KPI.Goal != nil && r.Status != kpi.Overdue && r.Status != kpi.NoValue && r.Status != kpi.Waiting && !r.Running.On:
		return s.goalPhrase(r, full, short)
	case r.KPI.Judged || full == "" || r.Status == kpi.NoTarget || r.Status == kpi.NoValue || r.Status == kpi.Waiting:
		texts := s.ReadingStatus(r)
		return Phrase{texts, len(texts) - 1}
	case r.Status == kpi.Overdue:
		return s.overduePhrase(r)
	case r.Status == kpi.InProgress:
		return phrase([]string{s.beside(word, full), s.beside(word, short)}, word)
	case r.Running.On && r.Status.Verdict():
		return s.runningPhrase(r, full, short)
	case r.Status == kpi.OnTarget:
		return phrase([]string{s.beside(word, full), full}, word)
	}
	if r.Status == kpi.Near {
		word = s.must("status.near.short", nil)
	}
	return phrase([]string{s.missed(r, r.Target)}, word)
}

// phrase is made of texts that say all that matters, and of what says less where
// that is shorter than these.
func phrase(said []string, less ...string) Phrase {
	said = slices.DeleteFunc(said, func(t string) bool { return t == "" })
	p := Phrase{Texts: said, Whole: len(said) - 1}
	for _, text := range less {
		if utf8.RuneCountInString(text) < utf8.RuneCountInString(p.Texts[len(p.Texts)-1]) {
			p.Texts = append(p.Texts, text)
		}
	}
	return p
}

// overduePhrase says since when there should have been a value.
func (s *Speech) overduePhrase(r *board.Reading) Phrase {
	texts := s.ReadingStatus(r)
	if r.Fresh.Since.IsZero() {
		return phrase(texts)
	}
	return phrase([]string{texts[0], s.since("phrase.since", Args{}, r)}, texts[1:]...)
}

// runningPhrase says of a sum that runs what should be there by now: that its verdict
// may change must not go.
func (s *Speech) runningPhrase(r *board.Reading, full, short string) Phrase {
	soFar, running := s.StatusText(r.Status, r), s.Status(kpi.InProgress)
	k, part := r.KPI, s.Target(r.Running.ByNow, r.KPI.Format)
	switch {
	case part == "" || k.Every == kpi.Hour || k.Every == kpi.Day:
		return phrase([]string{s.beside(soFar, full), s.beside(soFar, short)}, soFar, running)
	case r.Status == kpi.OnTarget:
		return phrase([]string{full, short}, running)
	}
	missed := s.missed(r, r.Running.ByNow)
	whole := s.by(s.Target(r.Target, k.Format), s.dayIn(k.Every, r.Running.Ends, s.untilWeekdays))
	return phrase([]string{
		s.by(missed, s.dayIn(k.Every, r.Running.Until, s.untilWeekdays)) + " · " + whole,
		s.by(missed, s.dayIn(k.Every, r.Running.Until, s.shortWeekdays[:])),
	}, running)
}

// missed names the end of a target that the number of r is beyond.
func (s *Speech) missed(r *board.Reading, t kpi.Target) string {
	bound, off, near := t.Min, "phrase.below", "phrase.below.near"
	if !t.HasMin || t.HasMax && r.Number > t.Min {
		bound, off, near = t.Max, "phrase.above", "phrase.above.near"
	}
	args := Args{"Bound": r.KPI.Format.Exact(bound).Text(s.locale, bound)}
	if r.Status == kpi.Near {
		return s.must(near, args)
	}
	return s.must(off, args)
}

// beside joins a status and a target, "" without the latter.
func (s *Speech) beside(status, target string) string {
	if target == "" {
		return ""
	}
	return status + " · " + target
}
