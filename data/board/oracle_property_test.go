package board

import (
	"fmt"
	"math/big"
	"slices"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// contradictions names what a reading says that cannot be true together: digits on
// the other side of a bound than its verdict, or a part that is stricter than the
// whole.
func contradictions(o oracle, want expected, got *Reading) []string {
	if !got.Has || !want.has || o.k.Judged {
		return nil
	}
	var wrong []string
	text := got.Format.Text(o.locale, got.Number)
	read, decimals, ok := typed(o.locale, got.Format, text)
	if !ok {
		return []string{fmt.Sprintf("%q cannot be read back", text)}
	}
	if by := nearest(exact(got.Number), decimals); read.Cmp(by) != 0 {
		wrong = append(wrong, fmt.Sprintf("%q is written of %v", text, got.Number))
	}
	for _, bound := range []*big.Rat{want.judgedBy.min, want.judgedBy.max} {
		if bound == nil {
			continue
		}
		inside := []int{0, 1}
		if bound == want.judgedBy.max {
			inside = []int{-1, 0}
		}
		if slices.Contains(inside, read.Cmp(bound)) != slices.Contains(inside, exact(got.Number).Cmp(bound)) {
			wrong = append(wrong, fmt.Sprintf("%q is on the other side of %v than %v", text, text8(bound), got.Number))
		}
	}
	if r := got.Running; r.ByNow.HasMin && got.Target.Min > 0 && r.ByNow.Min > got.Target.Min {
		wrong = append(wrong, fmt.Sprintf("the part %v is stricter than the whole %v", r.ByNow.Min, got.Target.Min))
	}
	return wrong
}

func TestBuild_PacesAPeriodThatIsOverByTheWhole(t *testing.T) {
	seen := 0
	for seed := range uint64(150) {
		d := throw(seed)
		unpaced := *d.cfg
		unpaced.KPIs = slices.Clone(d.cfg.KPIs)
		for i := range unpaced.KPIs {
			unpaced.KPIs[i].Running = kpi.Whole
		}
		for _, now := range d.moments(6) {
			k := &d.cfg.KPIs[d.IntN(len(d.cfg.KPIs))]
			now = d.of(k.Every, now).from
			src := rowsOf(d.deeds, now)
			p, w := reading(t, d.cfg, src, k.ID, now), reading(t, &unpaced, src, k.ID, now)
			if k.Running != kpi.Pace || !p.Has || d.End(p.Period).After(now) {
				continue
			}
			seen++
			if p.Verdict != w.Verdict || p.Final != w.Final || p.Number != w.Number || p.Format != w.Format || p.Target != w.Target || p.Change != w.Change {
				t.Errorf("seed %d at %v: %s paced is %v %v %v %+v, the whole is %v %v %v %+v", seed, now, k.ID,
					p.Verdict, p.Number, p.Target, p.Change, w.Verdict, w.Number, w.Target, w.Change)
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d periods were over and paced", seen)
	}
}

func reading(t *testing.T, cfg *config.Config, src Source, id string, now time.Time) *Reading {
	t.Helper()
	b, err := Build(t.Context(), cfg, src, now)
	if err != nil {
		t.Fatal(err)
	}
	return b.Readings[id]
}
