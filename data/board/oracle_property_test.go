package board

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// contradictions names what a reading says that cannot be true together: digits on
// the other side of a bound than its verdict, a part that is stricter than the
// whole, or a change that says that all is gone where something is left.
func contradictions(o oracle, want expected, got *Reading) []string {
	if !got.Has || !want.has || o.k.Judged {
		return nil
	}
	var wrong []string
	read, decimals, ok := typed(o.locale, got.Format, got.Text)
	if !ok {
		return []string{fmt.Sprintf("%q cannot be read back", got.Text)}
	}
	if by := nearest(exact(got.Number), decimals); read.Cmp(by) != 0 {
		wrong = append(wrong, fmt.Sprintf("%q is written of %v", got.Text, got.Number))
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
			wrong = append(wrong, fmt.Sprintf("%q is on the other side of %v than %v", got.Text, text8(bound), got.Number))
		}
	}
	if r := got.Running; r.ByNow.HasMin && got.Target.Min > 0 && r.ByNow.Min > got.Target.Min {
		wrong = append(wrong, fmt.Sprintf("the part %v is stricter than the whole %v", r.ByNow.Min, got.Target.Min))
	}
	if strings.HasPrefix(got.ChangeText, "−100%") && read.Sign() != 0 {
		wrong = append(wrong, fmt.Sprintf("%v is a change of %s", got.Number, got.ChangeText))
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
			if p.Verdict != w.Verdict || p.Final != w.Final || p.Text != w.Text || p.TargetText != w.TargetText || p.ChangeText != w.ChangeText {
				t.Errorf("seed %d at %v: %s paced is %v %q %q %q, the whole is %v %q %q %q", seed, now, k.ID,
					p.Verdict, p.Text, p.TargetText, p.ChangeText, w.Verdict, w.Text, w.TargetText, w.ChangeText)
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
