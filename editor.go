package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"kpiwall/data/command"
	"kpiwall/ui"
	"kpiwall/ui/kiosk"
)

// openers are the commands by which systems open a file in the program that people
// have chosen for it; elsewhere that of freedesktop.org.
var openers = map[string][]string{
	"windows": {"rundll32", "url.dll,FileProtocolHandler"},
	"darwin":  {"open"},
}

// editorTimeout is how long an opener may take to say that it cannot: without a desktop
// some go on for as long as the editor is open.
const editorTimeout = 3 * time.Second

// files is what the wall can do with the board's files.
func (w *wall) files(ctx context.Context, p command.Paths, k *kiosk.Kiosk) ui.Files {
	answered := func(did string, work func() error) func(func(error)) {
		return func(done func(error)) {
			go func() {
				err := work()
				if err != nil {
					w.log.Warn("not "+did+" at the screen", "file", p.Config, "error", err)
				} else {
					w.log.Info(did+" at the screen", "file", p.Config)
				}
				k.Do(func() { done(err) })
			}()
		}
	}
	return ui.Files{
		Config: belowHome(p.Config),
		Begin:  answered("begun", func() error { return command.Begin(ctx, p) }),
		Edit:   answered("opened in an editor", func() error { return openInEditor(p.Config) }),
	}
}

// belowHome returns a path in full, as people write one that is in their home: whoever
// reads it on the wall does not know in which folder it began.
func belowHome(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	if below, ok := strings.CutPrefix(path, home+string(filepath.Separator)); ok && home != "" {
		return filepath.Join("~", below)
	}
	return path
}

// openInEditor opens a file in the editor of the system.
func openInEditor(path string) error {
	opener := openers[runtime.GOOS]
	if opener == nil {
		opener = []string{"xdg-open"}
	}
	cmd := exec.Command(opener[0], append(opener[1:], path)...)
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(editorTimeout):
		return nil
	}
}
