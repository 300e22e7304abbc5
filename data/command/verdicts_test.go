package command

import (
	"encoding/json"
	"path/filepath"
	"testing"
	"time"
)

// verdictCase is what a KPI of testdata/verdicts must read.
type verdictCase struct {
	folder, kpi, text, verdict, target, change string
}

// verdictCases are small inputs at which a tile once showed a number that
// contradicted its colour: digits that round over a bound, bounds that a compact
// number rounds, bounds and changes below zero, and plans that begin late.
var verdictCases = []verdictCase{
	{"band", "sla", "99.95%", "below", "≥ 100.0%", "−0.05 pp"},
	{"band", "flat", "999.6k", "below", "≥ 1M", "−400"},
	{"band", "big", "4.6", "below", "5–6", "−28.1%"},
	{"band", "incidents", "0.4", "above", "≤ 0", ""},

	{"compact1", "mrr", "$1M", "below", "≥ $1.45M", "−31.0%"},
	{"compact1", "signups", "1k", "below", "≥ 1.499k", "−33.3%"},
	{"compact1", "cost", "$2.5k", "above", "≤ $1.5k", "+66.7%"},
	{"compact1", "share", "0.5%", "on target", "≥ 0.5%", ""},

	{"change", "a", "4", "no target", "", "−99.96%"},       // never −100 %
	{"change", "b", "−5", "no target", "", "−5"},           // no share of zero
	{"change", "c", "0.0", "no target", "", "no change"},   // from −0.04, which reads 0.0
	{"change", "d", "1%", "no target", "", "+1 pp"},        // from 0 % as it is read
	{"change", "e", "−1:30", "no target", "", "−30:01:30"}, // other sign: as a duration
	{"change", "f", "0", "no target", "", "+100%"},         // from −5
	{"change", "g", "1M", "no target", "", "+0.1%"},        // from 999k as it is read

	{"neg", "net", "−$105", "near", "−$100 to $100", "−$155"}, // 10 % of −100 is a margin of 10
	{"neg", "debt", "−450", "above", "≤ −500", "+25.0%"},
	{"neg", "temp", "−17 °C", "near", "−22 to −18 °C", "+10.5%"},
	{"neg", "delta", "−7", "below", "≥ 0", "−133%"},
	// 18 of November's 21 working days, 4,285.7 rounded away from zero: the milder.
	{"neg", "ebit", "−$1M", "below", "≥ −$4.3k by 25 Nov · ≥ −$5k by 30 Nov", ""},
	{"neg", "zero", "0", "on target", "= 0", ""},

	{"plan", "rev", "150", "on target", "≥ 100", ""},           // in force on the first of November
	{"plan", "year_rev", "50", "below", "≥ 100", ""},           // the first that begins within 2026
	{"plan", "q", "6", "above", "≤ 5", ""},                     // the first that begins within the quarter
	{"fy", "grants", "5", "below", "≥ 10", ""},                 // entered for 2026/27-Q1
	{"fy", "budget", "12", "on target", "≥ 10", ""},            // entered for 2026/27
	{"fy", "tickets", "1", "on target", "≥ 1 by Saturday", ""}, // the whole is reached
}

func TestList_JudgesTheCasesThatOnceContradictedThemselves(t *testing.T) {
	read := map[string]map[string]listed{}
	for _, c := range verdictCases {
		if read[c.folder] == nil {
			read[c.folder] = listFolder(t, c.folder)
		}
		got, ok := read[c.folder][c.kpi]
		if !ok {
			t.Errorf("%s: no KPI %q is listed", c.folder, c.kpi)
			continue
		}
		if got.Text != c.text || got.Verdict != c.verdict || got.Target != c.target || got.Change != c.change {
			t.Errorf("%s/%s reads %q, %s, target %q, change %q; want %q, %s, %q, %q", c.folder, c.kpi,
				got.Text, got.Verdict, got.Target, got.Change, c.text, c.verdict, c.target, c.change)
		}
	}
}

func TestPut_RefusesAFiscalYearThatCouldBeTwo(t *testing.T) {
	h := newHome(t, true)
	h.run(Failed, "put", "grants", "5", "--at", "2026-Q1", "--config", "testdata/verdicts/fy/c.toml")
	contains(t, h.err, "2025/26-Q1", "2026/27-Q1")
	for _, id := range []string{"2025/26-Q1", "2026/27-Q1"} { // as the refusal says
		contains(t, h.run(Done, "put", "grants", "5", "--at", id, "--config", "testdata/verdicts/fy/c.toml"), id[:7])
	}
	if got := listFolder(t, "fy")["grants"].Period; got != "2026/27-Q1" {
		t.Errorf("November 2026 is in %q, want a name with both years", got)
	}
}

// listFolder imports the values of a folder at noon of 2026-11-26 and lists its
// board, by KPI.
func listFolder(t *testing.T, folder string) map[string]listed {
	t.Helper()
	h := newHome(t, true)
	h.now = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	dir := filepath.Join("testdata", "verdicts", folder)
	cfg := filepath.Join(dir, "c.toml")
	h.run(Done, "import", "--yes", "--config", cfg, filepath.Join(dir, "v.csv"))
	var list []listed
	if err := json.Unmarshal([]byte(h.run(Done, "list", "--json", "--config", cfg)), &list); err != nil {
		t.Fatal(err)
	}
	read := map[string]listed{}
	for _, l := range list {
		read[l.KPI] = l
	}
	return read
}
