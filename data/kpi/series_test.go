package kpi

import (
	"testing"
	"time"
)

func TestCombine_TakesTheValueThatHoldsLast(t *testing.T) {
	c := office(time.UTC)
	rows := []Value{
		held(t, 1, "2026-11-30", "2026-11-10T08:00:00Z"), // by a program, for the month
		held(t, 2, "2026-11-20", "2026-11-20T10:00:00Z"), // typed since
		held(t, 3, "2026-11-12", "2026-11-21T10:00:00Z"), // a correction of the 12th
	}
	for i := range rows {
		rows[i].Number, rows[i].Note = float64(i+1), "note "+string(rune('1'+i))
	}
	for _, order := range [][]Value{{rows[0], rows[1], rows[2]}, {rows[2], rows[1], rows[0]}, {rows[1], rows[0], rows[2]}} {
		s := c.Combine(&KPI{Every: Month}, on(t, c, Month, "2026-11-01"), [][]Value{nil, order})
		e, ok := s.Newest()
		if !ok || e.Number != 2 || e.Note != "note 2" || e.At != rows[1].At || s.Entries[0].Has {
			t.Errorf("%+v", s)
		}
	}
}

func TestCombine_AddsUpByDayInTheBoardsZone(t *testing.T) {
	c := office(zone(t, "America/New_York"))
	k := &KPI{Every: Week, Combine: Sum}
	s := seriesOf(t, c, k, "2026-11-17=5 2026-11-24T02:00:00Z=0.1 2026-11-23=0.2 2026-11-24=1")
	want := []Part{{day("2026-11-23"), 0.3}, {day("2026-11-24"), 1}}
	if len(s.Parts) != 2 || s.Parts[0] != want[0] || s.Parts[1] != want[1] || len(s.PartsBefore) != 1 {
		t.Errorf("parts %+v, before %+v; want %+v", s.Parts, s.PartsBefore, want)
	}
	if e, _ := s.Newest(); e.Number != 1.3 {
		t.Errorf("sum %v", e.Number)
	}
}

func TestCombine_ANumberThatIsNoVerdictIsNoValue(t *testing.T) {
	c := office(time.UTC)
	s := seriesOf(t, c, &KPI{Every: Month, Judged: true}, "2026-10-31=1 2026-11-20=7")
	if e, _ := s.Newest(); e.Has || !e.Invalid || !s.Entries[0].Has {
		t.Errorf("%+v", s)
	}
}

func TestCombine_CleansWhatBinaryFractionsLeave(t *testing.T) {
	s := seriesOf(t, office(time.UTC), &KPI{Every: Month, Combine: Mean}, "2026-11-02=0.1 2026-11-03=0.2 2026-11-04=0.3")
	if e, _ := s.Newest(); e.Number != 0.2 {
		t.Error(e.Number)
	}
}

// BenchmarkCombine makes the series of a monthly sum that is entered each day.
func BenchmarkCombine(b *testing.B) {
	c := office(zone(b, "Europe/Berlin"))
	k := &KPI{Every: Month, Combine: Sum}
	newest := on(b, c, Month, "2026-11-01")
	rows := make([][]Value, 36)
	for i := range rows {
		p := c.Add(newest, i-len(rows)+1)
		for d := p.First; !d.After(c.LastDay(p)); d = d.AddDays(1) {
			rows[i] = append(rows[i], Value{At: At{Day: d}, Number: 1, Since: d.time().Add(16 * time.Hour)})
		}
	}
	for b.Loop() {
		c.Combine(k, newest, rows)
	}
}
