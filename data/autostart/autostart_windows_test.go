package autostart

import (
	"strings"
	"testing"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

func TestOn_IsUndoneByOffAndToldByStatus(t *testing.T) {
	before, err := text(runKey)
	if err != nil || before != "" {
		t.Skipf("this user has an entry: %q, %v", before, err)
	}
	words := []string{`C:\Program Files\Büro Wand\kpiwall.exe`, "keep", "--config", `D:\a b\c.toml`}
	s, err := On(words)
	if err != nil || !s.On || s.Off {
		t.Fatalf("on: %+v, %v", s, err)
	}
	line, _ := text(runKey)
	if got, err := windows.DecomposeCommandLine(line); err != nil || strings.Join(got, "|") != strings.Join(words, "|") {
		t.Errorf("Windows starts %q (%v)", got, err)
	}
	k, _, err := registry.CreateKey(registry.CURRENT_USER, approvedKey, registry.SET_VALUE)
	if err != nil {
		t.Fatal(err)
	}
	defer k.Close()
	if err := k.SetBinaryValue(name, []byte{3, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8}); err != nil {
		t.Fatal(err)
	}
	if s, err := Status(); err != nil || !s.On || !s.Off {
		t.Errorf("switched off in the Task Manager: %+v, %v", s, err)
	}
	if s, err := On(words); err != nil || s.Off {
		t.Errorf("on again: %+v, %v", s, err)
	}
	for range 2 {
		if s, err := Off(); err != nil || s.On {
			t.Errorf("off: %+v, %v", s, err)
		}
	}
	if _, err := On([]string{strings.Repeat("x", 300)}); err == nil {
		t.Error("a command is accepted that Windows would not start")
	}
}
