package record

import (
	"testing"

	"kpiwall/data/kpi"
)

func TestFraction_IsAPercentageThatLooksLikeAShareOfItsTarget(t *testing.T) {
	percent := kpi.Format{Style: kpi.Percent}
	atLeast := func(v float64) kpi.Plan { return kpi.Plan{{Target: kpi.Target{Min: v, HasMin: true}}} }
	atMost := func(v float64) kpi.Plan { return kpi.Plan{{Target: kpi.Target{Max: v, HasMax: true}}} }
	for _, row := range []struct {
		k      kpi.KPI
		number float64
		want   bool
	}{
		{kpi.KPI{Format: percent, Targets: atLeast(80)}, 0.82, true},
		{kpi.KPI{Format: percent, Targets: atLeast(80)}, 1, true},
		{kpi.KPI{Format: percent, Targets: atLeast(80)}, 82, false},
		{kpi.KPI{Format: percent, Targets: atLeast(80)}, 0, false},
		{kpi.KPI{Format: percent, Targets: atLeast(80)}, 0.1, false}, // as little as that may be true
		{kpi.KPI{Format: percent, Targets: atMost(2)}, 0.8, false},   // of churn it is
		{kpi.KPI{Format: percent}, 0.8, false},
		{kpi.KPI{Targets: atLeast(80)}, 0.82, false},
		{kpi.KPI{Format: percent, Goal: &kpi.Goal{From: 20, To: 45}}, 0.3, true},
	} {
		if got := fraction(&row.k, row.number); got != row.want {
			t.Errorf("%v of %+v: %v", row.number, row.k, got)
		}
	}
}
