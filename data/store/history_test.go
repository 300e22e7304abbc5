package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
)

func TestHistory_HasTheNewestMomentAndRowFirst(t *testing.T) {
	s := newStore(t)
	for i, at := range []string{"2026-11-20", "2026-11-22", "2026-11-20", "2026-11-21T10:00:00Z", "2026-11-22", "2026-11-20"} {
		put(t, s, "revenue", at, float64(i))
	}
	put(t, s, "costs", "2026-11-23", 9)
	for limit, want := range map[int]string{0: "[4 1 3 5 2 0]", -1: "[4 1 3 5 2 0]", 4: "[4 1 3 5]", 99: "[4 1 3 5 2 0]"} {
		rows, err := s.History(t.Context(), "revenue", limit)
		var numbers []float64
		for i, v := range rows {
			numbers = append(numbers, v.Number)
			if v.KPI != "revenue" || v.Superseded != (i == 1 || i > 3) {
				t.Errorf("limit %d: row %d is %+v", limit, i, v)
			}
		}
		if err != nil || fmt.Sprint(numbers) != want {
			t.Errorf("limit %d: %v, %v; want %s", limit, numbers, err, want)
		}
	}
}

func TestEach_HandsOutWhatIsInForceInOrder(t *testing.T) {
	s := filled(t, filepath.Join(t.TempDir(), "kpi.db"), 2*page*3) // 50 KPIs of 240
	put(t, s, "kpi_00", "2026-12-31", 77)
	taken := put(t, s, "kpi_00", "2020-01-01", 1)
	if _, err := s.Withdraw(t.Context(), taken.ID, ""); err != nil {
		t.Fatal(err)
	}
	var all []string
	err := s.Each(t.Context(), nil, func(v Value) error {
		all = append(all, v.KPI+" "+v.At.String())
		if v.Withdrawn || v.Superseded {
			t.Errorf("%+v is not in force", v)
		}
		return nil
	})
	if err != nil || len(all) != 2*page*3 || !slices.IsSorted(all) {
		t.Errorf("%d values, sorted %v, %v", len(all), slices.IsSorted(all), err)
	}
	some := 0
	err = s.Each(t.Context(), []string{"kpi_01", "none", "kpi_00", "kpi_01"}, func(v Value) error {
		if some++; v.KPI != fmt.Sprintf("kpi_%02d", (some-1)/240) {
			t.Errorf("value %d is of %s", some, v.KPI)
		}
		return nil
	})
	if err != nil || some != 480 {
		t.Errorf("of two KPIs it handed out %d values, %v", some, err)
	}
}

func TestEach_ReadsOnWherePagesEnd(t *testing.T) {
	s := newStore(t)
	var values []Value
	for i := range page + 1 {
		v := Value{KPI: "long"}
		v.At = every(1e9)(i)
		values = append(values, v)
	}
	if _, err := load(t.Context(), s, from(values...)); err != nil {
		t.Fatal(err)
	}
	n := 0
	if err := s.Each(t.Context(), nil, func(Value) error { n++; return nil }); err != nil || n != page+1 {
		t.Errorf("%d values, %v; want %d", n, err, page+1)
	}
}

// An export may write to a pipe that nobody empties: the wall must save meanwhile.
func TestEach_LocksNobodyOutAndEndsWithTheError(t *testing.T) {
	s := filled(t, filepath.Join(t.TempDir(), "kpi.db"), 100)
	mine := errors.New("mine")
	err := s.Each(t.Context(), nil, func(v Value) error {
		put(t, s, "other", "2026-11-21", 1)
		return mine
	})
	if !errors.Is(err, mine) {
		t.Errorf("Each = %v", err)
	}
}

func TestKPIs_CountsValuesInForce(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-20", 1)
	put(t, s, "revenue", "2026-11-21", 1)
	put(t, s, "revenue", "2026-11-21", 2)
	if _, err := s.Withdraw(t.Context(), put(t, s, "taken", "2026-11-21", 1).ID, ""); err != nil {
		t.Fatal(err)
	}
	counts, err := s.KPIs(t.Context())
	if err != nil || fmt.Sprint(counts) != "map[revenue:2 taken:0]" {
		t.Errorf("KPIs = %v, %v", counts, err)
	}
}
