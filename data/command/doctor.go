package command

import (
	"github.com/spf13/cobra"

	"kpiwall/data/doctor"
	"kpiwall/data/finding"
)

func doctorCommand(env Env) *cobra.Command {
	var full, asJSON bool
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Look at everything that the wall depends on, and say what to do",
		Long: "Look at the configuration, the store, its disk and backups, the clock and the display. Each finding is a line that\n" +
			"begins with danger, problem, warning, note or ok, the worst first; the exit status is 1 where there is a problem or\n" +
			"danger. It may be run beside the wall.",
		Args: arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p := PathsOf(cmd)
			found := doctor.Examine(cmd.Context(), doctor.Case{
				ConfigPath: p.Config, Store: p.Store, Checks: env.Checks, Now: env.Now(), Full: full,
			})
			if err := env.report(found, asJSON); err != nil {
				return err
			}
			if n := problemsIn(found); n > 0 {
				return finding.New("command.problems", finding.Args{"Count": n})
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&full, "full", false, "look through the whole store for damage, however large it is")
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON, for other programs")
	return cmd
}
