package sheet

import (
	"math"
	"testing"

	"kpiwall/data/kpi"
)

func TestParsePlain_ReadsWhatProgramsWrite(t *testing.T) {
	rows := []struct {
		text string
		want float64
		ok   bool
	}{
		{"96.90", 96.9, true},
		{"-3", -3, true},
		{"1.234", 1.234, true}, // not a thousand, though the board writes so
		{"1e3", 1000, true},
		{"1.5E-3", 0.0015, true},
		{"0.30000000000000004", 0.30000000000000004, true}, // 17 digits that a float64 keeps
		{"0.30000000000000001", 0, false},                  // and 17 that it would change
		{"123456789012345678", 0, false},
		{"100000000000000000000", 1e20, true},
		{"0.10000000000000000000", 0.1, true},
		{"1e999", 0, false},
		{"1e301", 0, false},
	}
	for _, row := range rows {
		v, err := parsePlain(row.text)
		if (err == nil) != row.ok || (row.ok && v != row.want) {
			t.Errorf("%q is %v (%v), want %v", row.text, v, err, row.want)
		}
	}
}

func TestIsPlain_LeavesTheRestToTheLocale(t *testing.T) {
	for _, s := range []string{"", "-", ".5", "5.", "1,5", "+3", "1.2.3", "1e", "e5", "1e5.0", "12k", "45%", "4:30", "--3", "0x10", "1_000", "inf", "٣"} {
		if isPlain(s) {
			t.Errorf("%q counts as a plain number", s)
		}
	}
}

func TestParseTyped_JudgedKPIsTakeAVerdict(t *testing.T) {
	k := &kpi.KPI{ID: "mood", Judged: true}
	for text, want := range map[string]float64{"good": kpi.Good, "Gut": kpi.Good, "beobachten": kpi.Watch, "SCHLECHT": kpi.Bad, "Watch": kpi.Watch, " bad ": kpi.Bad, "-1": kpi.Bad, "−1": kpi.Bad, "0": kpi.Watch} {
		if got, err := ParseTyped(k, kpi.Locale{}, vocabulary, text); err != nil || got.Number != want || got.Add {
			t.Errorf("%q is %+v (%v), want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "2", "fine", "0.5", "+1"} {
		if got, err := ParseTyped(k, kpi.Locale{}, vocabulary, text); err == nil {
			t.Errorf("%q is %+v, want an error", text, got)
		}
	}
}

func FuzzFormatNumber(f *testing.F) {
	f.Add(0.1)
	f.Add(1e300)
	f.Add(-5e-324)
	f.Fuzz(func(t *testing.T, v float64) {
		if math.IsNaN(v) || math.Abs(v) > 1e300 {
			t.Skip()
		}
		s := FormatNumber(v)
		if got, err := parsePlain(s); !isPlain(s) || err != nil || got != v {
			t.Errorf("%v is written %q and read back %v (%v)", v, s, got, err)
		}
	})
}
