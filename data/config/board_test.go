package config_test

import (
	"testing"
	"time"

	. "kpiwall/data/config"

	"kpiwall/data/kpi"
)

func TestParse_AFileThatIsSilentGetsTheDefaults(t *testing.T) {
	c := mustParse(t, "[kpi.a]\nevery = \"day\"\n")
	if c.Title != "KPIs" || c.Locale.Tag != "en-US" || c.Refresh != 30*time.Second || c.Stay != 20*time.Second {
		t.Errorf("got %q, %q, %v, %v", c.Title, c.Locale.Tag, c.Refresh, c.Stay)
	}
	if want := (Screen{Theme: "midnight", Inset: 0.05}); c.Screen != want {
		t.Errorf("Screen = %+v, want %+v", c.Screen, want)
	}
	cal := c.Calendar
	if cal.Zone != time.Local || cal.WeekStarts != time.Monday || cal.YearStarts != time.January {
		t.Errorf("Calendar = %+v", cal)
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if want := d != time.Sunday && d != time.Saturday; cal.Workdays.Has(d) != want {
			t.Errorf("%v is a workday: %v", d, !want)
		}
	}
}

func TestParse_ReadsTheSettingsOfTheBoard(t *testing.T) {
	c := mustParse(t, `title = " Harbour "
timezone = "America/Sao_Paulo"
locale = "de-DE"
week_starts = "sunday"
year_starts = "april"
workdays = [ "sunday",
  "thursday" ]
refresh = "1m30s"
stay = "1h"
screen = { theme = "paper", panel_inches = 65, viewing_distance = 4.5, inset = 0 }
[kpi.a]
every = "day"
`)
	if c.Title != "Harbour" || c.Locale.Tag != "de-DE" || c.Refresh != 90*time.Second || c.Stay != time.Hour {
		t.Errorf("got %q, %q, %v, %v", c.Title, c.Locale.Tag, c.Refresh, c.Stay)
	}
	if want := (Screen{Theme: "paper", PanelInches: 65, ViewingDistance: 4.5}); c.Screen != want {
		t.Errorf("Screen = %+v, want %+v", c.Screen, want)
	}
	cal := c.Calendar
	if cal.Zone.String() != "America/Sao_Paulo" || cal.WeekStarts != time.Sunday || cal.YearStarts != time.April {
		t.Errorf("Calendar = %+v", cal)
	}
	if want := kpi.NewWeekdays(time.Sunday, time.Thursday); cal.Workdays != want {
		t.Errorf("Workdays = %b, want %b", cal.Workdays, want)
	}
}

func TestParse_ReadsTheInsetAsAShare(t *testing.T) {
	for written, want := range map[string]float64{`"5%"`: 0.05, `"2.5 %"`: 0.025, "0.2": 0.2, `"20%"`: 0.2, "0": 0} {
		if got := mustParse(t, screen("inset = "+written)).Screen.Inset; got != want {
			t.Errorf("inset = %s is %v, want %v", written, got, want)
		}
	}
}

func TestParse_WithoutAKPIShowsAFirstOneThatIsValid(t *testing.T) {
	ps := problemsOf(t, "title = \"x\"\n")
	if len(ps) != 1 || ps[0].Place.Line != 0 {
		t.Fatalf("got %+v", ps)
	}
	c := mustParse(t, ps[0].Place.Excerpt+"\n")
	if len(c.KPIs) != 1 || len(c.Pages) != 1 {
		t.Errorf("the example makes %+v", c)
	}
}
