package store

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

func TestPut_SupersedesAndKeeps(t *testing.T) {
	s := newStore(t)
	first := put(t, s, "revenue", "2026-11-21", 1)
	second := put(t, s, "revenue", "2026-11-21", 2)
	if second.ID == first.ID || second.Number != 2 || second.Superseded || !second.Recorded.After(first.Recorded) {
		t.Errorf("the second value stands as %+v", second)
	}
	rows, err := s.History(t.Context(), "revenue", 0)
	if err != nil || len(rows) != 2 || rows[0] != second || rows[1].Number != 1 || !rows[1].Superseded {
		t.Errorf("history = %+v, %v", rows, err)
	}
}

func TestPut_OfTheSameValueOnlyMovesWhenItWasConfirmed(t *testing.T) {
	s := newStore(t)
	first := put(t, s, "revenue", "2026-11-21", 1)
	again := put(t, s, "revenue", "2026-11-21", 1)
	if again.ID != first.ID || !again.Recorded.Equal(noon) || !again.LastConfirmed.Equal(noon.Add(time.Second)) {
		t.Errorf("confirmed again: %+v, want row %d confirmed a second later", again, first.ID)
	}
	if rows, _ := s.History(t.Context(), "revenue", 0); len(rows) != 1 {
		t.Errorf("history has %d rows, want 1", len(rows))
	}
	for _, differ := range []func(*Value){
		func(v *Value) { v.Note = "because" },
		func(v *Value) { v.Source = "import" },
		func(v *Value) { v.EnteredBy = "Ada" },
		func(v *Value) { v.Withdrawn = true },
	} {
		v := value(t, "revenue", "2026-11-21", 1)
		differ(&v)
		stands, err := s.Put(t.Context(), v)
		if err != nil || stands[0].ID == first.ID || stands[0].Note != v.Note || stands[0].Withdrawn != v.Withdrawn {
			t.Errorf("%+v did not replace the value: %+v, %v", v, stands, err)
		}
	}
}

func TestPut_ReturnsWhatStandsWhereAMomentComesTwice(t *testing.T) {
	s := newStore(t)
	stands, err := s.Put(t.Context(), value(t, "revenue", "2026-11-21", 1), value(t, "revenue", "2026-11-21", 2))
	if err != nil || len(stands) != 2 || stands[0] != stands[1] || stands[1].Number != 2 {
		t.Errorf("Put = %+v, %v; want 2 in force for both", stands, err)
	}
}

func TestPut_RefusesWhatTheSchemaRefuses(t *testing.T) {
	day := kpi.At{Day: kpi.Date{Year: 2026, Month: 11, Day: 21}}
	for _, c := range []struct {
		name, id string
		at       kpi.At
		number   float64
		words    string
	}{
		{"no id", "", day, 1, "kpi must be"},
		{"capitals", "Revenue", day, 1, "kpi must be"},
		{"umlaut", "umsätze", day, 1, "kpi must be"},
		{"NUL", "a\x00b", day, 1, "kpi must be"},
		{"65 letters", strings.Repeat("a", 65), day, 1, "kpi must be"},
		{"no moment", "revenue", kpi.At{}, 1, atRule},
		{"31 February", "revenue", kpi.At{Day: kpi.Date{Year: 2026, Month: 2, Day: 31}}, 1, atRule},
		{"year 10000", "revenue", kpi.At{Day: kpi.Date{Year: 10000, Month: 1, Day: 1}}, 1, atRule},
		{"second of the year 10000", "revenue", kpi.AtInstant(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)), 1, atRule},
		{"year -1", "revenue", kpi.At{Day: kpi.Date{Year: -1, Month: 1, Day: 1}}, 1, atRule},
		{"year 0", "revenue", kpi.At{Day: kpi.Date{Year: 0, Month: 1, Day: 1}}, 1, "after 0001-01-01"},
		{"NaN", "revenue", day, math.NaN(), "value must be"},
		{"infinity", "revenue", day, math.Inf(1), "value must be"},
		{"minus infinity", "revenue", day, math.Inf(-1), "value must be"},
		{"too large", "revenue", day, 1.1e300, "value must be"},
	} {
		s := newStore(t)
		bad := Value{KPI: c.id, Value: kpi.Value{At: c.at, Number: c.number}}
		_, err := s.Put(t.Context(), value(t, "fine", "2026-11-21", 1), bad)
		wantKind(t, c.name, err, Rejected)
		if err != nil && (!strings.Contains(err.Error(), "row 2") || !strings.Contains(err.Error(), c.words)) {
			t.Errorf("%s: %q names neither row 2 nor %q", c.name, err, c.words)
		}
		if counts, _ := s.KPIs(t.Context()); len(counts) != 0 {
			t.Errorf("%s: %v was recorded all the same", c.name, counts)
		}
	}
}

func TestPut_TakesWhatTheSchemaTakes(t *testing.T) {
	s := newStore(t)
	for _, number := range []float64{0, math.Copysign(0, -1), 1e300, -1e300, 5e-324, 0.1, 9999999999999.99} {
		if got := put(t, s, "a-b_c.0", "0001-01-02", number); got.Number != number {
			t.Errorf("%v came back as %v", number, got.Number)
		}
	}
	put(t, s, strings.Repeat("z", 64), "9999-12-31T23:59:59Z", 1)
}

// A schema that was tightened by its owner speaks for itself.
func TestPut_PassesTheSchemasOwnWordsOn(t *testing.T) {
	s := newStore(t)
	execute(t, outside(t, s.path), `CREATE TRIGGER mine BEFORE INSERT ON observation WHEN NEW.value < 0
		BEGIN SELECT RAISE(ABORT, 'no losses (please)'); END`)
	_, err := s.Put(t.Context(), value(t, "revenue", "2026-11-20", 1), value(t, "revenue", "2026-11-21", -1))
	wantKind(t, "put", err, Rejected)
	if err == nil || !strings.HasSuffix(err.Error(), ": no losses (please)") {
		t.Errorf("error %q", err)
	}
	if counts, _ := s.KPIs(t.Context()); len(counts) != 0 {
		t.Errorf("half of it was recorded: %v", counts)
	}
}

func TestPut_SaysThatTheDiskIsFullAndGoesOnWhenItIsNot(t *testing.T) {
	s := newStore(t)
	v := put(t, s, "revenue", "2026-11-21", 1)
	limit := func(pages int) {
		execute(t, s.current.writer, fmt.Sprintf("PRAGMA max_page_count = %d", pages))
	}
	limit(1)
	var many []Value
	for i := range 20 {
		long := value(t, fmt.Sprintf("long%d", i), "2026-11-22", 1)
		long.Note = strings.Repeat("ä", noteLimit)
		many = append(many, long)
	}
	_, err := s.Put(t.Context(), many...)
	wantKind(t, "put", err, Full)
	if got := newest(t, s, "revenue"); len(got) != 1 || got[0] != v.Value {
		t.Errorf("after the failure the newest is %+v", got)
	}
	limit(99)
	if _, err := s.Put(t.Context(), many...); err != nil {
		t.Errorf("with space again: %v", err)
	}
}

func TestPut_IsDurableByItsPragmas(t *testing.T) {
	s := newStore(t)
	if err := expect(t.Context(), s.current.writer, "synchronous", extra); err != nil {
		t.Error(err)
	}
	if err := expect(t.Context(), s.current.writer, "busy_timeout", int(writerWait.Milliseconds())); err != nil {
		t.Error(err)
	}
	if err := expect(t.Context(), s.current.writer, "query_only", 1); err == nil {
		t.Error("expect does not see a pragma that is not as it should be")
	}
}
