package words

import (
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// ReadingNumber returns what stands large on the tile of r: its number in parts, a
// verdict, or "–" without a value.
func (s *Speech) ReadingNumber(r *board.Reading) kpi.Number {
	switch {
	case !r.Has:
		return kpi.Number{Digits: nothing}
	case r.KPI.Judged:
		return kpi.Number{Digits: s.Verdict(r.Number)}
	}
	return s.Number(r.Format, r.Number)
}

// ReadingText is [Speech.ReadingNumber] in one piece.
func (s *Speech) ReadingText(r *board.Reading) string { return s.ReadingNumber(r).String() }

// nothing is what stands in the place of a number that is not there.
const nothing = "–"

// ReadingPeriod names the period of r, "" where it is the current one or there is no
// value.
func (s *Speech) ReadingPeriod(r *board.Reading) string {
	if !named(r) {
		return ""
	}
	return s.period(r.Period, r.Today, namedInFull)
}

// ShortReadingPeriod is [Speech.ReadingPeriod] in fewer words.
func (s *Speech) ShortReadingPeriod(r *board.Reading) string {
	if !named(r) {
		return ""
	}
	return s.period(r.Period, r.Today, abbreviated)
}

func named(r *board.Reading) bool { return r.Has && !r.Current }

// ReadingChange writes the change of r, of a judged KPI the verdict of before.
func (s *Speech) ReadingChange(r *board.Reading) string {
	if !r.KPI.Judged || !r.Change.Known {
		change := s.Change(r.Change)
		if change != "" && r.KPI.CompareYear {
			return s.must("change.year", Args{"Change": change})
		}
		return change
	}
	was := r.History[len(r.History)-2].Number
	if r.KPI.CompareYear {
		was = r.Number - r.Change.Amount
	}
	if was == r.Number {
		return s.must("change.none", nil)
	}
	return s.must("change.was", Args{"Verdict": s.Verdict(was)})
}

// ReadingStatus returns how to call the status that the tile of r wears, the longest
// first: of a judged KPI the verdict with who gave it and when, of an overdue one
// since when, of a sum that runs that its verdict may still change.
func (s *Speech) ReadingStatus(r *board.Reading) []string {
	word := s.statusWord(r.Status, r)
	if words := s.goalStatus(r.Status, r); words != nil {
		return words
	}
	switch {
	case r.KPI.Judged && r.Status.Verdict():
		args := Args{"Verdict": word, "By": r.NoteBy, "Day": s.inYear("date.short", s.calendar.Today(r.LastConfirmed), r.Today)}
		words := []string{s.must("status.judged", args), word}
		if r.NoteBy != "" {
			words = append([]string{s.must("status.judged.by", args)}, words...)
		}
		return words
	case r.Running.On && r.Status.Verdict():
		// The mark says the verdict: that it may change must not go.
		words := []string{s.must("status.so_far", Args{"Status": word}), s.Status(kpi.InProgress)}
		if r.Status == kpi.Near {
			words = slices.Insert(words, 1, s.must("status.so_far", Args{"Status": s.must("status.near.short", nil)}))
		}
		return slices.Compact(words)
	case r.Status != kpi.Overdue || r.Fresh.Since.IsZero():
		return []string{word}
	}
	return []string{s.since("status.since", Args{"Status": word}, r), word}
}

// StatusText names a status of r, which is that of its tile or its verdict, without
// who gave it and when; of a sum that runs, that it may still change.
func (s *Speech) StatusText(status kpi.Status, r *board.Reading) string {
	word := s.statusWord(status, r)
	if words := s.goalStatus(status, r); words != nil {
		return words[0]
	}
	if r.Running.On && status.Verdict() {
		return s.must("status.so_far", Args{"Status": word})
	}
	return word
}

// statusWord names a status of r. Of a judged KPI it is the verdict's own word.
func (s *Speech) statusWord(status kpi.Status, r *board.Reading) string {
	if r.KPI.Judged && status.Verdict() {
		return s.ReadingText(r)
	}
	return s.Status(status)
}

// since says by a message since when r has its status: since a day of this year, or a
// month of another one.
func (s *Speech) since(id string, args Args, r *board.Reading) string {
	d := s.calendar.Today(r.Fresh.Since)
	if args["Since"] = s.date("date.short", d); d.Year != r.Today.Year {
		id, args["Since"] = id+".year", s.date("period.month.short.year", d)
	}
	return s.must(id, args)
}

// ReadingTarget returns how a tile writes the target of r, the longest first; none
// without one. While a sum runs what should be there by now comes first, for beside
// the whole alone a verdict would look wrong: "≥ 16 by Tuesday · ≥ 40 by Sunday",
// "≥ 16 by Tue".
func (s *Speech) ReadingTarget(r *board.Reading) []string {
	full, short := s.targets(r)
	switch {
	case full == "":
		return nil
	case short == "" && r.KPI.Goal != nil:
		return []string{s.must("goal.named", Args{"Target": full}), full}
	case short == "":
		return []string{s.NamedTarget(full), full}
	}
	return []string{full, short}
}

// TargetText is the target of r in full, without its name; "" without one.
func (s *Speech) TargetText(r *board.Reading) string {
	full, _ := s.targets(r)
	return full
}

// NamedTarget is the text of a target with its name before it: "target ≥ 40".
func (s *Speech) NamedTarget(text string) string {
	return s.must("target.named", Args{"Target": text})
}

// targets writes the target of r in full and, while its period runs, in fewer words.
func (s *Speech) targets(r *board.Reading) (full, short string) {
	switch {
	case r.KPI.Judged:
		return "", ""
	case r.KPI.Goal != nil:
		return s.goalTarget(r)
	}
	return s.runningTarget(r)
}

// runningTarget writes the target of a period, while it runs what should be there by
// now as well.
func (s *Speech) runningTarget(r *board.Reading) (full, short string) {
	k := r.KPI
	whole := s.Target(r.Target, k.Format)
	switch {
	case !r.Running.On || whole == "" || k.Every == kpi.Hour:
		return whole, ""
	case k.Every == kpi.Day:
		return s.by(whole, s.must("until.clock", Args{"Clock": s.TimeOfDay(k.DayEnds)})), whole
	}
	full = s.by(whole, s.dayIn(k.Every, r.Running.Ends, s.untilWeekdays))
	part := s.Target(r.Running.ByNow, k.Format)
	if part == "" {
		return full, whole
	}
	by := s.by(part, s.dayIn(k.Every, r.Running.Until, s.untilWeekdays))
	return by + " · " + full, s.by(part, s.dayIn(k.Every, r.Running.Until, s.shortWeekdays[:]))
}

// ReadingForecast says what a sum comes to at its pace, "" where nobody knows: "on this
// pace 43 by Sunday".
func (s *Speech) ReadingForecast(r *board.Reading) string {
	if !r.HasForecast {
		return ""
	}
	number := r.KPI.Format.Text(s.locale, r.Forecast)
	return s.must("forecast", Args{"Text": s.by(number, s.dayIn(r.KPI.Every, r.Running.Ends, s.untilWeekdays))})
}

func (s *Speech) by(target, when string) string {
	return s.must("target.by", Args{"Target": target, "When": when})
}

// dayIn names a day of a period that runs, as it stands in [Speech.by]: within a week
// by its name among weekdays.
func (s *Speech) dayIn(every kpi.Cadence, d kpi.Date, weekdays []string) string {
	if every == kpi.Week {
		return weekdays[d.Weekday()]
	}
	return s.must("until.date", Args{"Date": s.date("date.short", d)})
}

// untilDay is [Speech.dayIn] with the year where that is not the one of today.
func (s *Speech) untilDay(d, today kpi.Date) string {
	return s.must("until.date", Args{"Date": s.inYear("date.short", d, today)})
}
