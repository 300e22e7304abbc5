package command

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// history is a file of ten days that are usual for the board of the cases.
func history() string {
	var b strings.Builder
	b.WriteString("date,ctr,clicks\n")
	for i, ctr := range []float64{1.71, 1.68, 1.74, 1.7, 1.66, 1.72, 1.69, 1.73, 1.7, 1.71} {
		fmt.Fprintf(&b, "2026-11-%02d,%g,%d\n", 9+i, ctr, 6900+37*i)
	}
	return b.String()
}

func TestImport_DoubtsWhatIsUnusual(t *testing.T) {
	const board = "../sheet/testdata/cases/us.toml"
	for _, c := range []struct{ name, file, text string }{
		{"a fraction and a slip against the history", "../sheet/testdata/cases/61_fractions.csv", ""},
		{"a fraction among percents of the file itself", "", "date,impressions,position\n2026-11-10,5000,1.73\n2026-11-11,5100,1.7\n2026-11-12,5200,0.0173\n2026-11-13,51000,1.69\n2026-11-16,5150,1.72\n"},
	} {
		h := newHome(t, true)
		h.now = time.Date(2026, 11, 26, 20, 0, 0, 0, time.UTC)
		file := c.file
		if file == "" {
			file = h.write("values.csv", c.text)
		}
		h.run(Done, "import", "--config", board, h.write("history.csv", history()))
		before := h.run(Done, "export", "--config", board)
		for _, args := range [][]string{{"import"}, {"import", "--dry-run"}} {
			out := h.run(Failed, append(args, "--config", board, file)...)
			if !strings.Contains(h.out, "is unusual for") || strings.Count(out, "warning: ") != 2 {
				t.Errorf("%s: %s", c.name, h.out)
			}
			contains(t, h.err, "2 values are unusual: nothing was recorded", "--yes")
		}
		if h.run(Done, "export", "--config", board) != before {
			t.Errorf("%s: something was recorded", c.name)
		}
		h.run(Done, "import", "--yes", "--config", board, file)
		contains(t, h.run(Done, "import", "--config", board, file), "0 new, 0 corrected") // no doubt of what stands already
	}
}

// A column of minutes would be read as seconds: 11 of them, where 15 minutes are the
// limit, and on target without a word.
func TestImport_DoubtsMinutesThatAreReadAsSeconds(t *testing.T) {
	const (
		board = "[kpi.wait]\nname = \"Waiting time\"\nevery = \"day\"\nformat = \"duration\"\ntarget = { max = \"15:00\" }\n"
		doubt = "Waiting time: 0:12 of 2026-11-10 and 1 more are numbers alone"
	)
	for name, row := range map[string]struct {
		board, text string
		doubtful    bool
	}{
		"whole minutes":                {board, "date,wait\n2026-11-10,12\n2026-11-11,9\n2026-11-12,480\n", true},
		"parts of minutes":             {board, "date,wait\n2026-11-10,12\n2026-11-11,9.5\n2026-11-12,480\n", true},
		"it is said that they are":     {board + "scale = 60\n", "date,wait\n2026-11-10,12\n2026-11-11,9\n2026-11-12,8\n", false},
		"seconds":                      {board, "date,wait\n2026-11-10,720\n2026-11-11,540\n2026-11-12,480\n", false},
		"as a clock":                   {board, "date,wait\n2026-11-10,0:12\n2026-11-11,0:09\n2026-11-12,8:00\n", false},
		"an export, which has seconds": {board, "date,kpi,value,note,source,by\n2026-11-10,wait,12,,,\n", false},
	} {
		h := newHome(t, true)
		config := h.write("board.toml", row.board)
		status := Done
		if row.doubtful {
			status = Failed
		}
		out := h.run(status, "import", "--config", config, h.write("values.csv", row.text))
		if strings.Contains(out, doubt) != row.doubtful || strings.Contains(out, "scale = 60") != row.doubtful {
			t.Errorf("%s:\n%s%s", name, out, h.err)
		}
	}
}

func TestImport_AsksAPersonAboutWhatIsUnusual(t *testing.T) {
	text := "date,mrr\n2026-05,41000\n2026-06,42000\n2026-07,40000\n2026-08,4100\n2026-09,41500\n2026-10,42500\n"
	for answer, recorded := range map[string]bool{"y\n": true, "YES\n": true, "n\n": false, "\n": false, "": false} {
		h := newHome(t, true)
		h.person, h.mayWarn, h.in = true, true, answer
		file := h.write("values.csv", text)
		status := Failed
		if recorded {
			status = Done
		}
		out := h.run(status, "import", file)
		contains(t, out, "would record: 6 values", "€4,100 of 2026-08-31 is unusual for MRR")
		contains(t, h.err, "Record them all the same? [y/N]")
		if got := strings.Contains(h.run(Done, "export"), "4100"); got != recorded || strings.Contains(out, "imported: 6 values") != recorded {
			t.Errorf("answer %q: recorded %v\n%s", answer, got, out)
		}
	}
	h := newHome(t, true) // the answer cannot come from the file
	h.person, h.in = true, text
	h.run(Failed, "import", "-")
	contains(t, h.err, "--yes")
}

// What grows over the years is no slip at its beginning.
func TestImport_ComparesWithTheTimeAround(t *testing.T) {
	h := newHome(t, true)
	var b strings.Builder
	b.WriteString("date,mrr\n")
	mrr := 50.0
	for year := 2010; year < 2026; year++ {
		for month := 1; month <= 12; month++ {
			fmt.Fprintf(&b, "%d-%02d,%.0f\n", year, month, mrr)
			mrr *= 1.04
		}
	}
	h.run(Done, "import", h.write("values.csv", b.String()))
	contains(t, h.run(Failed, "import", h.write("slip.csv", "date,mrr\n2010-05,58\n2025-11,861600\n")), "€861,600 of 2025-11-30")
	if strings.Contains(h.out, "of 2010") {
		t.Error(h.out)
	}
}

func TestImport_ListsSomeOfManyCorrectionsAndDoubts(t *testing.T) {
	h := newHome(t, true)
	rows := func(factor int) string {
		var b strings.Builder
		b.WriteString("date,mrr\n")
		for year := 2020; year < 2026; year++ {
			for month := 1; month <= 12; month++ {
				fmt.Fprintf(&b, "%d-%02d,%d\n", year, month, factor*(1000+month))
			}
		}
		return b.String()
	}
	h.run(Done, "import", h.write("values.csv", rows(1)))
	h.run(Failed, "import", h.write("tenfold.csv", rows(10)))
	contains(t, h.out, "72 corrected", "corrected: MRR, January 2020: €1,001 → €10,010", "… and 62 more like this", "more are unusual for MRR")
	if n := strings.Count(h.out, "\n"); n > 20 {
		t.Errorf("%d lines\n%s", n, h.out)
	}
}

func TestImport_SaysWhatOneFileCorrectsOfAnother(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "import", h.write("a.csv", "date,mrr\n2026-10,41000\n"), h.write("b.csv", "date,mrr\n2026-10,42000\n"))
	contains(t, h.out, "1 new, 1 corrected", "corrected: MRR, October 2026: €41,000 → €42,000")
}

func TestImport_PartialTakesTheGoodLines(t *testing.T) {
	h := newHome(t, true)
	file := h.write("values.csv", "date,kpi,value,note\n2026-08,mrr,41000,\n2026-09,mmr,1,\n2026-10,mrr,lots,\n2026-07,mrr,39000,"+strings.Repeat("x", 2001)+"\n2026-10,churn,2.5,\n")
	h.run(Failed, "import", file)
	if got := h.run(Done, "export"); strings.Count(got, "\n") != 1 {
		t.Errorf("recorded without --partial:\n%s", got)
	}
	for _, args := range [][]string{{"import", "--partial", "--dry-run", file}, {"import", "--partial", file}} {
		h.run(Failed, args...)
		contains(t, h.err, ":3:9: ", "lots", ":5:", "longer than 2000", "3 problems: what they concern was left out")
		contains(t, h.out, "2 values of 2 KPIs; 2 new")
	}
	if got := h.run(Done, "export"); strings.Count(got, "\n") != 3 || !strings.Contains(got, "2026-08-31,mrr,41000") || !strings.Contains(got, "2026-10-31,churn,2.5") {
		t.Errorf("recorded\n%s", got)
	}
}

// Which of two is right, and what else is missing, no program can say.
func TestImport_PartialRefusesWhatCastsDoubtOnTheRest(t *testing.T) {
	for _, text := range []string{
		"date,kpi,value\n2026-09,mrr,1\n2026-10,mrr,41000\n2026-10,mrr,42000\n",
		"date,kpi,value\n2026-09,mrr,1\n2026-10,mrr,\"41000\n2026-08,mrr,3\n",
		"date,mrr,chrun\n2026-09,1,2\n",
		"date,kpi,value\n",
		"date,kpi,value\n2026-10,mrr,lots\n",
	} {
		h := newHome(t, true)
		h.run(Failed, "import", "--partial", h.write("values.csv", text))
		contains(t, h.err, "nothing was recorded")
		if got := h.run(Done, "export"); strings.Count(got, "\n") != 1 {
			t.Errorf("of %q:\n%s", text, got)
		}
	}
}

func TestImport_DryRunFindsNotesThatAreTooLong(t *testing.T) {
	h := newHome(t, true)
	h.run(Failed, "import", "--dry-run", h.write("values.csv", "date,mrr,note\n2026-10,5,"+strings.Repeat("ä", 2001)+"\n"))
	contains(t, h.err, "values.csv:2:11: ", "the note is longer than 2000 characters")
}

// The number of a whole period beside those of its days would count twice what they
// have; visits add up by the week.
func TestImport_DoubtsAWholePeriodBesideItsDays(t *testing.T) {
	for _, row := range []struct{ name, text, doubt string }{
		{"a column of a week", "KPI,W47\nVisits,38\n", "Visits: 38 for all of week 47 2026 would be added to what its days have, 47 in all"},
		{"a week as the date", "date,kpi,value\n2026-W47,visits,38\n", "38 for all of week 47"},
		{"another week", "KPI,W46\nVisits,38\n", ""},
		{"another day", "date,kpi,value\n2026-11-21,visits,8\n", ""},
	} {
		h := newHome(t, true)
		h.run(Done, "put", "visits", "9", "--at", "2026-11-18")
		file := h.write("w.csv", row.text)
		if row.doubt == "" {
			h.run(Done, "import", file)
			continue
		}
		h.run(Failed, "import", file)
		contains(t, h.out, row.doubt, "withdraw visits --at")
		contains(t, h.run(Done, "history", "visits"), "9")
		h.run(Done, "import", "--yes", file)
		contains(t, h.run(Done, "import", file), "0 new, 0 corrected")
	}
}
