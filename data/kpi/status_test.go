package kpi

import (
	"math"
	"testing"
)

func TestStatus_SaysWhatItIs(t *testing.T) {
	for _, c := range []struct {
		s            Status
		want         string
		verdict, off bool
	}{
		{OnTarget, "on target", true, false},
		{Near, "near", true, false},
		{Below, "below", true, true},
		{Above, "above", true, true},
		{NoTarget, "no target", false, false},
		{NoValue, "no value", false, false},
		{Overdue, "overdue", false, false},
		{0, "unknown", false, false},
		{99, "unknown", false, false},
	} {
		if c.s.String() != c.want || c.s.Verdict() != c.verdict || c.s.Off() != c.off {
			t.Errorf("status %d: %q, verdict %v, off %v", c.s, c.s, c.s.Verdict(), c.s.Off())
		}
	}
}

func TestJudgeVerdict_TakesOnlyVerdicts(t *testing.T) {
	for v, want := range map[float64]Status{Good: OnTarget, Watch: Near, Bad: Below, 0.5: NoValue, 5: NoValue, -2: NoValue} {
		if got := JudgeVerdict(v); got != want {
			t.Errorf("%v is %v, want %v", v, got, want)
		}
	}
	if got := JudgeVerdict(math.NaN()); got != NoValue {
		t.Errorf("NaN is %v", got)
	}
}
