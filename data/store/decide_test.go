package store

import (
	"errors"
	"sync"
	"testing"

	"kpiwall/data/kpi"
)

// addOne returns what PutAfter is to record: one more than stands at a day.
func addOne(t *testing.T, day string) func(*View) (Value, error) {
	return func(view *View) (Value, error) {
		v := value(t, "", day, 1)
		stood, err := view.Newest(t.Context(), "revenue", kpi.Bounds{EndDay: v.At.Day.AddDays(1).String()}, nil)
		if err == nil && len(stood) > 0 {
			v.Number += stood[0].Number
		}
		return v, err
	}
}

func TestPutAfter_LetsNobodyWriteInBetween(t *testing.T) {
	s := newStore(t)
	const each = 20
	var writers sync.WaitGroup
	for _, st := range []*Store{s, s, open(t, s.path)} {
		writers.Go(func() {
			for range each {
				if _, err := st.PutAfter(t.Context(), "revenue", addOne(t, "2026-11-21")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	if got := newest(t, s, "revenue"); got[0].Number != 3*each {
		t.Errorf("%d additions make %v", 3*each, got[0].Number)
	}
}

func TestPutAfter_ReturnsWhatIsInForce(t *testing.T) {
	s := newStore(t)
	first := put(t, s, "revenue", "2026-11-21", 1)
	v, err := s.PutAfter(t.Context(), "revenue", addOne(t, "2026-11-21"))
	if err != nil || v.ID <= first.ID || v.Number != 2 || v.KPI != "revenue" || v.Superseded {
		t.Errorf("in force is %+v, %v", v, err)
	}
}

func TestPutAfter_RecordsNothingWhereItIsRefused(t *testing.T) {
	s := newStore(t)
	stop := errors.New("no")
	if _, err := s.PutAfter(t.Context(), "revenue", func(*View) (Value, error) { return Value{}, stop }); err != stop {
		t.Errorf("the error of decide comes back as %v", err)
	}
	_, err := s.PutAfter(t.Context(), "revenue", func(*View) (Value, error) { return value(t, "", "2026-11-21", 1e301), nil })
	wantKind(t, "PutAfter", err, Rejected)
	if got := newest(t, s, "revenue"); len(got) != 0 {
		t.Errorf("recorded %v", got)
	}
	// The writer is free again.
	put(t, s, "revenue", "2026-11-21", 1)
}
