package kpi

import (
	"strings"
	"testing"
	"time"
)

func TestID_NamesPeriodsAsTheContractSays(t *testing.T) {
	sunday := office(time.UTC)
	sunday.WeekStarts = time.Sunday
	for _, c := range []struct {
		cal   Calendar
		every Cadence
		day   string
		want  string
	}{
		{office(time.UTC), Day, "2010-06-30", "2010-06-30"},
		{office(time.UTC), Week, "2010-06-09", "2010-W23"},
		{office(time.UTC), Week, "2027-01-01", "2026-W53"},
		{office(time.UTC), Week, "2024-12-30", "2025-W01"},
		{sunday, Week, "2026-11-22", "2026-W48"}, // Sunday belongs to the week after it
		{office(time.UTC), Month, "2010-06-30", "2010-06"},
		{office(time.UTC), Quarter, "2010-06-30", "2010-Q2"},
		{office(time.UTC), Year, "2010-06-30", "2010"},
		{fiscal(time.October), Quarter, "2027-01-15", "2026/27-Q2"},
		{fiscal(time.October), Year, "2027-09-30", "2026/27"},
		{fiscal(time.October), Month, "2027-01-15", "2027-01"},
		{fiscal(time.February), Quarter, "2026-01-31", "2025/26-Q4"},
	} {
		if got := c.cal.ID(on(t, c.cal, c.every, c.day)); got != c.want {
			t.Errorf("%v of %s: ID %q, want %q", c.every, c.day, got, c.want)
		}
	}
}

func TestParsePeriod_ReadsEveryIDBack(t *testing.T) {
	for start := time.Sunday; start <= time.Saturday; start++ {
		c := fiscal(time.January + time.Month(start)*2%12)
		c.WeekStarts, c.Zone = start, zone(t, "Australia/Lord_Howe")
		for every := Hour; every <= Year; every++ {
			p := c.Period(every, time.Date(2001, 12, 20, 3, 0, 0, 0, time.UTC))
			for range 900 {
				if back, err := c.ParsePeriod(every, c.ID(p)); err != nil || back != p {
					t.Fatalf("ParsePeriod(%v, %q) = %v, %v; want %v", every, c.ID(p), back, err, p)
				}
				p = c.Add(p, 1)
			}
		}
	}
}

func TestParsePeriod_AsksWhichFiscalYearOneYearMeans(t *testing.T) {
	c := fiscal(time.October)
	for _, row := range []struct {
		named YearNaming
		every Cadence
		s     string
		want  string // empty: refused
	}{
		{NamedByStart, Quarter, "2026-Q1", "2026/27-Q1"},
		{NamedByEnd, Quarter, "2026-Q1", "2025/26-Q1"},
		{NamedByStart, Year, "2026", "2026/27"},
		{NamedByEnd, Year, "2026", "2025/26"},
		{NamedByBoth, Quarter, "2025/26-Q1", "2025/26-Q1"},
		{NamedByEnd, Quarter, "2025/26-Q1", "2025/26-Q1"},
		{NamedByBoth, Year, "2099/00", "2099/00"},
		{NamedByBoth, Quarter, "2025/27-Q1", ""},
		{NamedByEnd, Quarter, "2026-Q5", ""},
		{NamedByBoth, Month, "2026-01", "2026-01"}, // months are not fiscal
	} {
		c.YearNamed = row.named
		p, err := c.ParsePeriod(row.every, row.s)
		if (err == nil) != (row.want != "") || err == nil && c.ID(p) != row.want {
			t.Errorf("named by %v: %q is %s, %v; want %q", row.named, row.s, c.ID(p), err, row.want)
		}
	}
	c.YearNamed = NamedByBoth
	for s, both := range map[string][2]string{"2026-Q1": {"2025/26-Q1", "2026/27-Q1"}, "2026": {"2025/26", "2026/27"}} {
		every := Quarter
		if len(s) == 4 {
			every = Year
		}
		_, err := c.ParsePeriod(every, s)
		if err == nil || !strings.Contains(err.Error(), both[0]) || !strings.Contains(err.Error(), both[1]) {
			t.Errorf("%q: %v, want both readings", s, err)
		}
	}
}

func TestParsePeriod_TakesAPlainDate(t *testing.T) {
	c := office(time.UTC)
	for every, want := range map[Cadence]string{Day: "2026-11-20", Week: "2026-W47", Month: "2026-11", Quarter: "2026-Q4", Year: "2026"} {
		p, err := c.ParsePeriod(every, "2026-11-22")
		if err != nil || c.ID(p) != want {
			t.Errorf("%v of 2026-11-22 = %s, %v; want %s", every, c.ID(p), err, want)
		}
	}
}

func TestParsePeriod_RefusesWhatIsNoPeriod(t *testing.T) {
	c := office(time.UTC)
	for _, row := range []struct {
		every Cadence
		s     string
	}{
		{Week, "2025-W53"},
		{Week, "2026-W00"},
		{Week, "2026-W54"},
		{Week, "2026-W4"},
		{Week, "2026-11"},
		{Week, ""},
		{Month, "2026-13"},
		{Month, "2026-00"},
		{Month, "2026-Q1"},
		{Month, "2026-1"},
		{Month, "2026"},
		{Quarter, "2026-Q5"},
		{Quarter, "2026-Q0"},
		{Quarter, "2026-4"},
		{Quarter, "2026-Q99999"},
		{Year, "26"},
		{Year, "2026-W01"},
		{Year, "20260"},
		{Year, "x"},
		{Year, "-2026"},
		{Week, "0000-01-01"},
		{Hour, "0000-01-01T00"},
		{Day, "2026-11-31"},
		{Day, "2026"},
		{Day, "2026-11"},
	} {
		if p, err := c.ParsePeriod(row.every, row.s); err == nil {
			t.Errorf("ParsePeriod(%v, %q) = %s, want an error", row.every, row.s, c.ID(p))
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for i, s := range []string{"2026-10-25T02+01:00", "2026-11-20", "2026-W53", "2026-02", "2026-Q4", "2026"} {
		f.Add(uint8(i), s)
	}
	c := office(zone(f, "Europe/Berlin"))
	f.Fuzz(func(t *testing.T, n uint8, s string) {
		every := Hour + Cadence(n%uint8(Year))
		p, err := c.ParsePeriod(every, s)
		if err != nil {
			return
		}
		if back, err := c.ParsePeriod(every, c.ID(p)); err != nil || back != p {
			t.Errorf("%v %q is %q, which reads as %v, %v", every, s, c.ID(p), back, err)
		}
	})
}
