package command

import (
	"math"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// tileText says how the tile of id on the board c will read with a value that is well
// within its target: "First reply · 3:24 min · on target · ≤ 4:00 min".
func tileText(e Env, c *config.Config, id string) string {
	k := c.KPI(id)
	cal, now := c.Calendar.For(k), e.Now()
	p := cal.Add(cal.Period(k.Every, now), -1)
	v := kpi.Value{At: cal.AtFor(k, p, now), Number: likely(k), Recorded: now, LastConfirmed: now, Since: now}
	r := board.Judge(c, k, board.KPIData{Series: cal.Combine(k, p, [][]kpi.Value{{v}})}, now)
	text := k.Name + " · " + e.speech().ReadingText(r)
	if phrase := e.speech().ReadingPhrase(r); len(phrase.Texts) > 0 {
		text += " · " + phrase.Texts[0]
	}
	return text
}

// likely returns a number of k that is on target.
func likely(k *kpi.KPI) float64 {
	if len(k.Targets) == 0 {
		return 42
	}
	t := k.Targets[0].Target
	const within = 0.15
	number := t.Max - within*math.Abs(t.Max)
	switch {
	case t.HasMin && t.HasMax:
		number = (t.Min + t.Max) / 2
	case t.HasMin:
		number = t.Min + within*math.Abs(t.Min)
	}
	rounded := k.Format.Round(number)
	if t.HasMin && rounded < t.Min || t.HasMax && rounded > t.Max {
		return kpi.Clean(number)
	}
	return rounded
}
