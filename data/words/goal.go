package words

import (
	"math"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// goalStatus returns how to call the status of a key result, the longest first: whether
// it was reached early or late, when it starts, or since when it lacks a value; nothing
// for any other.
func (s *Speech) goalStatus(status kpi.Status, r *board.Reading) []string {
	switch {
	case status == kpi.Reached && r.Goal.State >= kpi.ReachedEarly:
		short := s.Status(status)
		if r.Goal.State == kpi.ReachedInTime {
			return []string{short}
		}
		return []string{s.must("goal."+goalStates[r.Goal.State], nil), short}
	case status == kpi.NotStarted:
		args := Args{"Day": s.inYear("date.short", r.KPI.Goal.Start, r.Today)}
		if r.Goal.State != kpi.GoalAhead { // it has, and the value is an older one
			return []string{s.must("goal.unmeasured", args), s.Status(kpi.Waiting)}
		}
		return []string{s.must("goal.starts", args), s.must("goal.starts.short", args)}
	}
	return nil
}

var goalStates = map[kpi.GoalState]string{kpi.ReachedEarly: "reached_early", kpi.ReachedLate: "reached_late"}

// goalPhrase says of a key result what should be there by the day of its value and by
// that of its goal, or how it went.
func (s *Speech) goalPhrase(r *board.Reading, full, short string) Phrase {
	word := s.Status(r.Status)
	said := s.goalStatus(r.Status, r)
	if said == nil {
		said = []string{word}
	}
	switch {
	case r.Status == kpi.OnTarget:
		return phrase([]string{s.beside(word, full), full, short}, word)
	case r.Status != kpi.Near && r.Status != kpi.Below && r.Status != kpi.Above:
		return phrase([]string{s.beside(said[0], full), said[0]}, said[1:]...)
	}
	if r.Status == kpi.Near {
		word = s.must("status.near.short", nil)
	}
	missed := s.missed(r, r.Target)
	if short == "" { // it is the goal itself
		return phrase([]string{s.by(missed, s.untilDay(r.KPI.Goal.By, r.Today)), missed}, word)
	}
	by := s.by(missed, s.untilDay(r.Goal.Day, r.Today))
	whole := s.by(s.Target(r.KPI.Goal.Whole(), r.KPI.Format), s.untilDay(r.KPI.Goal.By, r.Today))
	return phrase([]string{by + " · " + whole, by, missed}, word)
}

// ReadingGoal returns how far a key result has come and how long it still has, the
// longest first: "62% of the way · 34 days left", "62% · 34 days", "62%"; nothing for
// what is none, was reached, or has no value or no start yet. Beside a number in percent
// a share alone would read as another value.
func (s *Speech) ReadingGoal(r *board.Reading) []string {
	p := r.Goal
	if !r.Has || !p.HasShare || r.Verdict == kpi.NotStarted || r.Verdict == kpi.Reached {
		return nil
	}
	share := s.shareOfWay(p.Share)
	way := s.must("goal.way", Args{"Share": share})
	texts := []string{way}
	if !p.Settled {
		days, err := s.count("day", p.DaysLeft)
		if err != nil {
			return texts
		}
		texts = []string{way + " · " + s.must("goal.left", Args{"Days": days}), share + " · " + days}
	}
	if !r.KPI.Format.Percentage() {
		texts = append(texts, share)
	}
	return texts
}

// shareOfWay writes a share in whole percent, rounded down: what is not all of the way
// is never 100 %.
func (s *Speech) shareOfWay(share float64) string {
	percent := math.Floor(kpi.Clean(share * 100))
	return kpi.Format{Style: kpi.Percent}.Text(s.locale, percent)
}

// goalTarget writes what a key result should be: by the day of its value, if it is under
// way, and by that of its goal.
func (s *Speech) goalTarget(r *board.Reading) (full, short string) {
	k := r.KPI
	by := func(t kpi.Target, d kpi.Date) string {
		return s.by(s.Target(t, k.Format), s.untilDay(d, r.Today))
	}
	whole := by(k.Goal.Whole(), k.Goal.By)
	switch {
	case r.Running.On && r.Verdict != kpi.NotStarted:
		full, short = s.runningTarget(r)
		return full + " · " + s.must("goal.whole", Args{"Target": whole}), short
	case r.Goal.State == kpi.UnderWay && r.Has && r.Verdict != kpi.NotStarted && r.Goal.Day.Before(k.Goal.By):
		short = by(r.Target, r.Goal.Day)
		return short + " · " + whole, short
	}
	return whole, ""
}

// GoalText says where a key result comes from and goes to: "from 7 on 1 Oct to 1 by 31
// Dec".
func (s *Speech) GoalText(k *kpi.KPI) string {
	g := k.Goal
	return s.must("goal.from_to", Args{
		"From": k.Format.Exact(g.From).Text(s.locale, g.From), "Start": s.ShortDate(g.Start),
		"To": k.Format.Exact(g.To).Text(s.locale, g.To), "By": s.ShortDate(g.By),
	})
}
