package board

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"kpiwall/data/kpi"
)

// differences names what got says otherwise than want. One thing it passes over:
// whether a judged KPI is overdue whose newest number is no verdict, which the
// program takes for one that never had a value.
func differences(o oracle, want expected, got *Reading) []string {
	var wrong []string
	differ := func(what string, got, want any) {
		if fmt.Sprint(got) != fmt.Sprint(want) {
			wrong = append(wrong, fmt.Sprintf("%s is %v, want %v", what, got, want))
		}
	}
	differ("has", got.Has, want.has)
	differ("status", got.Status, want.status)
	differ("due", got.Fresh.Due, want.due)
	differ("goal", got.Goal.State, want.state)
	if !got.Has || !want.has {
		return wrong
	}
	differ("overdue", got.Fresh.Overdue, want.overdue)
	differ("period", o.Start(got.Period).UTC(), want.window.from.UTC())
	differ("number", exact(got.Number).FloatString(8), want.number.FloatString(8))
	differ("verdict", got.Verdict, want.verdict)
	if want.verdict != kpi.NoTarget {
		differ("final", got.Final, want.final)
		differ("running", got.Running.On, want.running)
		differ("min by now", optional(got.Running.ByNow.HasMin, got.Running.ByNow.Min), text8(want.byMin))
		differ("max by now", optional(got.Running.ByNow.HasMax, got.Running.ByNow.Max), text8(want.byMax))
		if until := got.Running.Until; !until.IsZero() && !slices.Contains(want.untils, dayOf(until)) || until.IsZero() != (len(want.untils) == 0) {
			wrong = append(wrong, fmt.Sprintf("until is %v, want one of %v", until, want.untils))
		}
	}
	if !o.k.Judged {
		differ("change known", got.Change.Known, want.change != nil)
		if got.Change.Known && want.change != nil && !o.changeIs(want, got.Change.Amount) {
			differ("change", got.Change.Amount, text8(want.change))
		}
	}
	return append(wrong, historyDiffers(o, want, got)...)
}

// changeIs reports whether amount is the change that is wanted. It is that of the
// digits as they are displayed, so that each of the two may be half a step off.
func (o oracle) changeIs(want expected, amount float64) bool {
	f := o.k.Format
	step := unit(min(shown(f, want.number), shown(f, less(want.number, want.change))))
	return size(less(exact(amount), want.change)).Cmp(step) <= 0
}

// historyDiffers compares the periods before.
func historyDiffers(o oracle, want expected, got *Reading) []string {
	var wrong []string
	w := want.window
	for i := len(got.History) - 2; i >= max(0, len(got.History)-6); i-- {
		w = o.before(o.k.Every, w)
		point, e := got.History[i], o.period(w)
		if point.Has != e.has || point.Status != e.verdict || e.has && exact(point.Number).Cmp(e.number) != 0 ||
			!o.Start(point.Period).Equal(w.from) {
			wrong = append(wrong, fmt.Sprintf("history of %v is %v %v %v, want %v %v %v", w.from.In(o.Zone),
				point.Has, point.Number, point.Status, e.has, text8(e.number), e.verdict))
		}
	}
	return wrong
}

func text8(r *big.Rat) string {
	if r == nil {
		return "none"
	}
	return r.FloatString(8)
}

func optional(has bool, v float64) string {
	if !has {
		return "none"
	}
	return exact(v).FloatString(8)
}

// describe writes all that somebody needs who looks into a difference.
func (o oracle) describe(b *Board) string {
	var s strings.Builder
	k := *o.k
	fmt.Fprintf(&s, "  now %v, board %v, as of %v\n  week %v year %v workdays %b\n", o.now.In(o.Zone), b.Now.In(o.Zone), b.AsOf, o.WeekStarts, o.YearStarts, o.Workdays)
	fmt.Fprintf(&s, "  every %v %v running %v ends %v stale %v daily %v judged %v\n  format %+v tolerance %+v\n  targets %+v goal %+v\n",
		k.Every, k.Combine, k.Running, k.DayEnds, k.StaleAfter, k.DueDaily, k.Judged, k.Format, k.Tolerance, k.Targets, k.Goal)
	r := b.Readings[k.ID]
	fmt.Fprintf(&s, "  reads %v %v, target %v, running %+v, period %v\n", r.Number, r.Verdict, r.Target, r.Running, r.Period.First)
	for _, v := range o.rows {
		fmt.Fprintf(&s, "    #%d %v %v since %v recorded %v heard %v\n", v.ID, v.At, v.Number, v.Since.In(o.Zone).Format(time.DateTime), v.Recorded.In(o.Zone).Format(time.DateTime), v.LastConfirmed.In(o.Zone).Format(time.DateTime))
	}
	return s.String()
}
