package board

import (
	"errors"
	"strings"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

func TestBuild_ValueInTheFutureIsIgnoredAndNamed(t *testing.T) {
	const now = "2026-11-21 12:00"
	rows := []struct {
		name    string
		every   kpi.Cadence
		values  []string // later ones are larger: 1, 2, …
		number  float64
		warning string
	}{
		{"today", kpi.Day, []string{"2026-11-20", "2026-11-21"}, 2, ""},
		{"tomorrow of a daily KPI", kpi.Day, []string{"2026-11-21", "2026-11-22"}, 1, "value.future 2026-11-22"},
		{"later this month", kpi.Month, []string{"2026-11-20", "2026-11-30"}, 2, ""},
		{"next month", kpi.Month, []string{"2026-11-20", "2026-12-01"}, 1, "value.future 2026-12-01"},
		{"a typing error", kpi.Month, []string{"2026-10-31", "2062-11-21"}, 1, "value.future 2062-11-21"},
		{"nothing but the future", kpi.Month, []string{"2062-11-21"}, 0, "value.future 2062-11-21"},
		{"later this hour", kpi.Hour, []string{"2026-11-21T11:00:00Z", "2026-11-21T12:59:59Z"}, 2, ""},
		{"the next hour", kpi.Hour, []string{"2026-11-21T12:00:00Z", "2026-11-21T13:00:00Z"}, 1, "value.future 2026-11-21T13:00:00Z"},
		{"a day does not say which hour", kpi.Hour, []string{"2026-11-20T11:00:00Z", "2026-11-21"}, 1, "value.no_hour 2026-11-21"},
		{"nothing but days", kpi.Hour, []string{"2026-11-21"}, 0, "value.no_hour 2026-11-21"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			src := &fake{}
			for i, at := range row.values {
				src.put("x", at, float64(i+1))
			}
			cfg := testConfig(t, kpi.KPI{ID: "x", Every: row.every})
			b, err := Build(t.Context(), cfg, src, timeOf(t, now))
			if err != nil {
				t.Fatal(err)
			}
			r := b.Readings["x"]
			if r.Number != row.number || r.Has != (row.number > 0) || odd(r) != row.warning {
				t.Errorf("shows %v with %q, want %v with %q", r.Number, odd(r), row.number, row.warning)
			}
		})
	}
}

func TestBuild_HistoryEndsWithThePeriodShown(t *testing.T) {
	src := &fake{}
	for i := range 40 {
		src.put("x", kpi.Date{Year: 2026, Month: 9, Day: 1}.AddDays(i).String(), float64(i))
	}
	b, err := Build(t.Context(), testConfig(t, kpi.KPI{ID: "x", Every: kpi.Day}), src, timeOf(t, "2026-10-11 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	h := b.Readings["x"].History
	if len(h) != periods || h[0].Number != 40-periods || h[periods-1].Number != 39 {
		t.Errorf("%d points from %v to %v, want %d from %d to 39", len(h), h[0].Number, h[len(h)-1].Number, periods, 40-periods)
	}
}

func TestBuildAsOf_ShowsThePastAsItStood(t *testing.T) {
	src := &fake{}
	src.put("x", "2010-05-31", 5)
	src.put("x", "2010-06-15", 6)
	src.put("x", "2010-06-30", 7)
	src.put("x", "2010-07-31", 8)
	cfg := testConfig(t, kpi.KPI{ID: "x", Every: kpi.Month})
	for _, row := range []struct {
		day    string
		want   float64
		period string
	}{
		{"2010-06-30", 7, ""},
		{"2010-06-29", 6, ""}, // what is dated later in the month was not known
		{"2010-06-14", 5, "2010-05"},
		{"2010-08-01", 8, "2010-07"},
		{"2010-05-30", 0, ""},
	} {
		day, _ := kpi.ParseDate(row.day)
		b, err := BuildAsOf(t.Context(), cfg, src, day, timeOf(t, "2026-11-21 12:00"))
		if err != nil {
			t.Fatal(err)
		}
		r := b.Readings["x"]
		if r.Number != row.want || namedPeriod(r) != row.period || odd(r) != "" || !b.AsOf {
			t.Errorf("as of %s: %v of %q (%q), want %v of %q", row.day, r.Number, namedPeriod(r), odd(r), row.want, row.period)
		}
	}
}

// São Paulo has no midnight on 2018-11-04 and two on 2018-02-18.
func TestBuildAsOf_EndsWithTheDayWhateverTheClocksDo(t *testing.T) {
	zone, err := time.LoadLocation("America/Sao_Paulo")
	if err != nil {
		t.Skip(err)
	}
	c := kpi.Calendar{Zone: zone}
	for day, want := range map[string]string{
		"2018-11-03": "2018-11-03T23:59:59-03:00",
		"2018-02-17": "2018-02-17T23:59:59-03:00",
	} {
		d, _ := kpi.ParseDate(day)
		if got := endOf(c, d, timeOf(t, "2026-11-21 12:00")).now.Format(time.RFC3339); got != want {
			t.Errorf("%s ends at %s, want %s", day, got, want)
		}
	}
}

func TestBuild_SaysWhatCouldNotBeRead(t *testing.T) {
	gone := errors.New("gone")
	_, err := Build(t.Context(), testConfig(t, kpi.KPI{ID: "x", Every: kpi.Day}), &fake{err: gone}, timeOf(t, "2026-11-21 12:00"))
	if !errors.Is(err, gone) {
		t.Errorf("error %v, want the source's", err)
	}
}

func TestBoard_DueListsTheLongestWaitFirst(t *testing.T) {
	src := &fake{}
	src.put("fresh", "2026-11-21", 1)
	src.put("yesterday", "2026-11-20", 1)
	src.put("lastweek", "2026-11-14", 1)
	day := func(id string) kpi.KPI { return kpi.KPI{ID: id, Every: kpi.Day} }
	cfg := testConfig(t, day("fresh"), day("yesterday"), day("lastweek"), day("never"))
	b, err := Build(t.Context(), cfg, src, timeOf(t, "2026-11-21 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, r := range b.Due() {
		ids = append(ids, r.KPI.ID)
	}
	if got, want := strings.Join(ids, " "), "never lastweek yesterday"; got != want {
		t.Errorf("due are %q, want %q", got, want)
	}
}
