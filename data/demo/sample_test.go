package demo

import (
	"testing"
	"time"

	"kpiwall/data/config"
)

func TestSample_HasALikelyValueForEveryKindOfKPI(t *testing.T) {
	c, err := config.Load("../../config.example.toml")
	if err != nil {
		t.Fatal(err)
	}
	b := Sample(c, time.Date(2026, 11, 20, 14, 32, 5, 0, time.UTC))
	for id, r := range b.Readings {
		if !r.Has || !r.Status.Verdict() || len(r.History) != samplePeriods || r.Fresh.Overdue {
			t.Errorf("%s: %+v", id, r)
		}
	}
}
