package board

import (
	"reflect"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

func TestReading_EqualSeesEveryField(t *testing.T) {
	var whole Reading
	for _, path := range leaves(reflect.TypeFor[Reading](), nil) {
		changed := Reading{}
		change(t, reflect.ValueOf(&changed).Elem().FieldByIndex(path))
		if whole.Equal(&changed) {
			t.Errorf("a reading with another %v counts as the same", name(reflect.TypeFor[Reading](), path))
		}
	}
}

// leaves lists the exported fields below t, those of times and pointers left out.
func leaves(t reflect.Type, above []int) (paths [][]int) {
	for i := range t.NumField() {
		f := t.Field(i)
		path := append(append([]int{}, above...), i)
		switch {
		case !f.IsExported():
		case f.Type.Kind() == reflect.Struct && f.Type != reflect.TypeFor[time.Time]():
			paths = append(paths, leaves(f.Type, path)...)
		default:
			paths = append(paths, path)
		}
	}
	return paths
}

func name(t reflect.Type, path []int) string { return t.FieldByIndex(path).Name }

func change(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.String:
		v.SetString("x")
	case reflect.Float64:
		v.SetFloat(1)
	case reflect.Int, reflect.Int8:
		v.SetInt(1)
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
	case reflect.Struct:
		v.Set(reflect.ValueOf(time.Unix(1, 0)))
	default:
		t.Fatalf("no other value for a %v", v.Type())
	}
}

func TestReading_EqualOfTwoBuildsWhereNothingHappened(t *testing.T) {
	cfg := testConfig(t, kpi.KPI{ID: "mrr", Every: kpi.Month, Targets: atLeast(10)})
	src := &fake{}
	src.put("mrr", "2026-11-03", 12)
	src.put("mrr", "2026-10-03", 11)
	now := timeOf(t, "2026-11-21 12:00")
	first, err := Build(t.Context(), cfg, src, now)
	if err != nil {
		t.Fatal(err)
	}
	second, _ := Build(t.Context(), cfg, src, now.Add(time.Minute))
	if !first.Readings["mrr"].Equal(second.Readings["mrr"]) {
		t.Error("a minute in which nothing happened draws the tile again")
	}
	src.values["mrr"][0].Note = "a word on last month"
	third, _ := Build(t.Context(), cfg, src, now)
	if first.Readings["mrr"].Equal(third.Readings["mrr"]) {
		t.Error("a note in the history goes unseen")
	}
	var none *Reading
	if none.Equal(first.Readings["mrr"]) || first.Readings["mrr"].Equal(none) || !none.Equal(nil) {
		t.Error("no reading equals one")
	}
}
