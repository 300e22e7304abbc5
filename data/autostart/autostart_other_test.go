//go:build !windows

package autostart

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestOn_IsUndoneByOffAndToldByStatus(t *testing.T) {
	base := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", base)
	want := State{Where: filepath.Join(base, "autostart", "kpiwall.desktop")}
	check := func(step string, on bool, got State, err error) {
		t.Helper()
		if want.On = on; err != nil || got != want {
			t.Errorf("%s: %+v, %v, want %+v", step, got, err, want)
		}
	}
	s, err := Status()
	check("at first", false, s, err)
	s, err = On([]string{"/usr/bin/kpiwall", "keep"})
	check("on", true, s, err)
	s, err = On([]string{"/opt/kpiwall", "keep"})
	check("on again", true, s, err)
	if text, _ := os.ReadFile(want.Where); !strings.Contains(string(text), `Exec="/opt/kpiwall" "keep"`) {
		t.Errorf("the entry is %q", text)
	}
	for range 2 {
		s, err = Off()
		check("off", false, s, err)
	}
}

func TestStatus_SaysThatADesktopHasSwitchedItOff(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	s, err := On([]string{"/usr/bin/kpiwall"})
	if err != nil {
		t.Fatal(err)
	}
	text, _ := os.ReadFile(s.Where)
	for _, line := range []string{"Hidden=true\n", "X-GNOME-Autostart-enabled=false\n"} {
		if err := os.WriteFile(s.Where, append(text, line...), 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err := Status(); err != nil || !s.Off {
			t.Errorf("with %q: %+v, %v", line, s, err)
		}
	}
}

// Both would show a wall, one over the other.
func TestOn_IsRefusedWhereSystemdStartsTheWall(t *testing.T) {
	base := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", base)
	link := filepath.Join(base, "systemd", "user", "graphical-session.target.wants", "kpiwall.service")
	if err := os.MkdirAll(filepath.Dir(link), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/usr/lib/systemd/user/kpiwall.service", link); err != nil {
		t.Fatal(err)
	}
	if _, err := On([]string{"/usr/bin/kpiwall"}); err == nil {
		t.Error("there are two walls")
	}
	if s, err := Status(); err != nil || !s.Service || s.On {
		t.Errorf("got %+v, %v", s, err)
	}
}

// The words of a command come out of an entry as they went in: through the escapes
// of its texts, its fields, and its quotes.
func TestEntry_KeepsTheWordsOfACommand(t *testing.T) {
	words := []string{"/opt/büro wand/kpiwall", "--config", `/a "b" $HOME/100%/back\slash/` + "`tick`"}
	_, line, _ := strings.Cut(entry(words), "\nExec=")
	line = strings.TrimSuffix(line, "\n")
	line = strings.NewReplacer(`\\`, `\`, "%%", "%").Replace(line)
	out, err := exec.Command("sh", "-c", `printf '%s\n' `+line).Output()
	if want := strings.Join(words, "\n") + "\n"; err != nil || string(out) != want {
		t.Errorf("a desktop starts\n%swant\n%s(%v)", out, want, err)
	}
}
