package command

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestPut_SaysWhatWasSavedAndHowItStands(t *testing.T) {
	rows := []struct {
		name string
		args []string
		want string
	}{
		{"on target", []string{"mrr", "42000"}, "saved: MRR €42,000 for November · on target\n"},
		{"as people type", []string{"MRR", "€39.5k"}, "saved: MRR €39,500 for November · below\n"},
		{"another month", []string{"mrr", "42000", "--at", "2026-10"}, "saved: MRR €42,000 for October · on target\n"},
		{"last year", []string{"mrr", "42000", "--at", "31.12.2025"}, "saved: MRR €42,000 for December 2025 · on target\n"},
		{"next month", []string{"mrr", "42000", "--at", "2026-12"}, "saved: MRR €42,000 for December · on target; the wall shows it when that period begins\n"},
		{"a negative number", []string{"churn", "-3"}, "saved: Churn −3.0% for November · on target\n"},
		{"a negative number between flags", []string{"--note", "-x", "churn", "-.5%", "--by", "Ada"}, "saved: Churn −0.5% for November · on target\n"},
		{"a negative number after --", []string{"churn", "--", "-3"}, "saved: Churn −3.0% for November · on target\n"},
		{"more digits than the wall shows", []string{"mrr", "41999.5"}, "saved: MRR €41,999.5 for November · on target\n"},
		{"more of a sum", []string{"visits", "0.4"}, "saved: Visits 0.4 for week 47 · below\n"},
		{"more digits than are judged", []string{"churn", "3.0004"}, "saved: Churn 3.0% for November · on target\n"},
		{"an hour", []string{"orders", "7"}, "saved: Orders 7 for 12:00 · no target\n"},
		{"off target without the note that was asked for", []string{"churn", "5"}, "saved: Churn 5.0% for November · above\nnote: Churn should say why it is off target; put it again with --note \"…\"\n"},
		{"off target with it", []string{"churn", "5", "--note", "price"}, "saved: Churn 5.0% for November · above\n"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			h := newHome(t, true)
			if got := h.run(Done, append([]string{"put"}, row.args...)...); got != row.want {
				t.Errorf("printed %q, want %q", got, row.want)
			}
		})
	}
}

func TestPut_SaysThatAValueIsFarFromWhatItHasBeen(t *testing.T) {
	h := newHome(t, true)
	for month, v := range []string{"2.1", "2.3", "2.2", "2.4", "2.2"} {
		h.run(Done, "put", "churn", v, "--at", fmt.Sprintf("2026-%02d", month+4))
	}
	for _, row := range []struct {
		args []string
		far  bool
	}{
		{[]string{"2.6"}, false},
		{[]string{"21"}, true},
		{[]string{"22", "--note", "the price went up"}, false},
	} {
		got := h.run(Done, append([]string{"put", "churn"}, row.args...)...)
		if strings.Contains(got, "is unusual for Churn") != row.far {
			t.Errorf("put churn %v printed %q", row.args, got)
		}
	}
}

// What is unusual is the number that was typed, also where another stands for its period.
func TestPut_NamesTheNumberThatIsUnusual(t *testing.T) {
	h := newHome(t, true)
	for month, v := range []string{"2.1", "2.3", "2.2", "2.4", "2.2"} {
		h.run(Done, "put", "churn", v, "--at", fmt.Sprintf("2026-%02d", month+4))
	}
	h.mayWarn = true
	contains(t, h.run(Done, "put", "churn", "21", "--at", "2026-08-05"), "Churn 21.0% for August, now 2.2%", "21.0% is unusual for Churn")
}

// A digit too many is to be caught before it stands on the wall.
func TestPut_AsksAPersonAboutWhatIsUnusual(t *testing.T) {
	for answer, recorded := range map[string]bool{"y\n": true, "n\n": false, "": false} {
		h := newHome(t, true)
		for month, v := range []string{"2.1", "2.3", "2.2", "2.4", "2.2"} {
			h.run(Done, "put", "churn", v, "--at", fmt.Sprintf("2026-%02d", month+4))
		}
		h.person, h.mayWarn, h.in = true, true, answer
		status := Failed
		if recorded {
			status = Done
		}
		out := h.run(status, "put", "churn", "21")
		contains(t, out, "is unusual for Churn")
		contains(t, h.err, "Record it all the same?")
		if strings.Contains(out, "saved:") != recorded || strings.Contains(h.run(Done, "export"), "churn,21") != recorded {
			t.Errorf("to %q it printed %q", answer, out)
		}
		h.run(Done, "put", "churn", "21", "--source", "billing") // nobody is asked about what programs say
		h.run(Done, "put", "churn", "2.9")                       // off target, and not unusual
	}
}

func TestPut_RefusesAndSaysWhy(t *testing.T) {
	rows := []struct {
		args []string
		want string
	}{
		{[]string{"mmr", "1"}, `did you mean "mrr"`},
		{[]string{"mrr", "lots"}, "lots"},
		{[]string{"mrr", "1", "--at", "Nov-24"}, "2025-11-24 or 2024-11"},
		{[]string{"mrr", "1", "--at", "W47"}, "write Oct, Oct 2026 or 2026-10"},
		{[]string{"mrr", "1", "--at", "2027-01"}, "is the year right?"},
		{[]string{"orders", "1", "--at", "2026-11-21"}, "2026-11-24T14"},
		{[]string{"mrr", "+3"}, "no value to add to"},
	}
	for _, row := range rows {
		h := newHome(t, true)
		h.run(Failed, append([]string{"put"}, row.args...)...)
		contains(t, h.err, row.want)
		if got := h.run(Done, "export"); strings.Count(got, "\n") != 1 {
			t.Errorf("put %v recorded %q", row.args, got)
		}
	}
}

func TestPut_AddsToASumAsValuesOfTheirOwn(t *testing.T) {
	h := newHome(t, true)
	for range 3 { // in one second, as a script would
		h.run(Done, "put", "visits", "+15")
	}
	contains(t, h.out, "saved: Visits 15 for week 47, now 45 · on target")
	if got := strings.Count(h.run(Done, "export", "visits"), "\n"); got != 4 {
		t.Errorf("%d lines are exported, want 3 values:\n%s", got, h.out)
	}
}

func TestPut_AddsToAPlainDayOfASum(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "visits", "20", "--at", "2026-11-18")
	contains(t, h.run(Done, "put", "visits", "+5", "--at", "2026-11-18"), "Visits 25 for week 47")
	contains(t, h.run(Done, "put", "visits", "-5", "--at", "2026-11-19"), "Visits −5 for week 47, now 20")
}

func TestPut_AddsToTheLastValueOfThePeriod(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "churn", "0.1")
	h.now = h.now.Add(24 * time.Hour)
	contains(t, h.run(Done, "put", "churn", "+0.2"), "Churn 0.3%")
	contains(t, h.run(Done, "export", "churn"), "2026-11-22,churn,0.3,")
}

func TestPut_IsHonestAboutAValueThatDoesNotShow(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "41000", "--at", "2026-11-30")
	contains(t, h.run(Done, "put", "mrr", "50000"), "saved: MRR €50,000 for November, now €41,000")
}

func TestPut_KeepsNoteNameAndSource(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "1", "--note", "a, \"b\"", "--by", "Ada", "--source", "crm")
	contains(t, h.run(Done, "export"), `2026-11-21,mrr,1,"a, ""b""",crm,Ada`)
}

func TestPut_AVerdictNeedsItsSentence(t *testing.T) {
	h := newHome(t, true)
	judged := h.write("config.toml", definition+"[kpi.mood]\nname = \"Mood\"\nevery = \"week\"\njudged = true\n")
	h.run(Failed, "put", "--config", judged, "mood", "good")
	contains(t, h.err, "a verdict needs its sentence", `add --note "…"`)
	contains(t, h.run(Done, "put", "--config", judged, "mood", "watch", "--note", "a quiet week"), "saved: Mood for week 47: watch\n")
}

func TestPut_RecordsNothingInACopy(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "1")
	if err := os.WriteFile(DefaultPaths().Config, []byte(definition+"[store]\nrole = \"copy\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"put", "mrr", "2"}, {"undo", "mrr"}} {
		h.run(Failed, args...)
		contains(t, h.err, "a copy takes no values; record the value where it is copied from")
	}
	contains(t, h.run(Done, "list"), "mrr", "the age of this copy is unknown")
	contains(t, h.run(Done, "check"), "the store is a copy")
}

func TestPut_SaysForWhichWorkdayAValueOfAFreeDayCounts(t *testing.T) {
	h := newHome(t, true)
	config := h.write("c.toml", "timezone = \"Europe/Berlin\"\nholidays = \"DE-BY\"\n[kpi.takings]\nname = \"Takings\"\nevery = \"day\"\n[kpi.visits]\nname = \"Visits\"\nevery = \"day\"\ndays = \"all\"\n")
	for _, row := range []struct{ kpi, at, want string }{
		{"takings", "2026-06-04", "saved: Takings 5 for Wed 3 Jun · no target (Thu 4 Jun is no workday)\n"},
		{"takings", "2026-06-07", "saved: Takings 5 for Fri 5 Jun · no target (Sun 7 Jun is no workday)\n"},
		{"takings", "2026-06-05", "saved: Takings 5 for Fri 5 Jun · no target\n"},
		{"visits", "2026-06-04", "saved: Visits 5 for Thu 4 Jun · no target\n"},
	} {
		if got := h.run(Done, "put", row.kpi, "5", "--at", row.at, "--config", config); got != row.want {
			t.Errorf("%s: printed %q, want %q", row.at, got, row.want)
		}
	}
}
