package kpi

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

const fivePM = 17 * time.Hour

// standing is how the newest period of a KPI stands, whose values are written
// "2026-11-23=9 2026-11-24=9", at a moment of the calendar.
func standing(t *testing.T, c Calendar, k *KPI, target Target, values, now string) Verdict {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", now, c.zone())
	if err != nil {
		t.Fatal(err)
	}
	s := seriesOf(t, c, k, values)
	return c.JudgeEntry(k, s, len(s.Entries)-1, target, at)
}

// seriesOf combines values written "2026-11-23=9 …".
func seriesOf(t *testing.T, c Calendar, k *KPI, values string) Series {
	t.Helper()
	byPeriod := map[Period][]Value{}
	var newest, oldest Period
	for i, field := range strings.Fields(values) {
		text, number, _ := strings.Cut(field, "=")
		v := Value{ID: int64(i + 1)}
		if _, err := fmt.Sscan(number, &v.Number); err != nil {
			t.Fatal(err)
		}
		var err error
		if v.At, err = ParseAt(text); err != nil {
			t.Fatal(err)
		}
		p, _ := c.PeriodAt(k.Every, v.At)
		byPeriod[p] = append(byPeriod[p], v)
		if i == 0 || c.Steps(newest, p) > 0 {
			newest = p
		}
		if i == 0 || c.Steps(oldest, p) < 0 {
			oldest = p
		}
	}
	var rows [][]Value
	for p := oldest; c.Steps(p, newest) >= 0; p = c.Add(p, 1) {
		rows = append(rows, byPeriod[p])
	}
	return c.Combine(k, newest, rows)
}

// The week is that of Monday, 23 November 2026; the values by hand.
func TestPace_ComparesARunningSumWithThePartThatShouldBeThere(t *testing.T) {
	c := office(time.UTC)
	const mon, monTue, monToFri = "2026-11-23=9", "2026-11-23=9 2026-11-24=9", "2026-11-23=8 2026-11-24=8 2026-11-25=8 2026-11-26=8 2026-11-27=8"
	for _, row := range []struct {
		name   string
		target Target
		tol    Tolerance
		values string
		now    string
		want   Status
		byNow  Target
		until  string
		final  bool
	}{
		{"Monday, before five", atLeast(40), share(0.1), mon, "2026-11-23 16:59", InProgress, Target{}, "", false},
		{"Monday, at five", atLeast(40), share(0.1), mon, "2026-11-23 17:00", OnTarget, atLeast(8), "2026-11-23", false},
		{"Tuesday noon, with Tuesday's", atLeast(40), share(0.1), monTue, "2026-11-24 12:00", OnTarget, atLeast(8), "2026-11-23", false},
		{"Tuesday evening", atLeast(40), share(0.1), monTue, "2026-11-24 18:00", OnTarget, atLeast(16), "2026-11-24", false},
		{"Tuesday, 17 is enough", atLeast(40), Tolerance{}, "2026-11-23=8 2026-11-24=9", "2026-11-24 18:00", OnTarget, atLeast(16), "2026-11-24", false},
		{"Tuesday, 15 is near", atLeast(40), share(0.1), "2026-11-23=8 2026-11-24=7", "2026-11-24 18:00", Near, atLeast(16), "2026-11-24", false},
		{"Tuesday, 14 is below", atLeast(40), share(0.1), "2026-11-23=8 2026-11-24=6", "2026-11-24 18:00", Below, atLeast(16), "2026-11-24", false},
		{"days after the newest value do not count", atLeast(40), Tolerance{}, monTue, "2026-11-26 18:00", OnTarget, atLeast(16), "2026-11-24", false},
		{"the whole is reached before the first day is over", atLeast(40), Tolerance{}, "2026-11-23=41", "2026-11-23 09:00", OnTarget, Target{}, "", true},
		{"the whole is reached on Tuesday", atLeast(40), Tolerance{}, "2026-11-23=21 2026-11-24=21", "2026-11-24 18:00", OnTarget, atLeast(16), "2026-11-24", true},
		{"with a negative value nothing is final", atLeast(40), Tolerance{}, "2026-11-23=-1 2026-11-24=43", "2026-11-24 18:00", OnTarget, atLeast(16), "2026-11-24", false},
		{"one complaint on Monday", atMost(2), Tolerance{}, "2026-11-23=1", "2026-11-23 09:00", OnTarget, atMost(1), "2026-11-23", false},
		{"two complaints on Monday", atMost(2), Tolerance{}, "2026-11-23=2", "2026-11-23 09:00", Above, atMost(1), "2026-11-23", false},
		{"three are too many whatever comes", atMost(2), Tolerance{}, "2026-11-23=3", "2026-11-23 09:00", Above, atMost(1), "2026-11-23", true},
		{"both ends, the first day", between(40, 60), Tolerance{}, "2026-11-23=9", "2026-11-23 12:00", InProgress, atMost(12), "2026-11-23", false},
		{"both ends, too much on the first day", between(40, 60), Tolerance{}, "2026-11-23=13", "2026-11-23 12:00", Above, atMost(12), "2026-11-23", false},
		{"both ends, Tuesday evening", between(40, 60), Tolerance{}, monTue, "2026-11-24 18:00", OnTarget, between(16, 24), "2026-11-24", false},
		{"a small target has no part yet", atLeast(2), Tolerance{}, "2026-11-23=0", "2026-11-23 18:00", InProgress, Target{}, "", false},
		{"a loss that is allowed", atLeast(-50), Tolerance{}, "2026-11-23=-9", "2026-11-23 09:00", OnTarget, atLeast(-10), "2026-11-23", false},
		{"a larger one", atLeast(-50), Tolerance{}, "2026-11-23=-11", "2026-11-23 09:00", Below, atLeast(-10), "2026-11-23", false},
		{"debts to come down to −50", atMost(-50), Tolerance{}, "2026-11-23=-9", "2026-11-23 09:00", InProgress, Target{}, "", false},
		{"the same in the evening", atMost(-50), Tolerance{}, "2026-11-23=-9", "2026-11-23 18:00", Above, atMost(-10), "2026-11-23", false},
		{"nothing at all is allowed", atMost(0), Tolerance{}, "2026-11-23=0", "2026-11-23 09:00", OnTarget, atMost(0), "2026-11-23", false},
		{"Friday evening is the whole", atLeast(40), Tolerance{}, monToFri, "2026-11-27 17:00", OnTarget, Target{}, "", true},
		{"a short week after its last day", atLeast(40), Tolerance{}, monTue, "2026-11-30 00:00", Below, Target{}, "", true},
		{"late values until the week is over", atLeast(40), Tolerance{}, monTue, "2026-11-29 23:59", OnTarget, atLeast(16), "2026-11-24", false},
		{"dated with the end of the week", atLeast(40), Tolerance{}, "2026-11-27=9", "2026-11-23 18:00", OnTarget, atLeast(8), "2026-11-23", false},
		{"before the first working day", atMost(40), Tolerance{}, "2026-11-22=38", "2026-11-22 12:00", InProgress, Target{}, "", false},
		{"before it, too many whatever comes", atMost(40), Tolerance{}, "2026-11-22=41", "2026-11-22 12:00", Above, Target{}, "", true},
		{"before it, both ends", between(10, 40), Tolerance{}, "2026-11-22=38", "2026-11-22 12:00", InProgress, Target{}, "", false},
		{"before it, nothing at all is allowed", atMost(0), Tolerance{}, "2026-11-22=0", "2026-11-22 12:00", InProgress, Target{}, "", false},
		{"before it, the whole is reached", atLeast(40), Tolerance{}, "2026-11-22=41", "2026-11-22 12:00", OnTarget, Target{}, "", true},
		{"no target", Target{}, Tolerance{}, mon, "2026-11-23 12:00", NoTarget, Target{}, "", true},
	} {
		k := &KPI{Every: Week, Combine: Sum, Running: Pace, DayEnds: fivePM, Tolerance: row.tol}
		c := c
		if strings.HasPrefix(row.name, "before ") {
			c.WeekStarts = time.Sunday
		}
		got := standing(t, c, k, row.target, row.values, row.now)
		if got.Status != row.want || got.Running.ByNow != row.byNow || got.Running.Until.String() != row.until || got.Final != row.final {
			t.Errorf("%s: %v of %+v until %v, final %v; want %v of %+v until %s, final %v", row.name,
				got.Status, got.Running.ByNow, got.Running.Until, got.Final, row.want, row.byNow, row.until, row.final)
		}
	}
}

// November 2026 has 21 working days; by Friday the 13th ten are over.
func TestPace_CountsToTheDayOfTheNewestValue(t *testing.T) {
	k := &KPI{Every: Month, Combine: Sum, Running: Pace, DayEnds: fivePM}
	got := standing(t, office(time.UTC), k, atLeast(20_000), "2026-11-06=4800 2026-11-13=4800", "2026-11-19 12:00")
	// 20,000 × 10 ÷ 21 is 9,523.8, rounded in the KPI's favour.
	if got.Status != OnTarget || got.Running.ByNow != atLeast(9523) || got.Running.Until != day("2026-11-13") || got.Running.Ends != day("2026-11-30") {
		t.Errorf("%+v", got)
	}
}

// Parts are rounded to what the tile displays, and telling digits stay.
func TestPace_RoundsThePartToTheDisplayedDigits(t *testing.T) {
	l := locale(t, "en-US")
	k := &KPI{
		Every: Week, Combine: Sum, Running: Pace, DayEnds: fivePM,
		Format: Format{Style: Compact, Decimals: 1, Prefix: "$"},
	}
	got := standing(t, office(time.UTC), k, atLeast(33_333), "2026-11-23=6650", "2026-11-23 18:00")
	if text := written(got.Running.ByNow, k.Format, l); text != "≥ $6.6k" || got.Status != OnTarget {
		t.Errorf("%s, %v", text, got.Status)
	}
	got = standing(t, office(time.UTC), k, atLeast(33_333), "2026-11-23=6560", "2026-11-23 18:00")
	if text := got.Format.Text(l, got.Number); text != "$6.56k" || got.Status != Below {
		t.Errorf("short of $6.6k reads %s, %v", text, got.Status)
	}
}

func TestOpen_SaysNothingUntilTheDayIsOver(t *testing.T) {
	c := office(zone(t, "America/Sao_Paulo"))
	day := &KPI{Every: Day, Combine: Sum, Running: Open, DayEnds: fivePM, Format: Format{Decimals: 2}}
	hour := &KPI{Every: Hour, Combine: Sum, Running: Open, DayEnds: fivePM}
	for _, row := range []struct {
		name   string
		k      *KPI
		target Target
		values string
		now    string
		want   Status
		final  bool
	}{
		{"at noon", day, atLeast(1800.5), "2026-11-20=1500", "2026-11-20 12:00", InProgress, false},
		{"in the evening", day, atLeast(1800.5), "2026-11-20=1500", "2026-11-20 18:00", Below, true},
		{"reached at noon", day, atLeast(1800.5), "2026-11-20=1801", "2026-11-20 12:00", OnTarget, true},
		{"reached at noon, but it may fall", day, atLeast(1800.5), "2026-11-19=-1 2026-11-20=1801", "2026-11-20 12:00", InProgress, false},
		{"exceeded at noon", day, atMost(3), "2026-11-20=4", "2026-11-20 12:00", Above, true},
		{"inside of both at noon", day, between(3, 5), "2026-11-20=4", "2026-11-20 12:00", InProgress, false},
		{"Friday on Saturday", day, atLeast(1800.5), "2026-11-20=1500", "2026-11-21 08:00", Below, true},
		{"an hour that runs", hour, atLeast(10), "2026-11-20T14:05:00Z=7", "2026-11-20 11:30", InProgress, false},
		{"an hour that is over", hour, atLeast(10), "2026-11-20T14:05:00Z=7", "2026-11-20 12:00", Below, true},
	} {
		got := standing(t, c, row.k, row.target, row.values, row.now)
		if got.Status != row.want || got.Final != row.final {
			t.Errorf("%s: %v, final %v; want %v, %v", row.name, got.Status, got.Final, row.want, row.final)
		}
	}
}

func TestWhole_JudgesARunningSumAsBefore(t *testing.T) {
	k := &KPI{Every: Week, Combine: Sum, Running: Whole}
	if got := standing(t, office(time.UTC), k, atLeast(40), "2026-11-23=9", "2026-11-23 12:00"); got.Status != Below || got.Running.On {
		t.Errorf("%+v", got)
	}
}

// Where no day is a working day of its own, such as in a time-zone change, pace
// must still come to the whole: every week of three years ends as its whole.
func TestPace_EndsAsTheWholeAndIsNeverStricter(t *testing.T) {
	c := fiscal(time.April)
	c.Zone = zone(t, "America/New_York")
	for every := Week; every <= Year; every++ {
		k := &KPI{Every: every, Combine: Sum, Running: Pace, DayEnds: fivePM}
		p := c.Period(every, utc("2025-11-20 12:00"))
		for range 12 {
			last := c.LastDay(p)
			for d := p.First; !d.After(last); d = d.AddDays(1) {
				s := seriesOf(t, c, k, fmt.Sprintf("%s=1", d))
				noon := time.Unix(c.dayStart(d), 0).Add(12 * time.Hour)
				got := c.JudgeEntry(k, s, 0, between(7, 100), noon)
				if part := got.Running.ByNow; part.HasMin && part.Min > 7 || part.HasMax && part.Max > 100 {
					t.Fatalf("on %s the part is %+v", d, part)
				}
				if got := c.JudgeEntry(k, s, 0, between(7, 100), c.End(p)); got.Running.On || got.Status != Below {
					t.Fatalf("at its end %s is %+v", c.ID(p), got)
				}
			}
			p = c.Add(p, 1)
		}
	}
}

func TestSameDaysBefore_ComparesOnlyWhatWasRecordedDayByDay(t *testing.T) {
	c := office(time.UTC)
	const lastWeek = "2026-11-16=7 2026-11-17=8 2026-11-18=9 2026-11-19=10 2026-11-20=11 "
	for _, row := range []struct {
		name, values, now string
		want              float64
		ok                bool
	}{
		{"Monday against Monday", lastWeek + "2026-11-23=9", "11-27 18:00", 7, true},
		{"until Wednesday", lastWeek + "2026-11-23=9 2026-11-25=1", "11-27 18:00", 24, true},
		{"on Friday without Saturday's", lastWeek + "2026-11-21=5 2026-11-23=9 2026-11-27=1", "11-27 05:08", 45, true},
		{"a week recorded at its end", "2026-11-20=50 2026-11-23=9", "11-27 18:00", 0, false},
		{"a week recorded as a whole, on the last day", "2026-11-22=420 2026-11-29=210", "11-27 05:08", 0, false},
		{"the same, dated with that day", "2026-11-22=420 2026-11-27=210", "11-27 05:08", 0, false},
		{"nothing the week before", "2026-11-09=50 2026-11-23=9", "11-27 18:00", 0, false},
		{"a value dated ahead reaches no further than today", lastWeek + "2026-11-23=9 2026-11-29=1", "11-25 18:00", 24, true},
		{"nor than the last day that is over", lastWeek + "2026-11-23=9 2026-11-29=1", "11-25 05:08", 15, true},
		{"nothing on that day", "2026-11-16=7 2026-11-18=1 2026-11-23=9 2026-11-24=1", "11-27 18:00", 0, false},
	} {
		k := &KPI{Every: Week, Combine: Sum, DayEnds: fivePM}
		s := seriesOf(t, c, k, row.values)
		if got, ok := c.SameDaysBefore(k, s, utc("2026-"+row.now)); got != row.want && row.ok || ok != row.ok {
			t.Errorf("%s: %v, %v; want %v, %v", row.name, got, ok, row.want, row.ok)
		}
	}
}
