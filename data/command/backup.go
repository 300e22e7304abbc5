package command

import (
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"kpiwall/data/store"
	"kpiwall/data/words"
)

// backupCommand is for scripts and for people who are about to do something
// bold: a running wall makes a backup a day by itself.
func backupCommand(env Env) *cobra.Command {
	return &cobra.Command{
		Use:   "backup [FILE]",
		Short: "Copy the store to a new file, also while the wall runs",
		Long: "Copy the store to a new file, also while the wall runs and others write. The copy is checked before it gets its\n" +
			"name, and never takes the place of another file. Without FILE it goes into the folder \"backups\" beside the store.\n" +
			"Please do not copy the store's file itself: without its journal, or half written, it is worth nothing.",
		Args: arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path := PathsOf(cmd).Store
			c, err := store.Backup(cmd.Context(), path, backupTarget(path, args, env.Now()))
			if err != nil {
				return err
			}
			return env.say("backup.done", words.Args{"Values": c.Values, "Path": c.Path})
		},
	}
}

// backupTarget is the file to make: the one named, or one in the folder named.
func backupTarget(path string, args []string, now time.Time) string {
	to := store.BackupPath(path, now)
	if len(args) == 0 {
		return to
	}
	if info, err := os.Stat(args[0]); err == nil && info.IsDir() {
		return filepath.Join(args[0], filepath.Base(to))
	}
	return args[0]
}
