package store

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// The driver is translated from C against one version of its runtime; another
// one compiles, and then fails in ways nobody has tested.
func TestBuild_HasTheRuntimeThatTheDriverNames(t *testing.T) {
	driver, err := os.ReadFile(module(t, "modernc.org/sqlite", "{{.GoMod}}"))
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`modernc\.org/libc (v\S+)`).FindSubmatch(driver)
	if named == nil {
		t.Fatal("the driver names no runtime any more")
	}
	if got, want := module(t, "modernc.org/libc", "{{.Version}}{{with .Replace}} replaced by {{.}}{{end}}"), string(named[1]); got != want {
		t.Errorf("the runtime is %s; the driver wants %s: go get modernc.org/libc@%s", got, want, want)
	}
}

// module asks Go about a module of this build.
func module(t *testing.T, path, format string) string {
	t.Helper()
	program, err := exec.LookPath("go")
	if err != nil {
		t.Skip("no go program here")
	}
	out, err := exec.CommandContext(t.Context(), program, "list", "-m", "-f", format, path).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
