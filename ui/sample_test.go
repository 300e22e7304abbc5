package ui

import (
	"kpiwall/data/config"
	"testing"
)

func TestSample_HasALikelyValueForEveryKindOfKPI(t *testing.T) {
	c, err := config.Load("../config.example.toml")
	if err != nil {
		t.Fatal(err)
	}
	b := Sample(c, testNow)
	for id, r := range b.Readings {
		if !r.Has || !r.Status.Verdict() || len(r.History) != samplePeriods || r.Fresh.Overdue {
			t.Errorf("%s: %+v", id, r)
		}
	}
}
