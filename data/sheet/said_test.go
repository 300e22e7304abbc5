package sheet

import (
	"strings"
	"testing"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// friday is Friday 27 November 2026, half past two in Berlin.
var friday = time.Date(2026, time.November, 27, 13, 30, 0, 0, time.UTC)

func datesIn(t testing.TB, locale string) Dates {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	l, err := kpi.ParseLocale(locale)
	if err != nil {
		t.Fatal(err)
	}
	return NewDates(kpi.Calendar{Zone: zone, WeekStarts: time.Monday, YearStarts: time.January}, l, vocabulary)
}

// saidForms are what people say in six countries on that Friday, and the period that
// it is, or with a ! a part of the message that refuses it.
var saidForms = []struct {
	locale string
	every  kpi.Cadence
	forms  string // with ; between
	want   string
}{
	{"de-DE", kpi.Day, "24.11.2026;24.11.26;24.11.;24.11;24. 11.;24/11;24-11;2026-11-24;2026-11-24 ;2026/11/24;20261124;24/11/2026;24-11-2026", "2026-11-24"},
	{"de-DE", kpi.Day, "24. November 2026;24. November;24. Nov.;24 nov;Nov 24;Di 24.11.;Dienstag, 24.11.2026;dienstag;Dienstag;24. November 26", "2026-11-24"},
	{"de-DE", kpi.Day, "heute;Heute;today;27.11.;27.11.2026;Freitag;fri 27 nov", "2026-11-27"},
	{"de-DE", kpi.Day, "gestern;yesterday;26.11.;Donnerstag", "2026-11-26"},
	{"de-DE", kpi.Day, "vorgestern;the day before yesterday;day before yesterday", "2026-11-25"},
	{"de-DE", kpi.Day, "28.11.;28.11;28/11;28 nov;28. November", "2025-11-28"}, // that of this year is still to come
	{"de-DE", kpi.Day, "29.2.;29.02.;29 feb", "2024-02-29"},
	{"de-DE", kpi.Day, "28.11.2026", "2026-11-28"},
	{"de-DE", kpi.Day, "29.11.2026", "!more than one period in the future"},
	{"de-DE", kpi.Day, "3/4;03/04;3.4.;3/4/2026", "2026-04-03"},
	{"de-DE", kpi.Day, "3/14", "2026-03-14"},
	{"de-DE", kpi.Day, "31.2.;31.2.2026;32.1.;1.13.;0.5.;13/13;11.24.;24;24.;1,5;24 11;morgen;x;;Nov;2026-11;KW 47;letzte Woche;Q3;2026;47", "!no day that can be read"},
	{"de-DE", kpi.Day, "Nov-24;Nov '24;Nov/24", "!could be 2026-11-24 or 2024-11"},
	{"de-DE", kpi.Week, "KW 47;KW47;kw 47;47. KW;Woche 47;W47;w 47;wk 47;week 47;2026-W47;2026 KW 47;KW 47/2026;47/2026 KW;letzte Woche;vorige Woche;last week;20.11.;Freitag, 20.11.;2026-11-16", "2026-W47"},
	{"de-DE", kpi.Week, "KW 48;heute;gestern;diese Woche;this week;aktuelle Woche", "2026-W48"},
	{"de-DE", kpi.Week, "KW 49;49. KW", "2025-W49"},
	{"de-DE", kpi.Week, "KW 53;W53", "2020-W53"}, // the last year that had one, and whose last week has begun
	{"de-DE", kpi.Week, "KW 54;2026-10;Oktober;Q3", "!no week that can be read"},
	{"de-DE", kpi.Month, "Oktober;Okt;Okt.;okt 2026;Oktober 2026;Oct 2026;2026-10;10/2026;10.2026;2026/10;letzter Monat;letzten Monat;last month;31.10.;1.10.;Okt 26", "2026-10"},
	{"de-DE", kpi.Month, "November;nov;diesen Monat;heute;gestern;11/2026", "2026-11"},
	{"de-DE", kpi.Month, "Dezember;Dez;dec", "2025-12"},
	{"de-DE", kpi.Month, "Dezember 2026", "2026-12"},
	{"de-DE", kpi.Month, "Q3;2026;2026-13;10;KW 42", "!no month that can be read"},
	{"de-DE", kpi.Quarter, "Q3;Q3 2026;2026-Q3;Q3/2026;3. Quartal;3. Quartal 2026;Quartal 3;qtr 3 2026;letztes Quartal;30.9.;September;Sep 2026;2026-08", "2026-Q3"},
	{"de-DE", kpi.Quarter, "Q4;dieses Quartal;heute", "2026-Q4"},
	{"de-DE", kpi.Quarter, "Q5;2026", "!no quarter that can be read"},
	{"de-DE", kpi.Year, "2025;letztes Jahr;last year;31.12.;Dezember;Q2 2025;2025-06-30", "2025"},
	{"de-DE", kpi.Year, "2026;dieses Jahr;heute;Q2", "2026"},
	{"de-DE", kpi.Year, "26;x", "!no year that can be read"},
	{"de-DE", kpi.Hour, "14:00;14:29;heute 14:00;27.11. 14:00;2026-11-27T14;27.11.2026 14:10", "2026-11-27T14"},
	{"de-DE", kpi.Hour, "15:00;gestern 15:00;26.11., 15:59;yesterday 15:00", "2026-11-26T15"},
	{"de-DE", kpi.Hour, "heute;24.11.;25:00;x", "!no hour that can be read"},
	{"de-AT", kpi.Day, "24. Nov;24.11.;24/11", "2026-11-24"},
	{"de-AT", kpi.Month, "Jänner;jan 2026", "2026-01"},
	{"en-US", kpi.Day, "11/24;11/24/2026;11/24/26;Nov 24;Nov 24, 2026;November 24th;24th of November;24 Nov;24.11.;Tuesday;Tue, Nov 24;2026-11-24;24/11;11-24", "2026-11-24"},
	{"en-US", kpi.Day, "3/4;03/04;3/4/2026;March 4", "2026-03-04"},
	{"en-US", kpi.Day, "3.4.;3.4.2026", "2026-04-03"}, // dots have the day first everywhere
	{"en-US", kpi.Day, "11/31;13/32;Feb 30", "!no day that can be read"},
	{"en-US", kpi.Month, "Oct;October 2026;10/2026;2026-10;last month;10/15;Oct 15", "2026-10"},
	{"en-US", kpi.Week, "W47;cw 47;last week;11/20;week 47 2026", "2026-W47"},
	{"en-GB", kpi.Day, "24/11;24/11/26;24th November;24 Nov 2026;November 24", "2026-11-24"},
	{"en-GB", kpi.Day, "3/4;03/04/2026", "2026-04-03"},
	{"en-CA", kpi.Day, "3/4;03/04", "!could be 2026-03-04 or 2026-04-03"},
	{"en-CA", kpi.Day, "24/11;11/24;2026-11-24", "2026-11-24"},
	{"fr-FR", kpi.Day, "24/11;24/11/2026;24 novembre;24 nov. 2026", "2026-11-24"},
	{"fr-FR", kpi.Month, "octobre;octobre 2026;10/2026", "2026-10"},
}

func TestDates_ReadWhatPeopleSay(t *testing.T) {
	count := 0
	for _, row := range saidForms {
		d := datesIn(t, row.locale)
		for text := range strings.SplitSeq(row.forms, ";") {
			count++
			w, err := d.When(&kpi.KPI{ID: "x", Every: row.every, Combine: kpi.Sum}, text, friday)
			problem, refused := strings.CutPrefix(row.want, "!")
			if refused {
				if err == nil || !strings.Contains(words.English().Error(err), problem) {
					t.Errorf("%s, %v: %q is %v, %v; want %q", row.locale, row.every, text, w, err, problem)
				}
				continue
			}
			if got := d.calendar.ID(w.Period); err != nil || got != row.want {
				t.Errorf("%s, %v: %q is %q, %v; want %s", row.locale, row.every, text, got, err, row.want)
			}
		}
	}
	if count < 120 {
		t.Errorf("%d forms", count)
	}
}

func TestDates_SayTheMomentAndWhetherItWasNamedExactly(t *testing.T) {
	d := datesIn(t, "de-DE")
	for _, row := range []struct {
		every   kpi.Cadence
		text    string
		at      string
		exactly bool
	}{
		{kpi.Day, "24.11.", "2026-11-24", false},
		{kpi.Week, "KW 47", "2026-11-22", false},
		{kpi.Week, "20.11.", "2026-11-20", true},
		{kpi.Month, "Oktober", "2026-10-31", false},
		{kpi.Month, "gestern", "2026-11-26", true},
		{kpi.Hour, "gestern 15:20", "2026-11-26T14:20:00Z", true},
		{kpi.Hour, "2026-11-26T15", "2026-11-26T14:00:00Z", false},
	} {
		w, err := d.When(&kpi.KPI{ID: "x", Every: row.every, Combine: kpi.Sum}, row.text, friday)
		if err != nil || w.At.String() != row.at || w.Exactly != row.exactly {
			t.Errorf("%q: %+v, %v", row.text, w, err)
		}
	}
}

func TestDates_ReadADayForAsOf(t *testing.T) {
	d := datesIn(t, "de-DE")
	for text, want := range map[string]string{
		"gestern": "2026-11-26", "24.11.": "2026-11-24", "2026-06-30": "2026-06-30", "KW 47": "2026-11-22", "Oktober": "2026-10-31",
		"letzter Monat": "2026-10-31", "Q3": "2026-09-30", "2025": "2025-12-31", "Dienstag": "2026-11-24", "x": "", "": "", "31.2.": "",
	} {
		got, err := d.Day(text, friday)
		if got.String() != want || (err == nil) != (want != "") {
			t.Errorf("%q is %v, %v; want %q", text, got, err, want)
		}
	}
}

func TestDates_ReadFiscalQuartersAsTheBoardCountsThem(t *testing.T) {
	d := datesIn(t, "en-GB")
	d.calendar.YearStarts = time.April
	for text, want := range map[string]string{"Q2": "2026/27-Q2", "Q4": "2025/26-Q4", "last quarter": "2026/27-Q2", "2026/27-Q3": "2026/27-Q3", "Q3 2026/27": "2026/27-Q3", "3rd quarter 2025/26": "2025/26-Q3"} {
		w, err := d.When(&kpi.KPI{ID: "x", Every: kpi.Quarter}, text, friday)
		if got := d.calendar.ID(w.Period); err != nil || got != want {
			t.Errorf("%q is %s, %v; want %s", text, got, err, want)
		}
	}
}

// Whoever writes 2026 as he was told to would be refused again: it could be either year.
func TestDates_SayOfFiscalYearsHowTheyCanBeWritten(t *testing.T) {
	d := datesIn(t, "en-GB")
	d.calendar.YearStarts = time.April
	form := func(every kpi.Cadence, text string) any {
		_, err := d.When(&kpi.KPI{ID: "x", Every: every}, text, friday)
		for _, f := range finding.Of(err) {
			return f.Args["Form"]
		}
		return err
	}
	for _, text := range []string{"soon", "Q1 2025/27"} {
		if got := form(kpi.Quarter, text); got != "when.quarter.fiscal" {
			t.Errorf("%q: %v", text, got)
		}
	}
	if got := form(kpi.Year, "FY26"); got != "when.year.fiscal" {
		t.Errorf("a year: %v", got)
	}
	if d.calendar.YearNamed = kpi.NamedByEnd; form(kpi.Year, "soon") != "when.year" {
		t.Error("a year that one number names")
	}
}
