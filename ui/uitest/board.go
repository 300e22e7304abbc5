// Package uitest has what the tests of the interface share: boards of made-up
// readings, the usual screens, and what to look for in elements.
package uitest

import (
	"fmt"
	"strings"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// Now is the moment at which the boards stand.
var Now = time.Date(2026, 11, 20, 14, 32, 5, 0, time.UTC)

func testKPI(id, name string) *kpi.KPI { return &kpi.KPI{ID: id, Name: name, Every: kpi.Month} }

// calendar is that of the boards.
var calendar = kpi.Calendar{Zone: time.UTC}

// English is the locale of the boards.
var English = func() kpi.Locale {
	l, err := kpi.ParseLocale("en-US")
	if err != nil {
		panic(err) // package kpi always knows it
	}
	return l
}()

// Write gives r the number that is written in this way, "–" for none.
func Write(r *board.Reading, digits, suffix string) {
	f := kpi.Format{Suffix: suffix}
	_, fraction, _ := strings.Cut(digits, ".")
	f.Decimals = len(strings.TrimRight(fraction, "k"))
	if rest, ok := strings.CutPrefix(digits, "€"); ok {
		f.Prefix, digits = "€", rest
	}
	switch {
	case strings.Contains(digits, ":"):
		f.Style = kpi.Duration
	case strings.HasSuffix(digits, "k"):
		f.Style = kpi.Compact
	}
	r.KPI.Format, r.Format = f, f
	if r.Has = digits != "–"; !r.Has {
		return
	}
	if digits == "1.0×10³⁰⁰" {
		r.Number = 1e300
		return
	}
	typed, err := kpi.ParseValue(f, English, digits)
	if err != nil {
		panic(err)
	}
	r.Number = typed.Number
}

// Reading is a reading with the last 12 periods around number.
func Reading(id, name, digits, suffix string, s kpi.Status) *board.Reading {
	t := kpi.Target{Min: 95, HasMin: true}
	k := testKPI(id, name)
	october := calendar.Add(calendar.Period(kpi.Month, Now), -1)
	r := &board.Reading{
		KPI: k, Today: calendar.Today(Now), Period: october, Status: s, Verdict: s, Target: t, Final: true,
		Change: kpi.Change{Known: true, Amount: 1.2, Trend: kpi.Better, Format: kpi.Format{Decimals: 1, Suffix: " %"}},
		Fresh:  kpi.Freshness{Since: Now.AddDate(0, 0, -19)},
	}
	Write(r, digits, suffix)
	switch s { // which it is by
	case kpi.Above:
		t = kpi.Target{Max: r.Number * 0.8, HasMax: true}
	case kpi.Near:
		t = kpi.Target{Min: r.Number * 1.02, HasMin: true}
	}
	r.Target = t
	for i := range 12 {
		n := 96 + 4*float64((i*7)%5-2)/2
		r.History = append(r.History, board.Point{Has: i != 4, Number: n, Target: t, Status: kpi.OnTarget})
	}
	return r
}

// Ahead is what a reading says of a value whose year was mistyped.
func Ahead(id string) []finding.Finding {
	return []finding.Finding{{
		Severity: finding.Warning, Code: "value.future", Subject: id, Args: finding.Args{"At": "2062-11-30"},
	}}
}

// Board returns a board of readings, all on its first page and the first of them
// on its second.
func Board(readings ...*board.Reading) *board.Board {
	c := &config.Config{
		Title: "Northwind", Stay: 20 * time.Second,
		Calendar: calendar, Locale: English, Screen: config.Screen{Inset: 0.05},
	}
	page := config.Page{ID: "p", Title: "Customers"}
	b := &board.Board{Config: c, Now: Now, Read: Now, Readings: map[string]*board.Reading{}}
	for _, r := range readings {
		c.KPIs = append(c.KPIs, *r.KPI)
		page.Tiles = append(page.Tiles, r.KPI.ID)
		b.Readings[r.KPI.ID] = r
	}
	if len(page.Tiles) > 0 {
		c.Pages = []config.Page{page, {ID: "q", Title: "Second", Tiles: page.Tiles[:1]}}
	}
	return b
}

// Many returns n readings of all statuses.
func Many(n int) []*board.Reading {
	kinds := []struct {
		name, digits, suffix string
		status               kpi.Status
	}{
		{"On-time delivery", "97.3", " %", kpi.OnTarget},
		{"Monthly recurring revenue", "€42,170", "", kpi.OnTarget},
		{"First response time", "4:30", "", kpi.Near},
		{"Churn", "3.4", " %", kpi.Above},
		{"Qualified leads", "18", "", kpi.Below},
		{"Net promoter score", "41", "", kpi.Overdue},
		{"Operating cash flow", "–", "", kpi.NoValue},
		{"Office temperature", "21.5", " °C", kpi.OnTarget},
		{"Visitors", "12.3k", "", kpi.NoTarget},
	}
	var out []*board.Reading
	for i := range n {
		k := kinds[i%len(kinds)]
		out = append(out, Reading(fmt.Sprintf("k%d", i), k.name, k.digits, k.suffix, k.status))
	}
	return out
}

// Awkward returns readings with names and numbers that do not fit easily.
func Awkward(n int) []*board.Reading {
	names := []string{
		strings.Repeat("A very long name ", 12), "الإيرادات الشهرية المتكررة", "月次経常収益と顧客獲得コスト",
		"Выручка за месяц", "Team 🚀 happiness 🎉", "Donaudampfschifffahrtsgesellschaftskapitän", "x",
	}
	digits := []string{"1,234,567,890.12", "–", "0", "1.0×10³⁰⁰", "−12,345.6", "9"}
	out := Many(n)
	for i, r := range out {
		r.KPI.Name = names[i%len(names)]
		Write(r, digits[i%len(digits)], r.Format.Suffix)
		r.Note = "two large renewals came a month early, and the pipeline for the next quarter looks thin"
		r.Change.Amount = 1234.5
		r.Target = kpi.Target{Min: 1_200_000, Max: 1_300_000, HasMin: true, HasMax: true}
	}
	return out
}

// ThreePages returns a board of three pages with one KPI each, the last private.
func ThreePages() *board.Board {
	a := Reading("a", "Alpha", "11", "", kpi.OnTarget)
	b := Reading("b", "Beta", "22", "", kpi.Near)
	c := Reading("c", "Gamma", "33", "", kpi.Below)
	out := Board(a, b, c)
	out.Config.Pages = []config.Page{
		{ID: "one", Title: "First", Tiles: []string{"a"}},
		{ID: "two", Title: "Second", Tiles: []string{"b"}, Stay: 5 * time.Second},
		{ID: "three", Title: "Third", Tiles: []string{"c"}, Private: true},
	}
	return out
}
