package sheet

import (
	"bytes"
	"math"
	"testing"
	"time"

	"kpiwall/data/finding"
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

func TestRead_ScalesWhatDoesNotSayItsSize(t *testing.T) {
	cfg := caseBoard(t, "us")
	cfg.KPI("ctr").Scale = 100
	for _, row := range []struct {
		name string
		file []byte
		want float64
	}{
		{"a share", []byte("date,ctr\n2026-11-24,0.82\n"), 82},
		{"a percent sign", []byte("date,ctr\n2026-11-24,81%\n"), 81},
		{"one with a space", []byte("date,ctr\n2026-11-24,81.5 %\n"), 81.5},
		{"one before it", []byte("date,ctr\n2026-11-24,%81\n"), 81},
		{"a cell", bookWith(t, []any{"date", "ctr"}, []any{"2026-11-24", 0.82}), 82},
		{"a cell that shows per cent", bookWith(t, []any{"date", "ctr"}, []any{"2026-11-24", formatted{0.82, "0%"}}), 82},
	} {
		for v, err := range Read("f", bytes.NewReader(row.file), cfg, Options{Locale: cfg.Locale, Words: vocabulary, Now: time.Date(2026, 11, 26, 17, 0, 0, 0, time.UTC)}) {
			if err == nil && v.Number != row.want || finding.Of(err) != nil && finding.Of(err)[0].Severity == finding.Problem {
				t.Errorf("%s: %v, %v; want %v", row.name, v.Number, err, row.want)
			}
		}
	}
}
