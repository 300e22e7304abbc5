package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"kpiwall/data/store"
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
			fmt.Fprintf(env.Out, "restored %s from %s: %s\n", count(r.Values, "value"), args[0], r.Path)
			if r.Aside != "" {
				_, err = fmt.Fprintf(env.Out, "kept what was there: %s\n", r.Aside)
			}
			return err
		},
	}
}
