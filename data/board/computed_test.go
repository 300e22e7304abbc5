package board

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/formula"
	"kpiwall/data/kpi"
)

// computedAs returns a KPI with a formula.
func computedAs(t testing.TB, id string, every kpi.Cadence, text string) kpi.KPI {
	t.Helper()
	f, err := formula.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return kpi.KPI{ID: id, Every: every, Formula: f, Format: kpi.Format{Decimals: 2}}
}

// measure is what a formula is made of: a sum of months, unless it is changed.
func measure(id string, every kpi.Cadence, combine kpi.Combine) kpi.KPI {
	return kpi.KPI{ID: id, Name: id, Every: every, Combine: combine, Measure: true, DayEnds: 17 * time.Hour}
}

// formulaBoard is a board of KPIs and measures.
func formulaBoard(t testing.TB, measures []kpi.KPI, kpis ...kpi.KPI) *config.Config {
	cfg := testConfig(t, kpis...)
	cfg.Measures = measures
	return cfg
}

func readingsOf(t testing.TB, cfg *config.Config, src Source, now string) map[string]*Reading {
	t.Helper()
	b, err := Build(t.Context(), cfg, src, timeOf(t, now))
	if err != nil {
		t.Fatal(err)
	}
	return b.Readings
}

// shows writes what a reading shows: number, period, status and what it waits for.
func shows(cfg *config.Config, r *Reading) string {
	text := r.Status.String()
	if r.Has {
		text = fmt.Sprint(r.Number, " of ", cfg.Calendar.ID(r.Period), ", ", r.Status)
	}
	for _, w := range r.Computed.Waits {
		text += fmt.Sprint("; ", w.Reason, " ", cfg.Calendar.ID(w.Period))
		if w.KPI != nil {
			text += " " + w.KPI.ID
		}
	}
	return text
}

func TestBuild_CombinesFinerInputsByTheirRowsOwnDates(t *testing.T) {
	cfg := formulaBoard(t,
		[]kpi.KPI{measure("spend", kpi.Week, kpi.Sum), measure("stock", kpi.Day, kpi.Last), measure("load", kpi.Hour, kpi.Max), measure("team", kpi.Month, kpi.Last)},
		computedAs(t, "spent", kpi.Month, "spend"), computedAs(t, "in_stock", kpi.Month, "stock"),
		computedAs(t, "peak", kpi.Day, "load"), computedAs(t, "each", kpi.Quarter, "spend / team"))
	src := &fake{}
	src.put("spend", "2026-09-30", 10) // a Wednesday, of the same week as
	src.put("spend", "2026-10-01", 20) // this Thursday
	src.put("spend", "2026-10-30", 5)
	src.put("stock", "2026-10-02", 7)
	src.put("stock", "2026-10-30", 9)
	src.put("load", "2026-10-30", 99) // does not say which hour
	src.put("load", "2026-10-30T09:00:00Z", 3)
	src.put("load", "2026-10-30T17:00:00Z", 8)
	src.put("load", "2026-10-30T18:00:00Z", 2)
	src.put("team", "2026-09-30", 5)
	src.put("team", "2026-10-31", 4)
	got := readingsOf(t, cfg, src, "2026-11-21 12:00")
	for id, want := range map[string]string{
		"spent": "25 of 2026-10, no target", "in_stock": "9 of 2026-10, no target", "peak": "8 of 2026-10-30, overdue",
		"each": "2 of 2026-Q3, no target; 1 2026-Q4 spend", // the quarter still runs
	} {
		if text := shows(cfg, got[id]); text != want {
			t.Errorf("%s shows %s, want %s", id, text, want)
		}
	}
	if n := got["spent"].History[34]; !n.Has || n.Number != 10 {
		t.Errorf("September is %+v, want 10", n)
	}
}

func TestBuild_ShowsTheLastWholePeriodAndWhatTheNextWaitsFor(t *testing.T) {
	k := computedAs(t, "cac", kpi.Month, "spend / customers")
	k.Targets, k.Tolerance = kpi.Plan{{Target: kpi.Target{Max: 3000, HasMax: true}}}, kpi.Tolerance{Above: kpi.Margin{Amount: 0.1, Share: true}}
	cfg := formulaBoard(t, []kpi.KPI{measure("spend", kpi.Month, kpi.Sum), measure("customers", kpi.Month, kpi.Sum)}, k)
	src := &fake{}
	check := func(now, want string) *Reading {
		t.Helper()
		r := readingsOf(t, cfg, src, now)["cac"]
		if text := shows(cfg, r); text != want {
			t.Errorf("on %s it shows %s, want %s", now, text, want)
		}
		if r.Fresh.Due {
			t.Errorf("on %s somebody is asked for a value of it", now)
		}
		return r
	}
	check("2026-10-15 12:00", "waiting; 2 2026-10 spend; 2 2026-10 customers")
	src.put("spend", "2026-09-30", 48000)
	check("2026-10-15 12:00", "waiting; 2 2026-09 customers")
	src.put("customers", "2026-09-30", 0)
	check("2026-10-15 12:00", "waiting; 3 2026-09 customers")
	src.put("customers", "2026-09-29", 15)
	check("2026-10-15 12:00", "3200 of 2026-09, near")
	src.put("spend", "2026-10-14", 9000)
	check("2026-10-15 12:00", "3200 of 2026-09, near; 1 2026-10 spend; 2 2026-10 customers")
	src.put("customers", "2026-10-30", 4)
	check("2026-10-31 23:00", "3200 of 2026-09, near; 1 2026-10 spend; 1 2026-10 customers")
	r := check("2026-11-01 12:00", "2250 of 2026-10, on target")
	if !r.Change.Known || r.Change.Amount != -950 || r.Change.Trend != kpi.Better {
		t.Errorf("the change is %+v", r.Change)
	}
	if len(r.Computed.Inputs) != 2 || r.Computed.Inputs[0].Number != 9000 || r.Computed.Term.Sign != "/" {
		t.Errorf("it was made from %+v by %+v", r.Computed.Inputs, r.Computed.Term)
	}
	check("2026-12-31 12:00", "2250 of 2026-10, overdue")
	src.put("spend", "2026-11-05", 100)
	check("2026-12-31 12:00", "2250 of 2026-10, overdue; 2 2026-11 customers")
}

func TestBuild_HasAWholeHistoryThroughSeveralFormulas(t *testing.T) {
	cfg := formulaBoard(t, []kpi.KPI{measure("a", kpi.Month, kpi.Last), measure("b", kpi.Month, kpi.Last)},
		computedAs(t, "year", kpi.Month, "mean(half, 12)"), computedAs(t, "half", kpi.Month, "mean(both, 6)"),
		computedAs(t, "both", kpi.Month, "a - b"))
	src := &fake{}
	month := kpi.Period{Every: kpi.Month, First: kpi.Date{Year: 2019, Month: 1, Day: 1}}
	for i := range 94 {
		at := cfg.Calendar.LastDay(cfg.Calendar.Add(month, i)).String() // up to October 2026
		src.put("a", at, 5)
		if i < 84 { // up to December 2025
			src.put("b", at, 2)
		}
	}
	for id, r := range readingsOf(t, cfg, src, "2026-11-21 12:00") {
		if r.KPI.Measure {
			continue
		}
		if len(r.History) != 36 || !r.History[0].Has || r.History[0].Number != 3 || cfg.Calendar.ID(r.Period) != "2025-12" {
			t.Errorf("%s has %d periods, the oldest of them %+v, the newest %s", id, len(r.History), r.History[0], cfg.Calendar.ID(r.Period))
		}
		if want := "3 of 2025-12, overdue; 2 2026-10 b"; !strings.HasPrefix(shows(cfg, r), want) {
			t.Errorf("%s shows %s, want %s", id, shows(cfg, r), want)
		}
	}
}

func TestBuild_EntersMeasuresAndNoComputedKPI(t *testing.T) {
	cfg := formulaBoard(t, []kpi.KPI{measure("spend", kpi.Month, kpi.Sum)}, computedAs(t, "twice", kpi.Month, "spend * 2"), kpi.KPI{ID: "mrr", Every: kpi.Month})
	b, err := Build(t.Context(), cfg, &fake{}, timeOf(t, "2026-11-21 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	var due []string
	for _, r := range b.Due() {
		due = append(due, r.KPI.ID)
	}
	if got := strings.Join(due, " "); got != "mrr spend" {
		t.Errorf("due are %q", got)
	}
}

func TestBuild_IgnoresWhatIsRecordedOfAComputedKPI(t *testing.T) {
	cfg := formulaBoard(t, []kpi.KPI{measure("spend", kpi.Month, kpi.Last)}, computedAs(t, "twice", kpi.Month, "spend * 2"))
	src := &fake{}
	src.put("twice", "2026-11-20", 7)
	src.put("spend", "2026-10-31", 3)
	if got := shows(cfg, readingsOf(t, cfg, src, "2026-11-21 12:00")["twice"]); got != "6 of 2026-10, no target" {
		t.Error(got)
	}
}

func TestBuildAsOf_ComputesFromWhatWasKnownThen(t *testing.T) {
	cfg := formulaBoard(t, []kpi.KPI{measure("spend", kpi.Month, kpi.Last)}, computedAs(t, "twice", kpi.Month, "spend * 2"))
	src := &fake{}
	src.put("spend", "2026-09-30", 3)
	src.put("spend", "2026-10-31", 4)
	b, err := BuildAsOf(t.Context(), cfg, src, kpi.Date{Year: 2026, Month: 10, Day: 10}, timeOf(t, "2026-11-21 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	if got := shows(cfg, b.Readings["twice"]); got != "6 of 2026-09, no target" {
		t.Error(got)
	}
}

func TestReading_DiffersWhereItWaitsForSomethingElse(t *testing.T) {
	cfg := formulaBoard(t, []kpi.KPI{measure("a", kpi.Month, kpi.Last), measure("b", kpi.Month, kpi.Last)}, computedAs(t, "k", kpi.Month, "a + b"))
	src := &fake{}
	first := readingsOf(t, cfg, src, "2026-11-21 12:00")["k"]
	if again := readingsOf(t, cfg, src, "2026-11-21 12:00")["k"]; !first.Equal(again) {
		t.Error("the same twice differs")
	}
	src.put("a", "2026-11-20", 3)
	if later := readingsOf(t, cfg, src, "2026-11-21 12:00")["k"]; first.Equal(later) {
		t.Error("a has come, and the tile is not drawn again")
	}
}

// BenchmarkBuild_Formulas is a refresh of 12 tiles, each computed from three inputs
// of 36 periods, beside one of the inputs alone.
func BenchmarkBuild_Formulas(b *testing.B) {
	s := openStore(b)
	const kpis = 50
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	fill(b, s, kpis, 1_000_000/kpis, now)
	for _, computed := range []bool{false, true} {
		b.Run(fmt.Sprint("computed=", computed), func(b *testing.B) {
			cfg := testConfig(b)
			for i := range 12 {
				for n := range 3 {
					cfg.Measures = append(cfg.Measures, measure(fmt.Sprintf("k%d", 3*i+n), kpi.Day, kpi.Last))
				}
				if computed {
					k := computedAs(b, fmt.Sprintf("c%d", i), kpi.Day, fmt.Sprintf("(k%d + prev(k%d)) / max(k%d, 1) * 100", 3*i, 3*i+1, 3*i+2))
					k.Targets = atLeast(10)
					cfg.KPIs = append(cfg.KPIs, k)
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Build(context.Background(), cfg, FromStore(s), now); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestAssemble_ComputesAgainWhatAnInputHasChanged(t *testing.T) {
	cfg := formulaBoard(t, []kpi.KPI{measure("a", kpi.Month, kpi.Last)}, computedAs(t, "twice", kpi.Month, "a * 2"), computedAs(t, "thrice", kpi.Month, "twice + a"))
	src := &fake{}
	read := func() storeData {
		all, err := readStore(t.Context(), cfg, src, moment{now: timeOf(t, "2026-11-21 12:00")})
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	m := moment{now: timeOf(t, "2026-11-21 12:00")}
	src.put("a", "2026-10-31", 3)
	all := read()
	first := assemble(cfg, all, m, nil)
	if again := assemble(cfg, all, m, first); again.Readings["thrice"] != first.Readings["thrice"] {
		t.Error("nothing has changed, and it was computed again")
	}
	src.put("a", "2026-11-20", 4)
	if later := assemble(cfg, read(), m, first); later.Readings["twice"].Number != 8 || later.Readings["thrice"].Number != 12 {
		t.Errorf("4 was recorded, and they show %v and %v", later.Readings["twice"].Number, later.Readings["thrice"].Number)
	}
	tomorrow := assemble(cfg, all, moment{now: timeOf(t, "2027-01-21 12:00")}, first)
	if r := tomorrow.Readings["thrice"]; r.Status != kpi.Overdue {
		t.Errorf("two months later it is %v", r.Status)
	}
}

func TestBuild_CountsNothingAsZeroInAFormulaToo(t *testing.T) {
	returns := kpi.KPI{ID: "returns", Every: kpi.Week, Combine: kpi.Sum, MissingZero: true}
	cfg := formulaBoard(t, []kpi.KPI{measure("sold", kpi.Month, kpi.Sum)}, returns, computedAs(t, "rate", kpi.Month, "returns / sold * 100"))
	src := &fake{}
	src.put("returns", "2026-09-10", 3)
	src.put("sold", "2026-09-30", 100)
	src.put("sold", "2026-10-31", 100)
	if got := shows(cfg, readingsOf(t, cfg, src, "2026-11-21 12:00")["rate"]); got != "0 of 2026-10, no target" {
		t.Error(got)
	}
}
