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

// Before a KPI has a history its targets say how long its durations are.
func TestMinutesMeant_GoesByTheTargetsOfANewKPI(t *testing.T) {
	k := kpi.KPI{Format: kpi.Format{Style: kpi.Duration}, Targets: kpi.Plan{{Target: kpi.Target{Max: 900, HasMax: true}}}}
	long, none := kpi.UsualOf([]float64{36000, 30000, 33000}), kpi.Usual{}
	for _, row := range []struct {
		name  string
		usual kpi.Usual
		typed kpi.Typed
		want  bool
	}{
		{"11 of at most 15 minutes", none, kpi.Typed{Number: 11, Bare: true}, true},
		{"0:11", none, kpi.Typed{Number: 11}, false},
		{"660 seconds", none, kpi.Typed{Number: 660, Bare: true}, false},
		{"as minutes it would be far off too", none, kpi.Typed{Number: 2, Bare: true}, false},
		{"a history counts for more than a target", long, kpi.Typed{Number: 11, Bare: true}, false},
	} {
		if got := minutesMeant(&k, row.usual, row.typed); got != row.want {
			t.Errorf("%s: %v", row.name, got)
		}
	}
	if minutesMeant(&kpi.KPI{Format: k.Format}, none, kpi.Typed{Number: 11, Bare: true}) {
		t.Error("without a history and a target it is believed to know")
	}
}
