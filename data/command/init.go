package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"kpiwall/data/store"
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
			if err := env.report(p.Config, "the configuration", writeNew(p.Config, env.Example)); err != nil {
				return err
			}
			if err := env.report(p.Store, "the store", store.Create(cmd.Context(), p.Store)); err != nil {
				return err
			}
			_, err := fmt.Fprintf(env.Out, "next: name your KPIs in %s, then `kpiwall check`, `kpiwall put KPI VALUE` and `kpiwall`\n", p.Config)
			return err
		},
	}
}

// report says what became of a file. That it was there already is no error.
func (e Env) report(path, what string, err error) error {
	did := "made"
	if errors.Is(err, fs.ErrExist) {
		did, err = "kept", nil
	}
	if err == nil {
		_, err = fmt.Fprintf(e.Out, "%s %s: %s\n", did, what, path)
	}
	return err
}

// writeNew writes a file that does not exist yet, and the folders above it. Only
// the user may read it: the hash of a PIN may come to stand in it.
func writeNew(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("init: %w", err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(path) // half a configuration is worse than none
		return fmt.Errorf("init %q: %w", path, err)
	}
	return nil
}
