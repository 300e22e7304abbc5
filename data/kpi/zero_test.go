package kpi

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kpiwall/data/formula"
)

func TestWithZeros_FillsThePeriodsThatAreOver(t *testing.T) {
	c := Calendar{Workdays: monToFri}.WithClosed(days(t, "2026-11-11"))
	k := &KPI{Every: Day, Combine: Sum, MissingZero: true}
	value := func(day int, n float64) []Value {
		d := Date{2026, time.November, day}
		return []Value{{ID: int64(day), At: At{Day: d}, Number: n, Recorded: d.time(), LastConfirmed: d.time()}}
	}
	friday := on(t, c, Day, "2026-11-06")
	s := c.Combine(k, friday, [][]Value{nil, value(4, 3), nil, value(6, 5)}) // Tuesday to Friday
	for _, row := range []struct{ now, want string }{
		{"2026-11-06 12:00", "3:– 4:3 5:0z 6:5"},
		{"2026-11-08 12:00", "3:– 4:3 5:0z 6:5"},
		{"2026-11-09 12:00", "3:– 4:3 5:0z 6:5"},        // Monday runs
		{"2026-11-10 12:00", "4:3 5:0z 6:5 9:0z"},       // is over
		{"2026-11-11 12:00", "4:3 5:0z 6:5 9:0z"},       // closed
		{"2026-11-13 12:00", "6:5 9:0z 10:0z 12:0z"},    // no zero for the closed day
		{"2026-11-30 12:00", "24:0z 25:0z 26:0z 27:0z"}, // as many as there were
	} {
		filled := c.WithZeros(k, s, utc(row.now))
		var got []string
		for i, e := range filled.Entries {
			text := fmt.Sprintf("%d:%v", e.Period.First.Day, e.Number)
			if e.Zero {
				text += "z"
			}
			if !e.Has {
				text = fmt.Sprintf("%d:–", e.Period.First.Day)
			}
			got = append(got, text)
			if i > 0 && c.Steps(filled.Entries[i-1].Period, e.Period) != 1 {
				t.Errorf("%s: %v does not follow on %v", row.now, e.Period.First, filled.Entries[i-1].Period.First)
			}
		}
		if strings.Join(got, " ") != row.want {
			t.Errorf("%s: %s, want %s", row.now, strings.Join(got, " "), row.want)
		}
	}
	if got := c.WithZeros(&KPI{Every: Day, Combine: Sum}, s, utc("2026-11-30 12:00")); len(got.Entries) != 4 || got.Entries[2].Has {
		t.Error("a KPI that does not want it gets zeros")
	}
}

func TestWithZeros_GoesByTheLastValue(t *testing.T) {
	c, week, now := office(time.UTC), 7*24*time.Hour, utc("2026-11-30 12:00")
	for _, row := range []struct {
		name          string
		confirmed     string // when the value of Friday, the 6th, was
		later         bool   // there is one of the 27th as well
		stale, result time.Duration
		since, made   string // when it and a formula over it are overdue; "" for never
	}{
		{"silent since the 6th", "2026-11-06 00:00", false, week, 0, "2026-11-13", "2026-11-13"},
		{"recorded late", "2026-11-28 09:00", false, week, 0, "2026-11-16", "2026-11-16"},
		{"a formula is stricter", "2026-11-28 09:00", false, week, 24 * time.Hour, "2026-11-16", "2026-11-10"},
		{"without stale_after", "2026-11-06 00:00", false, 0, 0, "", ""},
		{"with that of a formula alone", "2026-11-28 09:00", false, 0, week, "", "2026-11-16"},
		{"one came later", "2026-11-06 00:00", true, week, week, "", ""},
	} {
		at := At{Day: day("2026-11-06")}
		newest, rows := on(t, c, Day, "2026-11-06"), [][]Value{{{At: at, Number: 2, LastConfirmed: utc(row.confirmed)}}}
		if row.later {
			newest, rows = on(t, c, Day, "2026-11-27"), append(rows, make([][]Value, 14)...)
			rows = append(rows, []Value{{At: At{Day: day("2026-11-27")}, Number: 1, LastConfirmed: utc("2026-11-27 09:00")}})
		}
		k := &KPI{ID: "a", Every: Day, Combine: Sum, MissingZero: true, StaleAfter: row.stale}
		s := c.WithZeros(k, c.Combine(k, newest, rows), now)
		f, err := formula.Parse("prev(a) + 0")
		if err != nil {
			t.Fatal(err)
		}
		over := &KPI{ID: "b", Every: Day, Formula: f, StaleAfter: row.result}
		made := c.Compute(over, func(string) Source { return Source{KPI: k, Series: s} }, 3, now)
		for _, of := range []struct {
			k     *KPI
			s     Series
			since string
		}{{k, s, row.since}, {over, made.Series, row.made}} {
			e, _ := of.s.Newest()
			fresh := c.Fresh(of.k, e, now)
			if !e.Has || fresh.Overdue != (of.since != "") || fresh.Overdue && DateOf(fresh.Since).String() != of.since {
				t.Errorf("%s: %s is %+v, want overdue since %q", row.name, of.k.ID, fresh, of.since)
			}
		}
	}
}

func TestYearBefore_IsTheSamePeriodAYearAgo(t *testing.T) {
	c := Calendar{WeekStarts: time.Monday, Workdays: monToFri}
	for _, row := range []struct {
		every     Cadence
		day, want string
		known     bool
	}{
		{Day, "2026-11-27", "2025-11-28", true},
		{Week, "2026-11-23", "2025-11-24", true},
		{Week, "2021-01-04", "2019-12-30", true},
		{Week, "2026-12-28", "", false},
		{Month, "2026-02-01", "2025-02-01", true},
		{Quarter, "2026-04-01", "2025-04-01", true},
		{Year, "2026-01-01", "2025-01-01", true},
	} {
		got, known := c.YearBefore(on(t, c, row.every, row.day))
		if known != row.known || known && got.First.String() != row.want {
			t.Errorf("%v of %s: %v %v, want %s", row.every, row.day, got.First, known, row.want)
		}
	}
}

// The numbers are those of published calendars: NNDSS for MMWR, WEEKNUM of spreadsheets
// for the US.
func TestWeekNumber_CountsAsTheBoardWants(t *testing.T) {
	for _, row := range []struct {
		naming WeekNaming
		starts time.Weekday
		day    string
		want   string
	}{
		{ISOWeeks, time.Monday, "2026-11-27", "2026 48"},
		{ISOWeeks, time.Monday, "2021-01-03", "2020 53"},
		{USWeeks, time.Sunday, "2026-01-01", "2026 1"},
		{USWeeks, time.Sunday, "2025-12-28", "2026 1"},
		{USWeeks, time.Sunday, "2026-01-04", "2026 2"},
		{USWeeks, time.Sunday, "2026-11-27", "2026 48"},
		{USWeeks, time.Sunday, "2027-01-01", "2027 1"},
		{USWeeks, time.Sunday, "2027-11-26", "2027 48"},
		{USWeeks, time.Sunday, "2022-01-02", "2022 2"},
		{USWeeks, time.Monday, "2027-01-04", "2027 2"},
		{MMWRWeeks, time.Sunday, "2020-12-31", "2020 53"},
		{MMWRWeeks, time.Sunday, "2021-01-03", "2021 1"},
		{MMWRWeeks, time.Sunday, "2024-12-29", "2025 1"},
		{MMWRWeeks, time.Sunday, "2026-01-03", "2025 53"},
		{MMWRWeeks, time.Sunday, "2026-01-04", "2026 1"},
	} {
		c := Calendar{WeekStarts: row.starts, Weeks: row.naming}
		year, week := c.WeekNumber(on(t, c, Week, row.day))
		if got := fmt.Sprint(year, " ", week); got != row.want {
			t.Errorf("%v weeks from %v: %s is in %s, want %s", row.naming, row.starts, row.day, got, row.want)
		}
	}
}

// The first and the last days of years by hand, as the week that holds them is numbered.
func TestYearSoFar_FollowsTheNumberOfTheWeek(t *testing.T) {
	for _, row := range []struct {
		naming WeekNaming
		starts time.Weekday
		day    string
		want   int
	}{
		{ISOWeeks, time.Monday, "2025-12-29", 1},
		{ISOWeeks, time.Monday, "2021-01-03", 53},
		{ISOWeeks, time.Sunday, "2025-12-30", 1}, // 2026-W01, of which most days lie in 2025
		{ISOWeeks, time.Sunday, "2026-01-06", 2},
		{ISOWeeks, time.Saturday, "2026-01-01", 1}, // from 27 December to 2 January
		{ISOWeeks, time.Saturday, "2026-01-03", 2},
		{USWeeks, time.Sunday, "2025-12-28", 1},
		{USWeeks, time.Sunday, "2026-12-28", 1},
		{USWeeks, time.Sunday, "2026-12-26", 52},
		{MMWRWeeks, time.Sunday, "2025-12-30", 53},
		{MMWRWeeks, time.Sunday, "2026-01-06", 1},
	} {
		c := Calendar{WeekStarts: row.starts, Weeks: row.naming}
		p := on(t, c, Week, row.day)
		if got := c.yearSoFar(p); got != row.want {
			t.Errorf("%v weeks from %v: that of %s is the %d. of its year, want %d", row.naming, row.starts, row.day, got, row.want)
		}
	}
}
