package command

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/store"
)

// Paths are the two files of a board.
type Paths struct{ Config, Store string }

// DefaultPaths returns where the files are when nobody says: in the folders that the
// system has for them. Both are empty where there is no home.
func DefaultPaths() Paths { return Paths{Config: defaultConfig(), Store: defaultStore()} }

// inHome returns the path of file in the folder that a variable of the XDG base
// directory specification names, which has relative ones ignored, or else in folder of
// the home.
func inHome(variable, folder, file string) string {
	base := os.Getenv(variable)
	if !filepath.IsAbs(base) {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		base = filepath.Join(home, folder)
	}
	return filepath.Join(base, "kpiwall", file)
}

// addPaths makes the paths flags of every command. Being persistent they may
// stand before the command's name or after it.
func addPaths(root *cobra.Command) {
	p := DefaultPaths()
	root.PersistentFlags().String("config", p.Config, "the configuration `file`")
	root.PersistentFlags().String("store", p.Store, "the store `file`")
}

// PathsOf returns the files that cmd, a command below the root of [New], is to use.
func PathsOf(cmd *cobra.Command) Paths {
	// The flags are the root's: they exist, and hold text.
	c, _ := cmd.Flags().GetString("config")
	s, _ := cmd.Flags().GetString("store")
	return Paths{Config: c, Store: s}
}

// loadConfig reads the configuration that cmd is to use. An error of type
// [finding.List] names all that is wrong in it.
func (e Env) loadConfig(cmd *cobra.Command) (*config.Config, error) {
	path := PathsOf(cmd).Config
	cfg, err := config.Load(path, e.Checks...)
	e.speaker.speech = e.speaker.after(cfg, err)
	return cfg, orNone(path, err)
}

// orNone returns err, or, where the configuration at path is not there, what makes one.
func orNone(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return finding.New("config.none", finding.Args{"Path": path})
	}
	return err
}

// openStore opens the store that cmd is to use. It never makes one. Where the
// config cannot be read the store is taken for one's own.
func (e Env) openStore(cmd *cobra.Command) (*store.Store, error) {
	p := PathsOf(cmd)
	cfg, err := config.Load(p.Config)
	isCopy := err == nil && cfg.Store.Role == config.Copy
	return e.openAt(cmd.Context(), p.Store, isCopy)
}

// openAt opens the store at path, and says on stderr where that has brought it to a
// newer version.
func (e Env) openAt(ctx context.Context, path string, isCopy bool) (*store.Store, error) {
	st, err := store.Open(ctx, path, store.Options{Now: e.Now, Copy: isCopy})
	if err != nil {
		return nil, err
	}
	if m := st.Migrated(); m != nil {
		found := finding.Finding{Severity: finding.Note, Code: "store.migrated", Subject: path, Args: finding.Args{
			"From": m.From, "To": m.To, "Backup": m.Backup, "Refused": m.Refused,
		}}
		if m.Refused > 0 {
			found.Severity = finding.Warning
		}
		_ = e.printFindings(e.Err, []finding.Finding{found}) // the store is what matters
	}
	return st, nil
}

// withStore calls do with the store that cmd is to use, and closes it. What do
// says it has recorded is safe by then, also where closing fails.
func (e Env) withStore(cmd *cobra.Command, do func(context.Context, *store.Store) error) error {
	st, err := e.openStore(cmd)
	if err != nil {
		return err
	}
	return errors.Join(do(cmd.Context(), st), st.Close())
}
