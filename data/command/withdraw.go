package command

import (
	"errors"

	"github.com/spf13/cobra"

	"kpiwall/data/finding"
	"kpiwall/data/words"
)

// withdrawCommand takes back what stands in a period, whenever it was recorded.
func withdrawCommand(env Env) *cobra.Command {
	var at, by string
	cmd := &cobra.Command{
		Use:   "withdraw KPI --at PERIOD",
		Short: "Withdraw the value of a KPI for a period",
		Long: "Withdraw the value of a KPI for a period, or what was recorded for one day of it. Nothing stands there from then on.\n" +
			"Nothing is lost; `kpiwall undo KPI` brings it back.",
		Example: "  kpiwall withdraw churn --at 2026-10\n  kpiwall withdraw qualified_leads --at yesterday",
		Args:    arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if at == "" {
				return Usage(errors.New("--at says which value is meant, such as --at 2026-10"))
			}
			cfg, err := env.loadConfig(cmd)
			if err != nil {
				return err
			}
			k, err := env.find(cmd, cfg, args[0])
			if err != nil {
				return err
			}
			when, err := env.recordedMoment(cfg, k, at)
			if err != nil {
				return err
			}
			saved, count, err := env.recorder(cmd, cfg).WithdrawPeriod(cmd.Context(), k, when.At, when.Exactly, by, "put")
			if k.Formula != nil && finding.Is(err, "withdraw.none") {
				return nothingRecorded(k)
			}
			if err != nil {
				return err
			}
			text := env.speech().Say("withdraw.done", words.Args{"Text": env.speech().Saved(saved)})
			return env.say("withdraw.several", words.Args{"Text": text, "Count": count})
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "the `period` or day: "+momentForms)
	cmd.Flags().StringVar(&by, "by", "", "the `name` of who withdraws it")
	return cmd
}
