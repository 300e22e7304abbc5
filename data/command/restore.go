package command

import (
	"github.com/spf13/cobra"

	"kpiwall/data/store"
	"kpiwall/data/words"
)

func restoreCommand(env Env) *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup in the place of the store",
		Long: "Put a copy of the backup FILE in the place of the store. What was there is kept beside it. The wall must be\n" +
			"closed, and no other program may be writing; otherwise, and where FILE is no sound backup, nothing is changed.",
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := store.Restore(cmd.Context(), args[0], PathsOf(cmd).Store, env.Now())
			if err != nil {
				return err
			}
			err = env.say("restore.done", words.Args{"Values": r.Values, "Backup": args[0], "Path": r.Path})
			if err == nil && r.Aside != "" {
				err = env.say("restore.aside", words.Args{"Aside": r.Aside})
			}
			return err
		},
	}
}
