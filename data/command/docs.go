package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/spf13/pflag"
)

// Where docs puts what, in the layout of a system's /usr/share.
const (
	manFolder  = "man/man1"
	bashFolder = "bash-completion/completions"
	zshFolder  = "zsh/vendor-completions"
	fishFolder = "fish/vendor_completions.d"
)

// Docs returns the command that writes what a package installs beside the
// program: of all commands of the root that it is added to. It is hidden, since
// only who makes a package needs it.
func Docs(env Env) *cobra.Command {
	return &cobra.Command{
		Use:    "docs FOLDER",
		Short:  "Write the manual pages and the shells' completions",
		Hidden: true,
		Args:   arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := writeDocs(cmd.Root(), env.Version, args[0]); err != nil {
				return fmt.Errorf("write the manual pages: %w", err)
			}
			return nil
		},
	}
}

// writeDocs writes into dir, which is made. The pages bear the date that
// SOURCE_DATE_EPOCH names and nobody's home, so that the same program has the
// same pages wherever they are made.
func writeDocs(root *cobra.Command, version, dir string) error {
	for _, folder := range []string{manFolder, bashFolder, zshFolder, fishFolder} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			return err
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		root.PersistentFlags().VisitAll(func(f *pflag.Flag) { f.DefValue = strings.Replace(f.DefValue, home, "~", 1) })
	}
	root.DisableAutoGenTag = true
	header := &doc.GenManHeader{Section: "1", Source: "kpiwall " + version, Manual: "kpiwall"}
	return errors.Join(
		doc.GenManTree(root, header, filepath.Join(dir, manFolder)),
		root.GenBashCompletionFileV2(filepath.Join(dir, bashFolder, "kpiwall"), true),
		root.GenZshCompletionFile(filepath.Join(dir, zshFolder, "_kpiwall")),
		root.GenFishCompletionFile(filepath.Join(dir, fishFolder, "kpiwall.fish"), true),
	)
}
