package kpi

import "testing"

func TestUsual_FindsAZeroTooManyAndOneTooFew(t *testing.T) {
	steady := []float64{41000, 42000, 40500, 43100, 42800, 41900}
	wild := []float64{10, 80, 35, 60, 5, 90, 20}
	for _, c := range []struct {
		name    string
		history []float64
		v       float64
		want    bool
	}{
		{"as ever", steady, 42500, false},
		{"a good month", steady, 55000, false},
		{"a zero too many", steady, 425000, true},
		{"a zero too few", steady, 4250, true},
		{"a lost minus", steady, -42500, true},
		{"within a wild history", wild, 120, false},
		{"a zero too many in a wild history", wild, 600, true},
		{"the same every time, then a little more", []float64{5, 5, 5, 5}, 6, false},
		{"the same every time, then ten times", []float64{5, 5, 5, 5}, 50, true},
		{"too short a history", []float64{5, 5, 5}, 5000, false},
		{"none", nil, 1, false},
	} {
		if got := UsualOf(c.history).Far(c.v); got != c.want {
			t.Errorf("%s: %v after %v is unusual: %v", c.name, c.v, c.history, got)
		}
	}
}

func TestUsual_LeavesTheHistoryInItsOrder(t *testing.T) {
	h := []float64{3, 1, 2, 4}
	UsualOf(h)
	if h[0] != 3 || h[1] != 1 {
		t.Errorf("history became %v", h)
	}
}

func TestUsual_OfASumOnlyTooMuchSaysAnything(t *testing.T) {
	u := UsualOf([]float64{41, 42, 40, 43})
	if !u.TooMuch(400) || u.TooMuch(4) || u.TooMuch(44) || (Usual{}).TooMuch(9) {
		t.Error("a part of a sum is unusual, or ten times the sum is not")
	}
}
