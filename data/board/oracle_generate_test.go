package board

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// dice makes boards, what people and programs do with them, and moments to look.
type dice struct {
	*rand.Rand
	*almanac
	always     *almanac // of an office that never closes
	cfg        *config.Config
	from, days day // all happens in so many days from that one
	deeds      []deed
}

func one[T any](d *dice, of ...T) T { return of[d.IntN(len(of))] }

func (d *dice) chance(percent int) bool { return d.IntN(100) < percent }

// zones are west and east of UTC; each with a day on which its clocks are set.
var zones = []struct {
	name string
	day  string
}{
	{"UTC", "2024-02-28"},
	{"Europe/Berlin", "2026-10-25"},
	{"America/New_York", "2025-03-09"},
	{"America/Los_Angeles", "2025-11-02"},
	{"Australia/Lord_Howe", "2026-04-05"},
	{"Australia/Lord_Howe", "2025-10-05"},
	{"America/Sao_Paulo", "2018-11-04"},
	{"America/Sao_Paulo", "2018-02-18"},
	{"Asia/Kathmandu", "2025-12-31"},
	{"Pacific/Kiritimati", "2026-06-30"},
	{"Pacific/Pago_Pago", "2027-01-03"},
}

// spans are how many days are played through, with what is measured in them.
var spans = []struct {
	days   day
	rhythm []kpi.Cadence
}{
	{4, []kpi.Cadence{kpi.Hour, kpi.Day}},
	{40, []kpi.Cadence{kpi.Day, kpi.Week, kpi.Month}},
	{110, []kpi.Cadence{kpi.Week, kpi.Month, kpi.Quarter}},
	{420, []kpi.Cadence{kpi.Month, kpi.Quarter, kpi.Year}},
}

// throw makes the board of a seed.
func throw(seed uint64) *dice {
	d := &dice{Rand: rand.New(rand.NewPCG(seed, 1))}
	in := one(d, zones...)
	zone, err := time.LoadLocation(in.name)
	if err != nil {
		panic(err)
	}
	l, err := kpi.ParseLocale(one(d, "en-US", "de-DE"))
	if err != nil {
		panic(err)
	}
	d.cfg = &config.Config{
		Calendar: kpi.Calendar{
			Zone: zone, WeekStarts: one(d, time.Monday, time.Sunday, time.Saturday),
			YearStarts: one(d, time.January, time.January, time.April, time.July, time.October),
			Workdays: one(d, kpi.Weekdays(0),
				kpi.NewWeekdays(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday),
				kpi.NewWeekdays(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday),
				kpi.NewWeekdays(time.Sunday, time.Monday, time.Tuesday, time.Wednesday, time.Thursday),
				kpi.NewWeekdays(time.Tuesday, time.Friday)),
		},
		Locale: l, Refresh: time.Minute,
	}
	span := one(d, spans...)
	special, err := kpi.ParseDate(in.day)
	if err != nil {
		panic(err)
	}
	d.days = span.days
	d.from = dayOf(special) - day(d.IntN(int(span.days)))
	d.close()
	for i := range 2 {
		d.addKPI(fmt.Sprintf("k%d", i), one(d, span.rhythm...))
	}
	slices.SortStableFunc(d.deeds, func(a, b deed) int { return a.when.Compare(b.when) })
	return d
}

// close closes the office on some days: none, single ones, and a week and more.
func (d *dice) close() {
	closed := map[day]bool{}
	for range one(d, 0, 0, 2, 8) {
		first := d.from + day(d.IntN(int(d.days)+20)-10)
		for i := range day(one(d, 1, 1, 2, 5, 11)) {
			closed[first+i] = true
		}
	}
	var dates []kpi.Date
	for c := range closed {
		dates = append(dates, c.date())
	}
	d.cfg.Calendar = d.cfg.Calendar.WithClosed(dates)
	d.almanac = newAlmanac(d.cfg.Calendar, closed)
	d.always = d.everyDay()
}

func (d *dice) addKPI(id string, every kpi.Cadence) {
	k := kpi.KPI{
		ID: id, Name: id, Every: every,
		Combine:        one(d, kpi.Sum, kpi.Sum, kpi.Sum, kpi.Last, kpi.Mean, kpi.Min, kpi.Max),
		DayEnds:        time.Duration(one(d, 17*60, 17*60, 9*60, 18*60+30, 23*60+59, 24*60, 30)) * time.Minute,
		ChangeByAmount: d.chance(20),
		DueDaily:       every > kpi.Day && d.chance(20),
		EveryDay:       d.chance(15),
		StaleAfter:     one(d, 0, 0, 0, 12*time.Hour, 3*24*time.Hour, 40*24*time.Hour),
		Format: one(d, kpi.Format{Decimals: d.IntN(4)}, kpi.Format{Decimals: d.IntN(2), Prefix: "$"},
			kpi.Format{Style: kpi.Percent, Decimals: d.IntN(3)}, kpi.Format{Style: kpi.Compact, Decimals: d.IntN(3)},
			kpi.Format{Style: kpi.Duration, Decimals: d.IntN(2)}, kpi.Format{Decimals: 1, Suffix: " °C"}),
	}
	if k.Combine == kpi.Sum {
		rules := []kpi.Rule{kpi.Open, kpi.Whole, kpi.Pace, kpi.Pace, kpi.Pace}
		if every < kpi.Week {
			rules = []kpi.Rule{kpi.Open, kpi.Open, kpi.Whole}
		}
		k.Running = one(d, rules...)
	}
	scale := math.Pow(10, float64(d.IntN(6)))
	if k.Judged = k.Combine == kpi.Last && d.chance(25); !k.Judged {
		d.aim(&k, scale)
	}
	if !k.HasTarget() && k.Format.Style == kpi.Compact {
		k.Format.Significant = kpi.ThreeDigits
	}
	d.cfg.KPIs = append(d.cfg.KPIs, k)
	d.live(&k, scale)
}

// aim gives k its targets.
func (d *dice) aim(k *kpi.KPI, scale float64) {
	margin := func() kpi.Margin {
		return one(d, kpi.Margin{}, kpi.Margin{Amount: one(d, 0.05, 0.1, 0.025), Share: true}, kpi.Margin{Amount: d.number(scale / 10)})
	}
	k.Tolerance = kpi.Tolerance{Below: margin(), Above: margin()}
	if m := &k.Tolerance; m.Below.Amount < 0 || m.Above.Amount < 0 {
		m.Below.Amount, m.Above.Amount = math.Abs(m.Below.Amount), math.Abs(m.Above.Amount)
	}
	switch {
	case d.chance(10):
	case k.Every > kpi.Hour && d.chance(30):
		k.Goal = d.goal(scale)
	case d.chance(70):
		k.Targets = kpi.Plan{{Target: d.target(scale)}}
	default:
		if d.chance(50) {
			k.Targets = kpi.Plan{{Target: d.target(scale)}}
		}
		from := d.from - 10
		for range 1 + d.IntN(4) {
			from += 1 + day(d.IntN(int(d.days)))
			k.Targets = append(k.Targets, kpi.DatedTarget{From: from.date(), Target: d.target(scale)})
		}
	}
}

// goal makes a way up or down within the days of the board, often with a path.
func (d *dice) goal(scale float64) *kpi.Goal {
	start := d.from + day(d.IntN(int(d.days)))/2
	by := start + 2 + day(d.IntN(int(d.days)))/2
	g := &kpi.Goal{From: d.number(scale), To: d.number(scale), Start: start.date(), By: by.date()}
	for g.To == g.From {
		g.To++
	}
	for on := start; d.chance(40); {
		if on += 1 + day(d.IntN(int(by-start))); on >= by {
			break
		}
		g.Path = append(g.Path, kpi.Waypoint{On: on.date(), Value: d.number(scale)})
	}
	return g
}

func (d *dice) target(scale float64) kpi.Target {
	low := d.number(scale)
	switch d.IntN(5) {
	case 0, 1:
		return kpi.Target{Min: low, HasMin: true}
	case 2, 3:
		return kpi.Target{Max: low, HasMax: true}
	}
	high := d.number(scale)
	return kpi.Target{Min: min(low, high), Max: max(low, high), HasMin: true, HasMax: true}
}

// number makes a number of about the given size with up to five decimals, as
// somebody would write it.
func (d *dice) number(scale float64) float64 {
	if d.chance(5) {
		return 0
	}
	n := scale * (0.5 + d.Float64())
	if d.chance(15) {
		n = -n
	}
	digits := math.Pow(10, float64(one(d, 0, 0, 0, 1, 1, 2, 3, 5)))
	return math.Round(n*digits) / digits
}
