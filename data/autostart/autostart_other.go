//go:build !windows

package autostart

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kpiwall/data/atomicfile"
	"kpiwall/data/finding"
)

// On has desktop sessions begin with a command, whose program is a path.
func On(command []string) (State, error) {
	path, service, err := places()
	if err != nil {
		return State{}, err
	}
	if _, err := os.Lstat(service); err == nil {
		return State{}, finding.New("autostart.service", nil)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return State{}, err
	}
	if err := atomicfile.Write(path, []byte(entry(command))); err != nil {
		return State{}, err
	}
	return Status()
}

// Off takes the entry away.
func Off() (State, error) {
	path, _, err := places()
	if err != nil {
		return State{}, err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return State{}, err
	}
	return Status()
}

// Status returns what is. The entry counts, and where there is none the service of
// the package, which systemd starts.
func Status() (State, error) {
	path, service, err := places()
	if err != nil {
		return State{}, err
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(service); err == nil {
			return State{Where: service, Service: true}, nil
		}
		return State{Where: path}, nil
	}
	s := State{Where: path, On: true}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		s.Off = s.Off || line == "Hidden=true" || line == "X-GNOME-Autostart-enabled=false"
	}
	return s, err
}

// places returns where the entry is, by the specification of desktops, and the link
// that systemd makes of a service which was enabled.
func places() (entry, service string, err error) {
	base := os.Getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(base) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", "", err
		}
		base = filepath.Join(home, ".config")
	}
	service = filepath.Join(base, "systemd", "user", "graphical-session.target.wants", name+".service")
	return filepath.Join(base, "autostart", name+".desktop"), service, nil
}

// entry returns the desktop entry that starts a command.
func entry(command []string) string {
	var quoted []string
	for _, word := range command {
		quoted = append(quoted, quote(word))
	}
	return "[Desktop Entry]\nType=Application\nName=kpiwall\nIcon=kpiwall\nTerminal=false\n" +
		"X-GNOME-Autostart-enabled=true\nExec=" + strings.Join(quoted, " ") + "\n"
}

// quote writes a word of a command so that a desktop reads it as one: within quotes
// some characters are escaped, and a backslash once more, as in every text of such a
// file; a percent sign would begin a field.
func quote(word string) string {
	escaped := strings.NewReplacer(`\`, `\\\\`, `"`, `\\"`, "`", "\\\\`", "$", `\\$`, "%", "%%").Replace(word)
	return `"` + escaped + `"`
}
