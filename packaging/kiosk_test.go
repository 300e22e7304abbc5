package packaging

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// kiosk runs the kiosk's script with commands that stand in for those of that
// name, and returns what these printed.
func kiosk(t *testing.T, commands map[string]string) (out, folder string, err error) {
	t.Helper()
	folder = t.TempDir()
	bin := t.TempDir()
	for name, text := range commands {
		if err := os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\n"+text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("kiosk/kiosk")
	cmd.Env = append(os.Environ(), "RUNTIME_DIRECTORY="+folder, "PATH="+bin+":"+os.Getenv("PATH"))
	printed, err := cmd.Output()
	return string(printed), folder, err
}

func TestKiosk_StartsAServerThatAsksForTheCookieOfItsUser(t *testing.T) {
	out, folder, err := kiosk(t, map[string]string{"xinit": `echo "$@"; xauth nlist`})
	if err != nil {
		t.Fatal(err)
	}
	cookie := filepath.Join(folder, "authority")
	args, entries, _ := strings.Cut(out, "\n")
	if !strings.Contains(args, "-auth "+cookie) {
		t.Errorf("the server is started with %q, without its cookie", args)
	}
	if !strings.Contains("\n"+entries, "\nffff ") {
		t.Errorf("no entry holds once the computer has another name:\n%s", entries)
	}
	if s, err := os.Stat(cookie); err != nil || s.Mode().Perm() != 0o600 {
		t.Errorf("the cookie is %v, %v; only its user may read it", s.Mode(), err)
	}
}

// An X server with an empty file lets everybody in.
func TestKiosk_StartsNoServerWithoutACookie(t *testing.T) {
	for _, broken := range []string{"xauth", "mcookie"} {
		out, _, err := kiosk(t, map[string]string{"xinit": "echo started", broken: "exit 0"})
		if err == nil || out != "" {
			t.Errorf("%s does nothing: the kiosk prints %q, %v", broken, out, err)
		}
	}
}
