package words

import (
	"strings"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// speechOf returns the speech of a board in Berlin.
func speechOf(t *testing.T, language, locale string) *Speech {
	t.Helper()
	l, err := kpi.ParseLocale(locale)
	zone, err2 := time.LoadLocation("Europe/Berlin")
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	return Of(&config.Config{Language: language, Locale: l, Calendar: kpi.Calendar{
		Zone: zone, WeekStarts: time.Monday,
		Workdays: kpi.NewWeekdays(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday),
	}})
}

// on returns the period that a day lies in.
func on(t *testing.T, c kpi.Calendar, every kpi.Cadence, day string) kpi.Period {
	t.Helper()
	d, err := kpi.ParseDate(day)
	p, ok := c.PeriodAt(every, kpi.At{Day: d})
	if err != nil || !ok {
		t.Fatal(day, err)
	}
	return p
}

func TestPeriod_SaysAsMuchAsIsNeeded(t *testing.T) {
	en, de := speechOf(t, "en", "en-US"), speechOf(t, "de", "de-DE")
	fiscal := *en
	fiscal.calendar.YearStarts = time.April
	cal, fy := en.calendar, fiscal.calendar
	now := time.Date(2026, 11, 20, 13, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		s           *Speech
		p           kpi.Period
		full, short string
	}{
		{en, on(t, cal, kpi.Day, "2026-11-20"), "Fri 20 Nov", "Fri 20 Nov"},
		{en, on(t, cal, kpi.Day, "2025-11-20"), "Thu 20 Nov 2025", "Thu 20 Nov 2025"},
		{en, on(t, cal, kpi.Week, "2026-11-20"), "week 47", "week 47"},
		{en, on(t, cal, kpi.Week, "2025-11-20"), "week 47 2025", "week 47 2025"},
		{en, on(t, cal, kpi.Week, "2027-01-01"), "week 53", "week 53"},
		{en, on(t, cal, kpi.Month, "2026-10-20"), "October", "Oct"},
		{en, on(t, cal, kpi.Month, "2025-10-20"), "October 2025", "Oct 2025"},
		{en, on(t, cal, kpi.Quarter, "2026-09-30"), "Q3 2026", "Q3 2026"},
		{&fiscal, on(t, fy, kpi.Quarter, "2026-09-30"), "Q2 2026/27", "Q2 2026/27"},
		{&fiscal, on(t, fy, kpi.Month, "2026-09-30"), "September", "Sep"},
		{en, on(t, cal, kpi.Year, "2026-09-30"), "2026", "2026"},
		{&fiscal, on(t, fy, kpi.Year, "2027-03-31"), "FY 2026/27", "FY 2026/27"},
		{&fiscal, on(t, fy, kpi.Year, "2099-12-31"), "FY 2099/00", "FY 2099/00"},
		{en, cal.Period(kpi.Hour, now), "14:00", "14:00"},
		{en, cal.Period(kpi.Hour, now.AddDate(0, 0, -1)), "Thu 19 Nov 14:00", "Thu 19 Nov 14:00"},
		{en, cal.Period(kpi.Hour, time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC)), "Sun 25 Oct 02:00 CEST", "Sun 25 Oct 02:00 CEST"},
		{en, cal.Period(kpi.Hour, time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC)), "Sun 25 Oct 02:00 CET", "Sun 25 Oct 02:00 CET"},
		{de, on(t, cal, kpi.Day, "2026-11-20"), "Fr 20. Nov.", "Fr 20. Nov."},
		{de, on(t, cal, kpi.Week, "2026-11-20"), "KW 47", "KW 47"},
		{de, on(t, cal, kpi.Week, "2025-11-20"), "KW 47/2025", "KW 47/2025"},
		{de, on(t, cal, kpi.Month, "2026-03-20"), "März", "März"},
		{de, on(t, cal, kpi.Month, "2025-10-20"), "Oktober 2025", "Okt. 2025"},
		{de, cal.Period(kpi.Hour, now.AddDate(0, 0, -1)), "Do 19. Nov. 14:00", "Do 19. Nov. 14:00"},
	} {
		full, short := c.s.Period(c.p, now), c.s.ShortPeriod(c.p, now)
		if full != c.full || short != c.short {
			t.Errorf("%s in %s: %q and %q, want %q and %q", c.s.calendar.ID(c.p), c.s.Language(), full, short, c.full, c.short)
		}
	}
}

func TestTickPeriod_HasNoMoreWordsThanAChartHasRoomFor(t *testing.T) {
	en, now := speechOf(t, "en", "en-US"), time.Date(2026, 11, 20, 13, 30, 0, 0, time.UTC)
	for want, p := range map[string]kpi.Period{
		"19 Nov":       on(t, en.calendar, kpi.Day, "2026-11-19"),
		"18 Nov 13:00": en.calendar.Period(kpi.Hour, now.AddDate(0, 0, -2).Add(-time.Hour)),
		"Oct 2025":     on(t, en.calendar, kpi.Month, "2025-10-01"),
	} {
		if got := en.TickPeriod(p, now); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestFullPeriod_IsClearOnAnyDay(t *testing.T) {
	en := speechOf(t, "en", "en-US")
	for want, p := range map[string]kpi.Period{
		"week 47 2026":    on(t, en.calendar, kpi.Week, "2026-11-20"),
		"October 2026":    on(t, en.calendar, kpi.Month, "2026-10-01"),
		"Fri 20 Nov 2026": on(t, en.calendar, kpi.Day, "2026-11-20"),
	} {
		if got := en.FullPeriod(p); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestSpan_NamesWhatIsNotTheSame(t *testing.T) {
	for _, row := range []struct{ first, last, en, de string }{
		{"2026-11-16", "2026-11-22", "16–22 November", "16.–22. November"},
		{"2026-11-30", "2026-12-06", "30 November – 6 December", "30. November – 6. Dezember"},
		{"2026-12-28", "2027-01-03", "28 December 2026 – 3 January 2027", "28. Dezember 2026 – 3. Januar 2027"},
	} {
		first, _ := kpi.ParseDate(row.first)
		last, _ := kpi.ParseDate(row.last)
		en, de := speechOf(t, "en", "en-US").Span(first, last), speechOf(t, "de", "de-DE").Span(first, last)
		if en != row.en || de != row.de {
			t.Errorf("%q and %q, want %q and %q", en, de, row.en, row.de)
		}
	}
}

func TestPeriod_SaysTheISONumberOfAWeekBesideAnother(t *testing.T) {
	cfg := &config.Config{Calendar: kpi.Calendar{WeekStarts: time.Sunday, Weeks: kpi.USWeeks}}
	now := time.Date(2027, 11, 27, 12, 0, 0, 0, time.UTC)
	for day, want := range map[kpi.Date]string{
		{Year: 2026, Month: 11, Day: 27}: "week 48 2026",
		{Year: 2027, Month: 11, Day: 26}: "week 48 (ISO 47)",
		{Year: 2027, Month: 1, Day: 1}:   "week 1 (ISO 53)",
	} {
		p, _ := cfg.Calendar.PeriodAt(kpi.Week, kpi.At{Day: day})
		if got := Of(cfg).Period(p, now); got != want {
			t.Errorf("%v is %q, want %q", day, got, want)
		}
		if id := cfg.Calendar.ID(p); strings.Contains(want, "ISO 47") && id != "2027-W47" {
			t.Errorf("its id is %s", id)
		}
	}
}
