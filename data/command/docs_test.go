package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

// docs writes the documents of a program with a command of its own, and returns
// where they are.
func docs(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "share")
	var stderr bytes.Buffer
	env := Env{In: strings.NewReader(""), Out: new(bytes.Buffer), Err: &stderr, Now: time.Now, Version: "1.2.3"}
	root := New(env)
	root.AddCommand(&cobra.Command{Use: "shot", Short: "Draw a page", Run: func(*cobra.Command, []string) {}}, Docs(env))
	if status := Execute(t.Context(), root, []string{"docs", dir}); status != Done {
		t.Fatalf("status %d: %s", status, stderr.String())
	}
	return dir
}

func readDoc(t *testing.T, parts ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestDocs_HaveAPageForEveryCommandThatHelpShows(t *testing.T) {
	dir := docs(t)
	contains(t, readDoc(t, dir, "man/man1/kpiwall.1"), "kpiwall 1.2.3", "kpiwall-put(1)", "kpiwall-shot(1)")
	contains(t, readDoc(t, dir, "man/man1/kpiwall-put.1"), "NAME", "SYNOPSIS", "--note")
	for _, hidden := range []string{"docs", "completion"} {
		if _, err := os.Stat(filepath.Join(dir, "man/man1/kpiwall-"+hidden+".1")); err == nil {
			t.Errorf("the hidden command %q has a page", hidden)
		}
	}
}

func TestDocs_CompleteInThreeShells(t *testing.T) {
	dir := docs(t)
	for _, file := range []string{
		"bash-completion/completions/kpiwall",
		"zsh/vendor-completions/_kpiwall",
		"fish/vendor_completions.d/kpiwall.fish",
	} {
		contains(t, readDoc(t, dir, file), "kpiwall", "__complete")
	}
}

func TestDocs_NameFilesInAnybodysHome(t *testing.T) {
	t.Setenv("HOME", "/home/builder")
	t.Setenv("XDG_CONFIG_HOME", "")
	page := readDoc(t, docs(t), "man/man1/kpiwall-put.1")
	contains(t, page, "~/.config/kpiwall/config.toml")
	if strings.Contains(page, "builder") {
		t.Errorf("the page names the home of who made it:\n%s", page)
	}
}

// A package made twice is the same package.
func TestDocs_BearTheDateOfTheSource(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1767225600") // the first of January 2026
	page := readDoc(t, docs(t), "man/man1/kpiwall.1")
	contains(t, page, "Jan 2026")
	if strings.Contains(page, "Auto generated") {
		t.Error("the page bears the day on which it was made")
	}
}

func TestDocs_NameTheFolderThatCannotBeWritten(t *testing.T) {
	taken := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	env := Env{In: strings.NewReader(""), Out: new(bytes.Buffer), Err: &stderr}
	root := New(env)
	root.AddCommand(Docs(env))
	if status := Execute(t.Context(), root, []string{"docs", taken}); status != Failed || !strings.Contains(stderr.String(), taken) {
		t.Errorf("status %d, %q", status, stderr.String())
	}
}
