package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// initCommand is the only command that makes a store. Any other one would, with
// a mistyped path, start an empty store and show a wall without values.
func initCommand(env Env) *cobra.Command {
	return &cobra.Command{
		Use:   "init",
		Short: "Write an example configuration and make an empty store, where there is none",
		Args:  arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p := PathsOf(cmd)
			env.speech() // of now: that of the example is nobody's choice
			if err := env.made("config", p.Config, writeNew(p.Config, localized(env.Example, words.Environment(os.Getenv)))); err != nil {
				return err
			}
			if err := env.made("store", p.Store, store.Create(cmd.Context(), p.Store)); err != nil {
				return err
			}
			return env.say("init.next", words.Args{"Path": p.Config})
		},
	}
}

// made says what became of a file. That it was there already is no error.
func (e Env) made(what, path string, err error) error {
	id := "init." + what
	if errors.Is(err, fs.ErrExist) {
		id, err = id+".there", nil
	}
	if err != nil {
		return err
	}
	return e.say(id, words.Args{"Path": path})
}

// localized returns the example with numbers and words as tag writes them, such as
// "de-DE": the locale that it mentions becomes one that it sets.
func localized(example []byte, tag string) []byte {
	locale, err := kpi.ParseLocale(tag)
	if err != nil || !strings.Contains(tag, "-") {
		return example
	}
	mentioned := regexp.MustCompile(`(?m)^#locale = ".*"$`)
	return mentioned.ReplaceAll(example, []byte(`locale = "`+locale.Tag+`"`))
}

// writeNew writes a file that does not exist yet, and the folders above it. Only
// the user may read it: the hash of a PIN may come to stand in it.
func writeNew(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fileError(filepath.Dir(path), err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fileError(path, err)
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(path) // half a configuration is worse than none
		return fileError(path, err)
	}
	return nil
}
