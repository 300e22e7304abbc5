//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// panel is the colour of an announcement, as a picture has it.
const panel = "\x19\x22\x2c"

// kioskOf runs the kiosk's session, on a box where the user has no systemd, with
// home as its user's. It ends with the test.
func kioskOf(t *testing.T, home, program string) (pid int) {
	t.Helper()
	bin := filepath.Join(home, "bin")
	for path, text := range map[string]string{
		filepath.Join(bin, "systemctl"):                    "#!/bin/sh\nexit 1\n",
		filepath.Join(home, ".config/kpiwall/config.toml"): "title = 'Crashes'\n" + screenOf() + "[page.one]\ntiles = ['sales']\n[kpi.sales]\nevery = 'year'\ntarget = { min = 1 }\n",
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(program, filepath.Join(bin, "kpiwall")); err != nil {
		t.Fatal(err)
	}
	env := append(os.Environ(), "HOME="+home, "PATH="+bin+":"+os.Getenv("PATH"), "XDG_CONFIG_HOME=", "XDG_DATA_HOME=", "XDG_STATE_HOME=")
	for _, args := range [][]string{{"init"}, {"put", "sales", "1"}} {
		cmd := exec.Command(program, args...)
		cmd.Env = env
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	session := exec.Command("packaging/kiosk/session")
	session.Env = env
	session.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := session.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = syscall.Kill(-session.Process.Pid, syscall.SIGKILL)
		_ = session.Wait()
	})
	return session.Process.Pid
}

// wallOf waits for a wall under a session that shows its tile, other than the
// one before, and returns its process.
func wallOf(t *testing.T, session, before int) (pid int) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		out, _ := exec.Command("pgrep", "-x", "-P", fmt.Sprint(session), "kpiwall").Output()
		pid, _ = strconv.Atoi(strings.TrimSpace(string(out)))
		if pid != 0 && pid != before && colorAt(screenshot(), 640, 120) == onTarget {
			return pid
		}
	}
	t.Fatal("there is no wall")
	return 0
}

func TestWall_ComesBackAfterACrashAndTellsOfIt(t *testing.T) {
	program := os.Getenv("KPIWALL_PROGRAM")
	if program == "" {
		t.Skip("needs the program and a display of its own: run .ci/kills")
	}
	home := t.TempDir()
	session := kioskOf(t, home, program)
	state := filepath.Join(home, ".local/state/kpiwall")
	told := func(what string) int {
		log, _ := os.ReadFile(filepath.Join(state, "wall.log"))
		return bytes.Count(log, []byte(what))
	}
	pid := wallOf(t, session, 0)
	for signal, reason := range map[syscall.Signal]string{syscall.SIGABRT: "SIGABRT", syscall.SIGSEGV: "SIGSEGV"} {
		if err := syscall.Kill(pid, signal); err != nil {
			t.Fatal(err)
		}
		pid = wallOf(t, session, pid)
		if color := colorAt(screenshot(), 640, 640); color != panel {
			t.Errorf("%s: the wall says nothing of it: %x", reason, color)
		}
		if n := told(`msg="previous run crashed"`); n == 0 || told("reason=\""+reason) != 1 {
			t.Errorf("%s: the log says nothing of it", reason)
		}
		report, err := os.ReadFile(filepath.Join(state, "crash.log.1"))
		if err != nil || !bytes.Contains(report, []byte(reason)) || !bytes.Contains(report, []byte("main.main()")) {
			t.Errorf("%s: the report says %.200q, %v", reason, report, err)
		}
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	wallOf(t, session, pid)
	if color := colorAt(screenshot(), 640, 640); color == panel || told(`msg="previous run crashed"`) != 2 {
		t.Error("a crash is told twice")
	}
}
