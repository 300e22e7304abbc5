package kpi

import "testing"

// The histories of KPIs as there are, oldest first.
var (
	steady    = []float64{41000, 42000, 40500, 43100, 42800, 41900}
	lively    = []float64{3000, 5200, 9000, 12000, 4100, 7300}             // a shop's days
	wild      = []float64{10, 80, 35, 60, 5, 90, 20}                       // a campaign's
	decades   = []float64{3, 900, 40, 12, 15000, 250, 7, 2000}             // pages that go round by themselves
	growing   = []float64{1, 3, 10, 30, 90}                                // a start-up's dream
	percents  = []float64{1.7, 1.9, 1.6, 1.8, 1.75}                        // churn
	nearZero  = []float64{0.02, 0.031, 0.018, 0.025}                       // an error rate
	replies   = []float64{660, 720, 610, 555, 800}                         // 11:00 and so on
	incidents = []float64{0, 0, 1, 0, 0, 2, 0, 0}                          // mostly none
	none      = []float64{0, 0, 0, 0, 0}                                   // never one
	deals     = []float64{0, 12000, 0, 0, 8000, 0, 15000, 0}               // big ones, now and then
	counts    = []float64{12, 8, 15, 9, 20, 11}                            // tickets a day
	costs     = []float64{-4100, -3900, -4300, -4000}                      // written below zero
	balance   = []float64{-500, 300, 800, -200, 600, 1200, -900}           // on both sides
	growth    = []float64{2.1, 3.4, 1.2, 0.8, 2.6}                         // percent against last year
	slipped   = []float64{7000, 7100, 71000, 6900, 7050, 7200, 6950}       // one slip is in it already
	weekends  = []float64{5000, 5200, 4900, 5100, 5050, 210, 190, 5150}    // and what is rare is usual
	rounds    = []float64{100, 100, 100, 100}                              // the same every time
	pair      = []float64{41000, 42000}                                    // too few
	aFew      = []float64{41000, 42000, 40500}                             // just enough to see ten times
	spike     = []float64{10, 11, 12, 10, 13, 11, 12, 10, 11, 12, 14, 140} // once a year
)

func TestUsual_FindsADigitTooManyAndOneTooFew(t *testing.T) {
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
		{"nothing, where there always was much", steady, 0, true},

		{"a good day of a lively shop", lively, 20000, false},
		{"a bad one", lively, 1500, false},
		{"its usual day with a zero too many", lively, 73000, true},
		{"its usual day with a zero too few", lively, 520, true},
		{"a holiday", lively, 0, false},

		{"within a wild history", wild, 120, false},
		{"a zero too many in a wild history", wild, 600, true},
		{"a third of the least", wild, 1.7, false},
		{"as large as ever, over decades", decades, 20000, false},
		{"as small as ever, over decades", decades, 1, false},
		{"the next step of what grows threefold", growing, 270, false},

		{"a percentage as a fraction", percents, 0.0173, true},
		{"a percentage without its point", percents, 17, true},
		{"a tenth", percents, 0.17, true},
		{"a percentage as ever", percents, 2.2, false},
		{"ten times, close to zero", nearZero, 0.25, true},
		{"a tenth, close to zero", nearZero, 0.0022, true},
		{"as ever, close to zero", nearZero, 0.04, false},

		{"minutes as seconds", replies, 11, true},
		{"seconds as minutes", replies, 39600, true},
		{"a slow day", replies, 900, false},

		{"one more than none", incidents, 1, false},
		{"a bad week", incidents, 5, false},
		{"ten times the usual one", incidents, 20, true},
		{"none again", incidents, 0, false},
		{"the first ever", none, 1, false},
		{"a deal as ever", deals, 9000, false},
		{"a small deal, where none is usual", deals, 700, false},
		{"a deal with a zero too many", deals, 120000, true},
		{"a quiet day of small counts", counts, 3, false},
		{"a day without", counts, 0, false},
		{"a count typed twice", counts, 1212, true},

		{"costs as ever", costs, -4400, false},
		{"costs with a zero too many", costs, -41000, true},
		{"costs with a zero too few", costs, -410, true},
		{"costs that lost their minus", costs, 4100, true},
		{"around zero", balance, 20, false},
		{"a tenth on the other side", balance, -30, false},
		{"ten times, on either side", balance, -9000, true},
		{"growth that turns", growth, -0.5, false},
		{"growth with its point lost", growth, 34, true},

		{"a slip like the one before", slipped, 70000, true},
		{"as ever after a slip", slipped, 7300, false},
		{"another weekend", weekends, 200, false},
		{"a peak like last year's", spike, 150, true},

		{"the same every time, then a little more", rounds, 120, false},
		{"the same every time, then ten times", rounds, 1000, true},
		{"exactly a tenth", rounds, 10, true},
		{"too short a history", pair, 4.2e6, false},
		{"three are enough to see ten times", aFew, 410000, true},
		{"but no less", aFew, 80000, false},
		{"none at all", nil, 1, false},
	} {
		if got := UsualOf(c.history).Far(c.v); got != c.want {
			t.Errorf("%s: %v after %v is unusual: %v", c.name, c.v, c.history, got)
		}
	}
}

// Who types a value a day is not asked each day: of histories as they come each value
// is usual after those before it.
func TestUsual_IsQuietWhileNothingIsWrong(t *testing.T) {
	for name, history := range map[string][]float64{
		"lively": lively, "growing": growing, "percents": percents, "near zero": nearZero,
		"replies": replies, "incidents": incidents, "counts": counts, "costs": costs, "growth": growth,
	} {
		for i := range history {
			if v := history[i]; UsualOf(history[:i]).Far(v) {
				t.Errorf("%s: %v after %v is unusual", name, v, history[:i])
			}
		}
	}
}

func TestUsual_LeavesTheHistoryInItsOrder(t *testing.T) {
	h := []float64{-3, -1, -2, -4}
	UsualOf(h)
	if h[0] != -3 || h[1] != -1 {
		t.Errorf("history became %v", h)
	}
}

func TestUsual_OfASumOnlyTooMuchSaysAnything(t *testing.T) {
	u := UsualOf([]float64{41, 42, 40, 43})
	if !u.TooMuch(400) || u.TooMuch(4) || u.TooMuch(44) || (Usual{}).TooMuch(9) {
		t.Error("a part of a sum is unusual, or ten times the sum is not")
	}
	if !UsualOf(costs).TooMuch(-41000) || UsualOf(costs).TooMuch(-400) {
		t.Error("costs: a part of them is unusual, or ten times them is not")
	}
}

func TestUsual_OfAWholeSumATenthIsTooLittle(t *testing.T) {
	for _, c := range []struct {
		history []float64
		v       float64
		want    bool
	}{
		{steady, 4200, true},
		{steady, 8400, false}, // a day of five
		{lively, 520, true},
		{costs, -400, true},
		{costs, 400, false},
		{deals, 700, false},
		{counts, 0, false},
		{pair, 4, false},
	} {
		if got := UsualOf(c.history).TooLittle(c.v); got != c.want {
			t.Errorf("%v after %v is too little: %v", c.v, c.history, got)
		}
	}
}

func TestUsual_TellsMinutesFromSeconds(t *testing.T) {
	for _, c := range []struct {
		history []float64
		typed   float64
		want    bool
	}{
		{replies, 11, true},
		{replies, 30, true},   // half an hour is more likely than half a minute
		{replies, 90, false},  // neither: what is unusual says so
		{replies, 660, false}, // seconds indeed
		{replies, 0, false},
		{[]float64{660}, 12, true}, // one value shows it
		{[]float64{45, 50, 61, 38}, 40, false},
		{[]float64{45, 50, 61, 38}, 1, true},     // one minute
		{[]float64{5, 600, 90, 1800}, 11, false}, // seconds and minutes alike
		{[]float64{0, 0}, 11, false},
		{nil, 11, false},
	} {
		if got := UsualOf(c.history).MeansMinutes(c.typed); got != c.want {
			t.Errorf("%v after %v means minutes: %v", c.typed, c.history, got)
		}
	}
}

func TestUsual_SaysWhereTheMiddleHalfIs(t *testing.T) {
	for _, c := range []struct {
		name      string
		history   []float64
		low, high float64
	}{
		{"a steady one", steady, 41000, 42800},
		{"one slip does not move it", slipped, 6950, 7200},
		{"below zero", costs, -4100, -4000},
		{"the same every time", rounds, 100, 100},
		{"one value", []float64{7}, 7, 7},
		{"none", nil, 0, 0},
	} {
		if low, high := UsualOf(c.history).Middle(); low != c.low || high != c.high {
			t.Errorf("%s: %v to %v, want %v to %v", c.name, low, high, c.low, c.high)
		}
	}
}
