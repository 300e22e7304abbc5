package config_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "kpiwall/data/config"

	"kpiwall/data/finding"
)

const (
	oneKPI = "[kpi.a]\nevery = \"day\"\n"
	added  = "\n# ü\n[kpi.b]\nevery = \"day\"\n"
)

func newEdit(t *testing.T, text string) (*Edit, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "c.toml")
	write(t, path, text)
	e, err := NewEdit(path)
	if err != nil {
		t.Fatal(err)
	}
	return e, path
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestEdit_AddsAtTheEndAndLeavesAllElseAsItIs(t *testing.T) {
	crlf := strings.NewReplacer("\n", "\r\n").Replace
	for name, row := range map[string]struct{ was, is string }{
		"plain":               {oneKPI, oneKPI + added},
		"without a last line": {oneKPI + "# end", oneKPI + "# end\n" + added},
		"of Windows":          {"\ufeff" + crlf(oneKPI), "\ufeff" + crlf(oneKPI+added)},
		"still empty":         {"title = \"x\"\n", "title = \"x\"\n" + added},
		"nothing at all":      {"", added},
	} {
		t.Run(name, func(t *testing.T) {
			e, path := newEdit(t, row.was)
			c, err := e.Add(added)
			if err != nil {
				t.Fatal(err)
			}
			if c.KPI("b") == nil || content(t, path) != row.is {
				t.Errorf("the file is %q", content(t, path))
			}
			if got := content(t, BeforePath(path)); got != row.was {
				t.Errorf("before was %q", got)
			}
		})
	}
}

func TestEdit_KeepsPermissionsAndALink(t *testing.T) {
	e, path := newEdit(t, oneKPI)
	real := path + ".real"
	if err := errors.Join(os.Rename(path, real), os.Symlink(real, path), os.Chmod(real, 0o644)); err != nil {
		t.Fatal(err)
	}
	if _, err := e.Add(added); err != nil {
		t.Fatal(err)
	}
	link, err := os.Lstat(path)
	info, err2 := os.Stat(real)
	if err != nil || err2 != nil || link.Mode()&os.ModeSymlink == 0 || info.Mode().Perm() != 0o644 || content(t, real) != oneKPI+added {
		t.Errorf("link %v, file %v, %q", link, info, content(t, real))
	}
}

func TestEdit_RefusesAndChangesNothing(t *testing.T) {
	for name, row := range map[string]struct {
		between func(path string)
		add     string
		code    string
	}{
		"what makes it invalid": {func(string) {}, "\n[kpi.a]\nevery = \"day\"\n", "config.syntax"},
		"a file that changed":   {func(path string) { write(t, path, oneKPI+"# x\n") }, added, "config.changed"},
		"a file that is gone":   {func(path string) { os.Remove(path) }, added, "config.missing"},
	} {
		t.Run(name, func(t *testing.T) {
			e, path := newEdit(t, oneKPI)
			row.between(path)
			was, _ := os.ReadFile(path)
			_, err := e.Add(row.add)
			if found := finding.Of(err); len(found) != 1 || found[0].Code != row.code {
				t.Errorf("%v", err)
			}
			if now, _ := os.ReadFile(path); !bytes.Equal(now, was) {
				t.Errorf("the file is %q", now)
			}
			if _, err := os.Stat(BeforePath(path)); err == nil {
				t.Error("a version before was kept")
			}
		})
	}
}

func TestNewEdit_RefusesAFileWithAMistake(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.toml")
	for text, code := range map[string]string{"title = 1\n": "config.kind", "[kpi.a]\nevery = \"day\"\ntarget = { max = 15 }\ndecimals = 1": "config.cut_off"} {
		write(t, path, text)
		if _, err := NewEdit(path); len(finding.Of(err)) == 0 || finding.Of(err)[0].Code != code {
			t.Errorf("%q: %v", text, err)
		}
	}
}
