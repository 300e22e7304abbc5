package words

import (
	"errors"
	"strings"
	"testing"
	"time"

	"kpiwall/data/finding"
)

var (
	unit  = finding.Finding{Code: "config.span.unit", Subject: "stay", Args: finding.Args{"Given": "20"}, Place: finding.Place{File: "/etc/c.toml", Line: 3, Column: 7, Excerpt: " x\n ^"}}
	empty = finding.Finding{Code: "config.no_kpi", Place: finding.Place{File: "/etc/c.toml"}}
	now   = time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)
)

func TestLine_SaysWhereAsFarAsItIsKnown(t *testing.T) {
	for _, row := range []struct {
		found      finding.Finding
		line, wall string
	}{
		{unit, `/etc/c.toml:3:7: stay: is 20 without a unit; write it in quotes with one, such as "20s"`, `c.toml line 3: stay: is 20 without a unit; write it in quotes with one, such as "20s"`},
		{empty, "/etc/c.toml: no KPI is defined; `kpiwall add` asks for a first one; in the config four lines make one", "c.toml: no KPI is defined; `kpiwall add` asks for a first one; in the config four lines make one"},
		{finding.Finding{Code: "display.dark", Subject: ":0"}, "display :0 will go dark by itself; nothing to do: a running wall switches that off", "display :0 will go dark by itself"},
		{finding.Finding{Code: "config.syntax", Args: finding.Args{"Why": "unexpected EOF", "Hint": "hint.cut"}, Place: unit.Place}, "/etc/c.toml:3:7: unexpected EOF; the file may be cut off", "c.toml line 3: the file may be cut off"},
		{finding.Finding{Code: "config.syntax", Args: finding.Args{"Why": "a riddle", "Hint": ""}, Place: unit.Place}, "/etc/c.toml:3:7: a riddle", "c.toml line 3: a riddle"},
		{unit.With(finding.Args{"VersionOf": now}), `/etc/c.toml:3:7: stay: is 20 without a unit; write it in quotes with one, such as "20s"`, `c.toml line 3: stay: is 20 without a unit; write it in quotes with one, such as "20s" · still showing the version of 09:30`},
	} {
		if got := English().Line(row.found); got != row.line {
			t.Errorf("Line = %q, want %q", got, row.line)
		}
		if got := English().Wall(row.found, now); got != row.wall {
			t.Errorf("Wall = %q, want %q", got, row.wall)
		}
	}
	if got := unit.Place.String(); got != "/etc/c.toml:3:7" {
		t.Errorf("Place = %q", got)
	}
}

func TestLine_IsOneLine(t *testing.T) {
	f := finding.Finding{Code: "error", Args: finding.Args{"Why": "two\nlines"}}
	if got := English().Wall(f, now); strings.Contains(got, "\n") {
		t.Errorf("Wall = %q", got)
	}
	f.Place.File = "f.csv"
	if got := English().Line(f); strings.Contains(got, "\n") {
		t.Errorf("Line = %q", got)
	}
}

func TestReport_ShowsTheLineBelowEach(t *testing.T) {
	want := English().Line(unit) + "\n     x\n     ^\n" + English().Line(empty)
	if got := English().Report([]finding.Finding{unit, empty}); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestError_WordsFindingsAndLeavesOtherErrors(t *testing.T) {
	if got, want := English().Error(finding.List{unit, empty}), English().Line(unit)+"\n"+English().Line(empty); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := English().Error(errors.New("x")); got != "x" {
		t.Errorf("%q", got)
	}
}

// A program that lacks a message, or an arg, must not be silent.
func TestFinding_WithoutAMessageIsToldAsItsFacts(t *testing.T) {
	for _, f := range []finding.Finding{{Code: "test.unknown", Args: finding.Args{"A": 1}}, {Code: "config.zone"}} {
		if got := English().Finding(f); got != f.String() {
			t.Errorf("%q, want %q", got, f)
		}
	}
}

func TestFinding_CountsInTheRightForm(t *testing.T) {
	for age, want := range map[time.Duration]string{
		time.Minute: "the copy is 1 minute old", 2 * time.Hour: "the copy is 2 hours old", 72 * time.Hour: "the copy is 3 days old",
	} {
		if got := English().Finding(finding.Finding{Code: "copy.fresh", Args: finding.Args{"Age": age}}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestFinding_ListsNoMoreNamesThanAreRead(t *testing.T) {
	names := strings.Split(strings.Repeat("quarterly ", 25), " ")[:25]
	f := finding.Finding{Code: "config.word", Args: finding.Args{"Given": "x", "Meant": "", "Accepted": names}}
	if got := English().Line(f); !strings.HasSuffix(got, " and 5 more") {
		t.Errorf("%q", got)
	}
	f.Args["Meant"] = "quarter"
	if got, want := English().Line(f), `"x" is not known; did you mean "quarter"?`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestMore_SaysHowManyOthersThereAre(t *testing.T) {
	if got := English().More("a", 0) + English().More("b", 2); got != "ab (and 2 more)" {
		t.Errorf("%q", got)
	}
}
