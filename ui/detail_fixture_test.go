package ui

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/themes"
)

// monthly returns a reading of the months up to October 2026, oldest first;
// what is not a number is a month without a value.
func monthly(k *kpi.KPI, values ...float64) *board.Reading {
	var c kpi.Calendar
	october := c.Add(c.Period(kpi.Month, testNow), -1)
	k.Every = kpi.Month
	r := &board.Reading{KPI: k, Parts: kpi.Number{Digits: "–"}, Text: "–", Status: kpi.NoValue, Fresh: kpi.Freshness{Due: true}}
	for i, v := range values {
		p := c.Add(october, i-len(values)+1)
		pt := board.Point{Period: p, Has: v == v, Target: k.Targets.In(p.First), Status: kpi.NoValue}
		if pt.Has {
			pt.Number, pt.Status = v, kpi.Judge(k.Format, pt.Target, k.Tolerance, v)
			r.Has, r.Number, r.Period, r.Label = true, v, p, c.Label(p, testNow)
			r.Target, r.Status, r.Verdict = pt.Target, pt.Status, pt.Status
			r.Parts, r.Text = k.Format.Parts(kpi.Locale{}, v), k.Format.Text(kpi.Locale{}, v)
			r.TargetText = pt.Target.Text(k.Format, kpi.Locale{})
			r.At, r.Heard = kpi.At{Day: p.First}, testNow.Add(-time.Hour)
			r.Fresh.Since = c.Start(c.Add(p, 1))
		}
		r.History = append(r.History, pt)
	}
	return r
}

// defined is a KPI whose definition leaves nothing out.
func defined(id string) *kpi.KPI {
	return &kpi.KPI{
		ID: id, Name: "Recurring revenue", Definition: "Monthly fees of all paying customers on the last day of the month. " +
			"Set-up fees and training do not count, nor do customers on trial.",
		Source: "Billing, report 'Active subscriptions'", Owner: "Head of sales", Objective: "Live from subscriptions",
		Leads: kpi.Lagging, Drives: "Follows qualified leads by a quarter", Why: "it pays for the team of today",
		Targets: kpi.Plan{{Target: kpi.Target{Min: 40, HasMin: true}}, {From: kpi.Date{Year: 2026, Month: 1, Day: 1}, Target: kpi.Target{Min: 60, HasMin: true}}},
	}
}

// sloping returns n numbers around a slope.
func sloping(n int) (values []float64) {
	for i := range n {
		values = append(values, 40+float64(i)+float64(i*7%5))
	}
	return values
}

// detailCases are the KPIs that a detail must be able to show.
func detailCases() map[string]*board.Reading {
	gaps := func(values []float64) []float64 {
		values[4], values[20] = math.NaN(), math.NaN()
		return values
	}
	all := map[string]*board.Reading{
		"everything":     monthly(defined("x"), gaps(sloping(36))...),
		"only a name":    monthly(&kpi.KPI{Name: "Visitors"}),
		"no target":      monthly(&kpi.KPI{Name: "Visitors"}, sloping(12)...),
		"one value":      monthly(defined("x"), 42),
		"the same value": monthly(&kpi.KPI{Name: "Same"}, 3, 3, 3),
		"no number left": monthly(defined("x")),
		"judged":         monthly(&kpi.KPI{Name: "Mood", Judged: true}, 1, 1, 0, -1, 0, 1),
		"huge":           monthly(&kpi.KPI{Name: "Huge", Format: kpi.Format{Suffix: " customers of all kinds"}}, 1e300, 3e300, -2e300),
		"beyond floats":  monthly(&kpi.KPI{Name: "Beyond"}, 1.7e308, -1.7e308),
		"awkward":        awkwardReadings(7)[5],
	}
	for i := range all["everything"].History {
		all["everything"].History[i].Note = fmt.Sprintf("note %d: two large renewals came a month early, and the pipeline for the next quarter looks thin", i)
	}
	all["everything"].Note, all["everything"].NoteBy = all["everything"].History[35].Note, "Anna"
	all["everything"].Warning = "a value dated 2062-11-30 lies in the future"
	for _, r := range all {
		r.KPI.ID = "x"
	}
	return all
}

// detailView is a board of one reading as the wall would see it.
func detailView(r *board.Reading, size fyne.Size, theme string) view {
	return testView(testBoard(r), size, theme)
}

// checkDetail fails where a text of the detail is too small, off the screen,
// over another text, or hard to tell from what it stands on.
func checkDetail(t *testing.T, v view, elements []element) {
	t.Helper()
	s := v.board.Config.Screen
	floor, inset := floorSize(v.size, s), float32(s.Inset)
	safe := box{v.size.Width * inset, v.size.Height * inset, v.size.Width * (1 - 2*inset), v.size.Height * (1 - 2*inset)}
	for i, e := range elements {
		if e.text == "" {
			continue
		}
		least := floor
		switch part, _, _ := strings.Cut(e.part, " of tile"); {
		case part == "mark of a note":
			least *= 0.62 * 0.8
		case part == "number": // never cut, whatever its length
			least = 0
		case part == e.part && !strings.HasPrefix(part, "title"):
			least *= 0.62
		}
		if e.points < least*0.999 {
			t.Errorf("%s: font size %.1f is below %.1f", e.part, e.points, least)
		}
		if c := themes.Contrast(e.color, e.on); c < 4.5 && !strings.Contains(e.part, "colon") {
			t.Errorf("%s: contrast %.1f", e.part, c)
		}
		if !within(e, safe) {
			t.Errorf("%s %q is outside of the safe area: %v %v", e.part, e.text, e.at, e.size)
		}
		for _, o := range elements[i+1:] {
			if o.text != "" && overlap(e, o) {
				t.Errorf("%s %q lies over %s %q", e.part, e.text, o.part, o.text)
			}
		}
	}
}

// texts returns what parts of a name say, in order.
func texts(elements []element, part string) (out []string) {
	for _, e := range elements {
		if e.part == part {
			out = append(out, e.text)
		}
	}
	return out
}

// historyOf returns the chart of a detail.
func historyOf(elements []element) (chart, bool) {
	for _, e := range elements {
		if c, ok := e.art.(chart); ok {
			return c, true
		}
	}
	return chart{}, false
}
