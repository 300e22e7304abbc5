package demo

import (
	"math"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// samplePeriods is how many periods of values a sample has.
const samplePeriods = 12

// Sample returns the board of a configuration with likely values, which are made
// up from the targets: to see how the pages will look before anything was
// recorded.
func Sample(c *config.Config, now time.Time) *board.Board {
	sentence := words.Of(c).Say("demo.sentence", nil)
	b := &board.Board{Config: c, Now: now, Read: now, Demo: true, Readings: map[string]*board.Reading{}}
	for i := range c.KPIs {
		k := &c.KPIs[i]
		cal := c.Calendar.For(k)
		p := cal.Add(cal.Period(k.Every, now), -1)
		var rows [][]kpi.Value
		for back := samplePeriods - 1; back >= 0; back-- {
			of := cal.Add(p, -back)
			v := kpi.Value{At: cal.AtFor(k, of, now), Number: sampleNumber(cal, k, p, back), Recorded: now, LastConfirmed: now}
			if k.Judged {
				v.Note = sentence
			}
			rows = append(rows, []kpi.Value{v})
		}
		b.Readings[k.ID] = board.Judge(c, k, board.KPIData{Series: cal.Combine(k, p, rows)}, now)
	}
	return b
}

// sampleNumber returns a number about the target of k.
func sampleNumber(c kpi.Calendar, k *kpi.KPI, p kpi.Period, back int) float64 {
	t, wave := board.TargetIn(c, k, p), 1+0.08*math.Sin(float64(back)*1.7)
	switch {
	case k.Judged:
		return []float64{kpi.Good, kpi.Watch, kpi.Bad}[back%3]
	case t.HasMin && t.HasMax:
		return t.Min + (t.Max-t.Min)*(wave-0.5)
	case t.HasMin:
		return t.Min * wave
	case t.HasMax:
		return t.Max * wave
	case k.Format.Style == kpi.Percent:
		return 50 * wave
	}
	return 1234.5 * wave
}
