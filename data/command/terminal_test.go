package command

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// evil clears a screen, rings, uses an eight-bit control and turns text around.
const evil = "\x1b[2J\a\u009b31m\u202egnp.\u2066x\r\x7f"

func TestCommands_PrintNothingRawThatMovesATerminal(t *testing.T) {
	h := newHome(t, true)
	p := DefaultPaths()
	db, err := sql.Open("sqlite", p.Store)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec("INSERT INTO observation(kpi, at, value, note, source, entered_by) VALUES ('mrr', '2026-11-01', 5, ?, ?, ?)",
		evil+"\nok: all is well", evil, evil)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	cfg, err := os.ReadFile(p.Config)
	if err != nil {
		t.Fatal(err)
	}
	bad := h.write("bad"+evil+".toml", string(cfg)+"\n[kpi.x]\nname = \""+evil+"\"\nevry = 1\n")
	csv := h.write("v"+evil+".csv", "date,kpi,value,note\n2026-11-01,"+evil+",1,\n2026-13-01,mrr,"+evil+",\n")
	for _, c := range []struct {
		status int
		args   []string
	}{
		{Done, []string{"list"}},
		{Done, []string{"list", "--json"}},
		{Done, []string{"history", "mrr"}},
		{Done, []string{"put", "mrr", "6", "--note", evil, "--by", evil}},
		{Done, []string{"undo", "mrr"}},
		{Done, []string{"doctor"}},
		{Done, []string{"doctor", "--json"}},
		{Failed, []string{"check", "--config", bad}},
		{Failed, []string{"check", "--json", "--config", bad}},
		{Failed, []string{"import", csv}},
		{Failed, []string{"import", evil}},
		{Failed, []string{"history", evil}},
		{Failed, []string{"export", evil}},
		{WrongUse, []string{evil}},
		{WrongUse, []string{"list", "--" + evil}},
		{Failed, []string{"list", "--config", filepath.Join(t.TempDir(), evil)}},
		{Done, []string{"backup", filepath.Join(t.TempDir(), "b"+evil+".db")}},
	} {
		h.runAny(c.status, c.args...)
		for _, r := range h.out + h.err {
			if moves(r) {
				t.Errorf("%q prints %q:\n%s%s", c.args, r, h.out, h.err)
				break
			}
		}
		if strings.Contains(h.out+"\n"+h.err, "\nok: all is well") {
			t.Errorf("%q prints a line that somebody else wrote", c.args)
		}
	}
}

// runAny runs a command of which it is not known what it prints where.
func (h *home) runAny(status int, args ...string) {
	h.t.Helper()
	var out, err bytes.Buffer
	env := Env{In: strings.NewReader(""), Out: &out, Err: &err, Now: func() time.Time { return h.now }, Example: []byte(definition)}
	if got := Execute(h.t.Context(), New(env), args); got != status {
		h.t.Errorf("kpiwall %q: status %d, want %d\n%s", args, got, status, err.String())
	}
	h.out, h.err = out.String(), err.String()
}

func TestList_JSONSaysWhatWasWritten(t *testing.T) {
	h := newHome(t, true)
	h.run(Done, "put", "mrr", "6", "--note", evil)
	var list []listed
	if err := json.Unmarshal([]byte(h.run(Done, "list", "--json")), &list); err != nil {
		t.Fatal(err)
	}
	if list[0].Note != strings.TrimSpace(evil) && list[0].Note != evil {
		t.Errorf("the note is %q, want %q", list[0].Note, evil)
	}
	if !strings.Contains(h.run(Done, "export"), evil) {
		t.Errorf("exported %q", h.out)
	}
}

func TestTerminal_JoinsWhatComesInParts(t *testing.T) {
	var out bytes.Buffer
	w := printedOn(&out)
	text := "a\u202eb é€😀 \u009b c\xff\n"
	for i := range len(text) {
		if n, err := w.Write([]byte{text[i]}); n != 1 || err != nil {
			t.Fatal(n, err)
		}
	}
	if want := "a\\u202eb é€😀 \\u009b c\uFFFD\n"; out.String() != want {
		t.Errorf("printed %q, want %q", out.String(), want)
	}
}

func TestTable_GivesColumnsTheRoomOfWhatIsPrinted(t *testing.T) {
	tab := table{head: []string{"a", "b"}}
	tab.add("\x1b[2J", "x")
	tab.add("y", "z")
	var out bytes.Buffer
	if err := tab.print(printedOn(&out)); err != nil {
		t.Fatal(err)
	}
	if want := "a          b\n\\u001b[2J  x\ny          z\n"; out.String() != want {
		t.Errorf("printed\n%s", out.String())
	}
}
