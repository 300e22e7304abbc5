package config

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// Scanned are documents whose keys are easily misplaced.
var Scanned = []string{
	"a = 1\nb.c = 2\n",
	"[kpi.\"eu.mrr\"]\nname = 'x = 1 # no comment'\n",
	"[a]\nlist = [ # why\n  \"]\", # more\n  '}',\n]\nafter = 1\n",
	"[a]\ntarget = { min = 1, # one\n  max.of = [1, 2],\n}\nafter = 1\n",
	"x = \"\"\"one\n[no.table]\ny = 1 \\\"\"\" \"\"\"\"\"\nz = '''it''s'''\n",
	"[[a.b]]\nc = 1\n[a.b.d]\ne = 1\n[[a.b]]\nc = 2\n[a.b.d]\ne = 2\n",
	"[a]\r\nb = 2026-01-01 10:00:00 # date\r\nc=[{d=1},{d=2},[3,[4]]]\r\n",
	"\"q \\\"uote\" = 1\n'raw\\' = 2\n\"\\u0061b\" = 3\n\"\" = 4\n[\"a[0]\"]\nb = 1\n",
	"a.b = 1\na.c.d = { e = {}, f = [] }\n[ t . u ]\nv = \"\"\n",
}

func TestScan_FindsTheKeysThatTheLibraryDecodes(t *testing.T) {
	for _, text := range Scanned {
		if want, got := decoded(t, text), slices.Sorted(maps.Keys(scan(text).offsets)); !slices.Equal(got, want) {
			t.Errorf("in\n%s\nscan found %q,\nthe library  %q", text, got, want)
		}
	}
}

func TestScan_PointsAtTheKeyItself(t *testing.T) {
	text := Scanned[3] + "[kpi.mrr]\nevery = \"month\" # every\n'every'.day = 1\n"
	for path, want := range map[string]string{
		"a.target.max.of":    "of = [1, 2]",
		"a.target.max.of[1]": "2]",
		"a.after":            "after = 1",
		"kpi":                "kpi.mrr]",
		"kpi.mrr":            "mrr]",
		"kpi.mrr.every":      "every = ",
	} {
		offset, ok := scan(text).offsets[path]
		if !ok || !strings.HasPrefix(text[offset:], want) {
			t.Errorf("%s stands at %d (%v), want it before %q", path, offset, ok, want)
		}
	}
}

func FuzzScan_AgreesWithTheLibrary(f *testing.F) {
	for _, text := range Scanned {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var table map[string]any
		found, _ := unreadable(text)
		if found != nil || len(text) > 4096 || strings.HasPrefix(text, "\ufeff") || decodeSafely(text, &table) != nil {
			return
		}
		got := scan(text).offsets
		for _, path := range paths("", table, nil) {
			if _, found := got[path]; !found {
				t.Errorf("scan of %q misses %q", text, path)
			}
		}
	})
}

func decoded(t *testing.T, text string) []string {
	t.Helper()
	var table map[string]any
	if _, err := toml.Decode(text, &table); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return slices.Sorted(slices.Values(paths("", table, nil)))
}

// paths lists the paths of everything that value holds.
func paths(path string, value any, list []string) []string {
	visit := func(path string, value any) { list = paths(path, value, append(list, path)) }
	switch v := value.(type) {
	case map[string]any:
		for name, inner := range v {
			visit(join(path, name), inner)
		}
	case []any:
		for n, inner := range v {
			visit(element(path, n), inner)
		}
	case []map[string]any:
		for n, inner := range v {
			visit(element(path, n), inner)
		}
	}
	return list
}
