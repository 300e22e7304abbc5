package sheet

import (
	"testing"

	"kpiwall/data/kpi"
)

func TestSeen_RemembersAtLeastTheLastRowsAndNoMoreThanTwice(t *testing.T) {
	var s seen
	k := &kpi.KPI{}
	first := kpi.Date{Year: 1900, Month: 1, Day: 1}
	const rows = 5*remembered + 10 // not where one set gives way to the next
	for i := range rows {
		s.add(k, kpi.At{Day: first.AddDays(i)}, 1, i+1)
		if n := len(s.now) + len(s.before); n > 2*remembered {
			t.Fatalf("%d rows are kept", n)
		}
	}
	last := rows - 1
	if got := s.add(k, kpi.At{Day: first.AddDays(last - remembered + 1)}, 2, 0); got != last-remembered+2 {
		t.Errorf("another value for the oldest row that counts is on line %d, want %d", got, last-remembered+2)
	}
	if got := s.add(k, kpi.At{Day: first.AddDays(0)}, 2, 0); got != 0 {
		t.Errorf("a row of long ago is on line %d, want forgotten", got)
	}
}
