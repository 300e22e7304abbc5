package words

import (
	"kpiwall/data/kpi"
	"kpiwall/data/record"
)

// Saved says what is recorded now at the moment of a value, and how its period
// stands with it, which is not the same where the period has other values too: "MRR
// €42,000 for November · on target".
func (s *Speech) Saved(saved record.Saved) string {
	v, r := saved.Value, saved.Reading
	if r == nil {
		return s.savedBare(saved)
	}
	// As the tile shows it, and as it was recorded: what was typed as 4.5 was not saved
	// as 5. Where the period's verdict is that of this number it is the one that was judged.
	shown, figure := kpi.Figure{Format: r.Format, Number: v.Number, Judged: r.KPI.Judged}, r.KPI.ExactFigure(v.Number)
	if r.Has && r.Raw == v.Number {
		figure = r.KPI.ExactFigure(r.Number)
	} else {
		shown.Format = r.KPI.Format
	}
	args := Args{
		"Name": r.KPI.Name, "Figure": figure, "Now": s.ReadingText(r), "Status": s.StatusText(r.Verdict, r),
		"Period": s.period(saved.Period, r.Today, namedInFull),
	}
	if r.KPI.Measure {
		args["Status"] = s.must("measure", nil)
	}
	var text string
	switch {
	case v.Withdrawn && !r.Has:
		return s.Say("saved.none", args)
	case v.Withdrawn:
		text = s.Say("saved.withdrawn", args)
	case r.KPI.Judged:
		text = s.Say("saved.verdict", args)
	case s.Figure(shown) != s.ReadingText(r):
		text = s.Say("saved.part", args)
	default:
		text = s.Say("saved.value", args)
	}
	if day := s.calendar.DayOf(v.At); saved.Period.Every == kpi.Day && day != saved.Period.First {
		text = s.must("saved.no_workday", Args{"Text": text, "Day": s.inYear("date.weekday", day, r.Today)})
	}
	if saved.Ahead {
		return s.must("saved.ahead", Args{"Text": text})
	}
	return text
}

// savedBare is [Speech.Saved] without a definition or a period to say it by.
func (s *Speech) savedBare(saved record.Saved) string {
	args := Args{"KPI": saved.Value.KPI, "At": saved.Value.At.String()}
	if saved.Value.Withdrawn {
		return s.must("saved.bare.none", args)
	}
	return s.must("saved.bare.restored", args)
}
