package finding

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

func TestList_IsAnErrorOfALineAFinding(t *testing.T) {
	l := List{
		{Code: "config.span.unit", Subject: "stay", Args: Args{"Given": "20", "At": 3}, Place: Place{File: "c.toml", Line: 1, Column: 2}},
		{Code: "store.locked", Args: Args{"Why": "two\nlines"}},
		{Code: "config.no_kpi", Place: Place{File: "c.toml"}},
	}
	const want = "c.toml:1:2: stay: config.span.unit At=3 Given=\"20\"\nstore.locked Why=\"two\\nlines\"\nc.toml: config.no_kpi"
	if got := l.Error(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestOf_FindsTheFindingsOfAnError(t *testing.T) {
	one := &Error{Finding: Finding{Code: "config.unread"}, Err: fs.ErrNotExist}
	for name, row := range map[string]struct {
		err  error
		want int
	}{
		"a list":            {List{{Code: "a"}, {Code: "b"}}, 2},
		"one with a cause":  {one, 1},
		"below other words": {fmt.Errorf("put: %w", one), 1},
		"another error":     {errors.New("x"), 0},
		"none":              {nil, 0},
	} {
		if got := len(Of(row.err)); got != row.want {
			t.Errorf("%s: %d findings, want %d", name, got, row.want)
		}
	}
	if !errors.Is(one, fs.ErrNotExist) {
		t.Error("the cause is lost")
	}
}

func TestIs_KnowsAnErrorByItsFirstCode(t *testing.T) {
	first, second := New("a", nil), New("b", nil)
	for _, row := range []struct {
		err  error
		code string
		want bool
	}{
		{first, "a", true},
		{first, "b", false},
		{fmt.Errorf("above: %w", first), "a", true},
		{List{first.Finding, second.Finding}, "a", true},
		{List{first.Finding, second.Finding}, "b", false},
		{errors.New("a"), "a", false},
		{List(nil), "", false},
		{nil, "", false},
	} {
		if got := Is(row.err, row.code); got != row.want {
			t.Errorf("%v is %q: %v", row.err, row.code, got)
		}
	}
}

func TestWith_LeavesTheFindingAsItWas(t *testing.T) {
	f := Finding{Args: Args{"A": 1}}
	if g := f.With(Args{"B": 2}); len(g.Args) != 2 || len(f.Args) != 1 || len((Finding{}).With(Args{"B": 2}).Args) != 1 {
		t.Errorf("%v of %v", g, f)
	}
}
