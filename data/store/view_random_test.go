package store

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// Whatever mix of days and seconds a store holds and wherever its wall hangs,
// the quick ways must find what reading everything finds.
func TestView_FindsWhatReadingEverythingFinds(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for round := range 40 {
		s := newStore(t)
		offset := time.Duration(rnd.IntN(27)-12) * time.Hour
		spans := dayBounds(12, offset)
		if round%2 == 1 {
			spans = append(slices.Clone(spans[:3]), merge(spans[3:7]), merge(spans[7:]))
		}
		all := scatter(t, s, rnd)
		want := make([][]string, len(spans))
		for i, b := range spans {
			want[i] = []string{}
			for _, at := range all {
				if within(b, at) {
					want[i] = append(want[i], at)
				}
			}
		}
		name := fmt.Sprintf("round %d, offset %s, %d rows", round, offset, len(all))
		compareSeries(t, s, name, spans, want, offset)
		compareNewest(t, s, name, spans, all)
	}
}

// merge makes one period of several.
func merge(spans []kpi.Bounds) kpi.Bounds {
	first, last := spans[0], spans[len(spans)-1]
	return kpi.Bounds{FirstDay: first.FirstDay, First: first.First, EndDay: last.EndDay, End: last.End}
}

// scatter puts values at random, dense here and sparse there, and returns their
// moments in order.
func scatter(t *testing.T, s *Store, rnd *rand.Rand) []string {
	t.Helper()
	at := map[string]bool{}
	for range rnd.IntN(12) {
		at[benchEnd.AddDate(0, 0, -rnd.IntN(14)).Format(dayLayout)] = true
	}
	for range rnd.IntN(3) {
		burst := benchEnd.Add(-time.Duration(rnd.IntN(14*24)) * time.Hour)
		for range rnd.IntN(120) {
			at[kpi.AtInstant(burst.Add(time.Duration(rnd.IntN(40*60))*time.Minute)).String()] = true
		}
	}
	var values []Value
	for text := range at {
		values = append(values, value(t, "mixed", text, 1))
	}
	if _, err := s.Put(t.Context(), values...); err != nil {
		t.Fatal(err)
	}
	texts := []string{}
	for text := range at {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	return texts
}

func compareSeries(t *testing.T, s *Store, name string, spans []kpi.Bounds, want [][]string, offset time.Duration) {
	t.Helper()
	view(t, s, func(v *View) error {
		every, err := v.Series(t.Context(), "mixed", spans, Pick{})
		if err != nil {
			return err
		}
		c := kpi.Calendar{Zone: time.FixedZone("", int(offset.Seconds()))}
		last, err := v.Series(t.Context(), "mixed", spans, Pick{Last: &c})
		for i := range spans {
			if got := moments(every[i]); !reflect.DeepEqual(got, want[i]) {
				t.Errorf("%s: span %v holds %v, want %v", name, spans[i], got, want[i])
			}
			var stands []kpi.Value
			if len(every[i]) > 0 {
				stands = append(stands, slices.MaxFunc(every[i], c.CompareEffective))
			}
			if !slices.Equal(last[i], stands) {
				t.Fatalf("%s: of span %v stands %v, want %v", name, spans[i], moments(last[i]), moments(stands))
			}
		}
		return err
	})
}

// compareNewest asks for the newest value before each span's end.
func compareNewest(t *testing.T, s *Store, name string, spans []kpi.Bounds, all []string) {
	t.Helper()
	for _, b := range spans {
		want, day := "", ""
		for _, at := range all {
			if within(kpi.Bounds{EndDay: b.EndDay, End: b.End}, at) {
				want = at
				if isDay(at) {
					day = at
				}
			}
		}
		var expected []string
		if want != "" {
			expected = []string{want}
		}
		if day != want && day != "" && want[:10] == day {
			expected = []string{day, want}
		}
		view(t, s, func(v *View) error {
			got, err := v.Newest(t.Context(), "mixed", b, nil)
			if !slices.Equal(moments(got), expected) {
				t.Errorf("%s: newest before %v is %v, want %v", name, b, moments(got), expected)
			}
			return err
		})
	}
}
