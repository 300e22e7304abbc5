package sheet

import (
	"testing"

	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// What somebody copies from the wall is read as what stands there: "12k km" is no
// 12 km, though "12 km" is.
func TestParse_TakesWhatTheWallWrites(t *testing.T) {
	for _, tag := range []string{"en-US", "de-DE", "fr-FR", "en-IN", "de-CH"} {
		locale := words.In(tag).Locale()
		for _, f := range []kpi.Format{
			{Suffix: " km", Style: kpi.Compact, Decimals: 1},
			{Suffix: " kWh", Style: kpi.Compact},
			{Suffix: " m"},
			{Suffix: " €", Style: kpi.Compact, Decimals: 2},
			{Prefix: "$", Style: kpi.Compact},
			{Suffix: " Mio. €", Decimals: 1},
			{Style: kpi.Percent, Decimals: 1},
			{Suffix: " %"},
			{Prefix: "CHF "},
			{Suffix: " t CO2"},
			{Suffix: "/5", Decimals: 1},
			{Style: kpi.Duration},
		} {
			k := &kpi.KPI{ID: "a", Every: kpi.Day, Format: f}
			for _, v := range []float64{12000, 1234567, 0.5, -12345.6, 3, 2.5e9, 100} {
				text := f.Text(locale, v)
				want, err := kpi.ParseValue(f, locale, text)
				if err != nil {
					t.Fatal(err)
				}
				r, e := &reader{o: Options{Locale: locale}}, &evidence{}
				e.add(k, cellAt{text, 1, 1})
				if p := e.decide(unknown, unknown, locale, '\t'); p != nil {
					t.Errorf("%s: %q: %v", tag, text, p.err)
				}
				if got, err := r.parse(k, text, e.decided); err != nil || got != want.Number {
					t.Errorf("%s: %q is %v (%v), want %v", tag, text, got, err, want.Number)
				}
			}
		}
	}
}
