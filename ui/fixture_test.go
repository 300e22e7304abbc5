package ui

import (
	"fmt"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

var testNow = time.Date(2026, 11, 20, 14, 32, 5, 0, time.UTC)

func testKPI(id, name string) *kpi.KPI { return &kpi.KPI{ID: id, Name: name, Every: kpi.Month} }

// testReading is a reading with the last 12 periods around number.
func testReading(id, name, digits, suffix string, s kpi.Status) *board.Reading {
	t := kpi.Target{Min: 95, HasMin: true}
	r := &board.Reading{
		KPI: testKPI(id, name), Has: s != kpi.NoValue, Number: 97,
		Parts: kpi.Number{Digits: digits, Suffix: suffix}, Text: digits + suffix, Status: s, Verdict: s,
		Target: t, TargetText: "≥ 95" + suffix, Label: "October",
		Change: kpi.Change{Known: true, Amount: 1.2, Trend: kpi.Better}, ChangeText: "+1.2 pp",
		Fresh: kpi.Freshness{Since: testNow.AddDate(0, 0, -19)},
	}
	for i := range 12 {
		n := 96 + 4*float64((i*7)%5-2)/2
		r.History = append(r.History, board.Point{Has: i != 4, Number: n, Target: t, Status: kpi.OnTarget})
	}
	return r
}

func testBoard(readings ...*board.Reading) *board.Board {
	c := &config.Config{
		Title: "Northwind", Stay: 20 * time.Second,
		Calendar: kpi.Calendar{Zone: time.UTC}, Screen: config.Screen{Inset: 0.05},
	}
	page := config.Page{ID: "p", Title: "Customers"}
	b := &board.Board{Config: c, Now: testNow, Read: testNow, Readings: map[string]*board.Reading{}}
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

// manyReadings returns n readings of all statuses.
func manyReadings(n int) []*board.Reading {
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
		out = append(out, testReading(fmt.Sprintf("k%d", i), k.name, k.digits, k.suffix, k.status))
	}
	return out
}
