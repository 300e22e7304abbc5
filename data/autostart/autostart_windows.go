package autostart

import (
	"errors"
	"unicode/utf16"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"

	"kpiwall/data/finding"
)

// The keys of what a user's sessions begin with, and of what of that is switched off
// in the Task Manager.
const (
	runKey      = `Software\Microsoft\Windows\CurrentVersion\Run`
	approvedKey = `Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run`
)

// longest is how many characters of a command Windows takes from the key.
const longest = 260

var errLong error = finding.New("autostart.long", nil)

// where names the entry as the registry's editor does.
const where = `HKEY_CURRENT_USER\` + runKey + `\` + name

// On has sessions begin with a command, whose program is a path.
func On(command []string) (State, error) {
	line := windows.ComposeCommandLine(command)
	if len(utf16.Encode([]rune(line))) > longest {
		return State{}, errLong
	}
	k, _, err := registry.CreateKey(registry.CURRENT_USER, runKey, registry.SET_VALUE)
	if err != nil {
		return State{}, err
	}
	defer k.Close()
	if err := k.SetStringValue(name, line); err != nil {
		return State{}, err
	}
	if err := remove(approvedKey); err != nil {
		return State{}, err
	}
	return Status()
}

// Off takes the entry away.
func Off() (State, error) {
	if err := errors.Join(remove(runKey), remove(approvedKey)); err != nil {
		return State{}, err
	}
	return Status()
}

// Status returns what is.
func Status() (State, error) {
	s := State{Where: where}
	line, err := text(runKey)
	if err != nil || line == "" {
		return s, err
	}
	s.On = true
	s.Off, err = switchedOff()
	return s, err
}

// text returns the entry's value in a key; empty where there is none.
func text(key string) (string, error) {
	k, err := registry.OpenKey(registry.CURRENT_USER, key, registry.QUERY_VALUE)
	if errors.Is(err, registry.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	defer k.Close()
	line, _, err := k.GetStringValue(name)
	if errors.Is(err, registry.ErrNotExist) {
		err = nil
	}
	return line, err
}

// switchedOff reports whether the Task Manager has the entry off: the first byte of
// its mark is odd then.
func switchedOff() (bool, error) {
	k, err := registry.OpenKey(registry.CURRENT_USER, approvedKey, registry.QUERY_VALUE)
	if errors.Is(err, registry.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer k.Close()
	mark, _, err := k.GetBinaryValue(name)
	if errors.Is(err, registry.ErrNotExist) {
		return false, nil
	}
	return len(mark) > 0 && mark[0]&1 == 1, err
}

// remove takes the entry's value out of a key, where there is one.
func remove(key string) error {
	k, err := registry.OpenKey(registry.CURRENT_USER, key, registry.SET_VALUE)
	if err == nil {
		defer k.Close()
		err = k.DeleteValue(name)
	}
	if errors.Is(err, registry.ErrNotExist) {
		return nil
	}
	return err
}
