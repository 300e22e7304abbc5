package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"kpiwall/data/doctor"
)

func doctorCommand(env Env) *cobra.Command {
	var full bool
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Look at everything that the wall depends on, and say what to do",
		Long: "Look at the configuration, the store, its disk and backups, the clock and the display. Each finding is a line that\n" +
			"begins with ok, note or problem; the exit status is 1 where there is a problem. It may be run beside the wall.",
		Args: arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p := PathsOf(cmd)
			found := doctor.Examine(cmd.Context(), doctor.Case{
				ConfigPath: p.Config, Store: p.Store, Checks: env.Checks, Now: env.Now(), Full: full,
			})
			problems := 0
			for _, f := range found {
				if f.Level == doctor.Problem {
					problems++
				}
				if _, err := fmt.Fprintln(env.Out, f); err != nil {
					return err
				}
			}
			if problems > 0 {
				return fmt.Errorf("doctor: %s found", count(problems, "problem"))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&full, "full", false, "look through the whole store for damage, however large it is")
	return cmd
}
