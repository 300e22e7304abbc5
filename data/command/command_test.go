package command

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

// definition is the board of the tests, in UTC.
const definition = `
title = "Test"
timezone = "UTC"
locale = "en-US"

[kpi.mrr]
name = "MRR"
definition = "What customers pay a month"
owner = "Ada"
every = "month"
prefix = "€"
target = { min = 40000 }

[kpi.churn]
name = "Churn"
every = "month"
format = "percent"
decimals = 1
target = { max = 3 }
note_when_off = true

[kpi.visits]
name = "Visits"
every = "week"
combine = "sum"
target = { min = 40 }

[kpi.orders]
name = "Orders"
every = "hour"

[page.all]
title = "All"
tiles = ["mrr", "churn", "visits"]
`

// home is a person with a configuration and a store of their own.
type home struct {
	t        *testing.T
	now      time.Time
	in       string
	out, err string // of the last command
	mayWarn  bool   // stderr may have a line though all is done
	person   bool   // somebody sits at the terminal
}

// newHome returns a home; with files it has been initialised.
func newHome(t *testing.T, files bool) *home {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, "config"))
	t.Setenv("XDG_DATA_HOME", filepath.Join(dir, "data"))
	t.Setenv("LC_ALL", "C")
	h := &home{t: t, now: time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)}
	if files {
		h.run(Done, "init", "--example")
	}
	return h
}

// run runs a command and wants its exit status. It returns what it printed.
func (h *home) run(status int, args ...string) string {
	h.t.Helper()
	if got := h.execute(args...); got != status {
		h.t.Fatalf("kpiwall %s: status %d, want %d\n%s%s", strings.Join(args, " "), got, status, h.out, h.err)
	}
	if (status == Done) != (h.err == "") && !h.mayWarn {
		h.t.Errorf("kpiwall %s: status %d and on stderr %q", strings.Join(args, " "), status, h.err)
	}
	return h.out
}

// execute runs a command and returns its exit status.
func (h *home) execute(args ...string) int {
	var out, err bytes.Buffer
	env := Env{
		In: strings.NewReader(h.in), Out: &out, Err: &err, Person: h.person,
		Now: func() time.Time { return h.now }, Example: []byte(definition), Version: "1.2.3",
	}
	got := Execute(context.Background(), New(env), args)
	h.out, h.err = out.String(), err.String()
	return got
}

func (h *home) write(name, text string) string {
	h.t.Helper()
	path := filepath.Join(h.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		h.t.Fatal(err)
	}
	return path
}

func contains(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q\nlacks %q", text, part)
		}
	}
}

func TestRun_WrongUseIsStatus2AndOneLineWithARemedy(t *testing.T) {
	for _, args := range [][]string{
		{"wall"},
		{"putt", "mrr", "1"},
		{"put", "mrr"},
		{"put", "mrr", "1", "2"},
		{"put", "--nose", "x", "mrr", "1"},
		{"import"},
		{"list", "mrr"},
		{"list", "--as-of", "someday"},
		{"undo", "--import", "x"},
		{"undo", "mrr", "--import=3"},
		{"redo"},
		{"history"},
		{"history", "mrr", "--imports"},
		{"withdraw", "mrr"},
		{"history"},
		{"history", "mrr", "-n", "0"},
		{"history", "mrr", "-n", "many"},
		{"undo"},
		{"check", "now"},
	} {
		h := newHome(t, true)
		h.run(WrongUse, args...)
		if strings.Count(h.err, "\n") != 1 || h.out != "" {
			t.Errorf("%v prints %q and %q, want one line on stderr", args, h.out, h.err)
		}
	}
}

func TestRun_SaysWhatWasProbablyMeant(t *testing.T) {
	h := newHome(t, true)
	h.run(WrongUse, "histroy")
	contains(t, h.err, `did you mean "history"`)
	h.run(WrongUse, "pu", "mrr", "3") // as far from "pin" as cobra lets pass
	contains(t, h.err, `did you mean "put"`)
}

func TestRun_NothingButInitMakesAStore(t *testing.T) {
	for _, args := range [][]string{
		{"put", "mrr", "1"},
		{"import", "-"},
		{"export"},
		{"list"},
		{"history", "mrr"},
		{"undo", "mrr"},
	} {
		h := newHome(t, true)
		store := DefaultPaths().Store
		if err := os.Remove(store); err != nil {
			t.Fatal(err)
		}
		h.run(Failed, args...)
		contains(t, h.err, "kpiwall init")
		if _, err := os.Stat(store); err == nil {
			t.Errorf("%v made a store", args)
		}
	}
}

func TestRun_WithoutAConfigurationSaysHowToGetOne(t *testing.T) {
	h := newHome(t, false)
	for _, args := range [][]string{{"put", "mrr", "1"}, {"list"}, {"check"}, {"history", "mrr"}} {
		h.run(Failed, args...)
		contains(t, h.err, "kpiwall init", "--config")
	}
}

func TestRun_PathsStandBeforeOrAfterTheCommand(t *testing.T) {
	h := newHome(t, true)
	other := filepath.Join(t.TempDir(), "other.db")
	h.run(Done, "--store", other, "init")
	h.run(Done, "--store", other, "put", "mrr", "41000")
	contains(t, h.run(Done, "list", "--store", other), "€41,000")
	if strings.Contains(h.run(Done, "list"), "€41,000") {
		t.Error("the value is in the store of the home as well")
	}
}

func TestRun_WithoutACommandRunsTheWall(t *testing.T) {
	newHome(t, false)
	var got Paths
	broken := errors.New("no display")
	env := Env{
		In: strings.NewReader(""), Out: new(bytes.Buffer), Err: new(bytes.Buffer),
		Wall: func(_ context.Context, p Paths) error { got = p; return broken },
	}
	if status := Execute(t.Context(), New(env), []string{"--store", "/x.db"}); status != Failed {
		t.Errorf("status %d, want that of the wall's error", status)
	}
	if got.Store != "/x.db" || got.Config != DefaultPaths().Config {
		t.Errorf("the wall is to show %+v", got)
	}
}

func TestExecute_WrongArgumentsOfAnAddedCommandAreWrongUse(t *testing.T) {
	root := New(Env{In: strings.NewReader(""), Out: new(bytes.Buffer), Err: new(bytes.Buffer)})
	root.AddCommand(&cobra.Command{Use: "shot", Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error { return nil }})
	if status := Execute(t.Context(), root, []string{"shot", "x"}); status != WrongUse {
		t.Errorf("status %d, want %d", status, WrongUse)
	}
}

func TestDefaultPaths_FollowXDGAndIgnoreRelativeFolders(t *testing.T) {
	t.Setenv("HOME", "/home/ada")
	t.Setenv("XDG_CONFIG_HOME", "/etc/ada")
	t.Setenv("XDG_DATA_HOME", "relative")
	want := Paths{Config: "/etc/ada/kpiwall/config.toml", Store: "/home/ada/.local/share/kpiwall/kpi.db"}
	if got := DefaultPaths(); got != want {
		t.Errorf("paths %+v, want %+v", got, want)
	}
}

func TestVersion_IsPrinted(t *testing.T) {
	contains(t, newHome(t, false).run(Done, "--version"), "1.2.3")
}
