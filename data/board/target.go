package board

import (
	"fmt"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// targetTexts writes the target of a reading in full and, while its period runs,
// in fewer words: "≥ 16 by Tuesday · ≥ 40 by Sunday" and "≥ 16 by Tue".
func targetTexts(cfg *config.Config, k *kpi.KPI, r *Reading) (full, short string) {
	whole := r.Target.Text(k.Format, cfg.Locale)
	switch {
	case !r.Running.On || whole == "" || k.Every == kpi.Hour:
		return whole, ""
	case k.Every == kpi.Day:
		return whole + " by " + clockTime(k.DayEnds), whole
	}
	full = whole + " by " + dayName(r.Running.Ends, k.Every)
	part := r.Running.ByNow.Text(k.Format, cfg.Locale)
	if part == "" {
		return full, whole
	}
	by := part + " by " + dayName(r.Running.Until, k.Every)
	return by + " · " + full, part + " by " + shortDay(r.Running.Until, k.Every)
}

// dayName names a day of a period that runs: within a week by its weekday.
func dayName(d kpi.Date, every kpi.Cadence) string {
	if every == kpi.Week {
		return d.Weekday().String()
	}
	return fmt.Sprintf("%d %s", d.Day, d.Month.String()[:3])
}

func shortDay(d kpi.Date, every kpi.Cadence) string {
	if every == kpi.Week {
		return d.Weekday().String()[:3]
	}
	return dayName(d, every)
}

// clockTime writes a time of the day, since midnight.
func clockTime(d time.Duration) string {
	return fmt.Sprintf("%d:%02d", int(d.Hours()), int(d.Minutes())%60)
}
