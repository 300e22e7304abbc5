package command

import (
	"context"

	"github.com/spf13/cobra"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/sheet"
	"kpiwall/data/words"
)

// undoCommand goes by when a row was recorded, not by its date: what people
// regret is what they typed last.
func undoCommand(env Env) *cobra.Command {
	var by string
	cmd := &cobra.Command{
		Use:   "undo KPI",
		Short: "Take back what was recorded last of a KPI",
		Long: "Take back what was recorded last of a KPI: the value before it stands again, or none where there was none.\n" +
			"Nothing is lost; undo again to redo.",
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := env.loadConfig(cmd)
			if err != nil {
				return err
			}
			k, err := sheet.NewLookup(cfg).Find(args[0])
			if err != nil {
				return err
			}
			return env.undo(cmd.Context(), env.recorder(cmd, cfg), k, by)
		},
	}
	cmd.Flags().StringVar(&by, "by", "", "the `name` of who takes it back")
	return cmd
}

// undo takes back the newest row of k and says what stands at its moment now.
func (e Env) undo(ctx context.Context, r *record.Recorder, k *kpi.KPI, by string) error {
	last, found, err := r.LastRecorded(ctx, k.ID)
	if err != nil {
		return err
	}
	if !found {
		return finding.New("history.empty", finding.Args{"Name": k.Name})
	}
	stands, err := r.Undo(ctx, last.ID, by)
	if err != nil {
		return err
	}
	speech := e.speech()
	args := words.Args{"Name": k.Name, "At": last.At.String(), "Was": written(speech, k, last), "Is": written(speech, k, stands.Value)}
	id := "undo.done"
	if stands.Value.Withdrawn {
		id = "undo.none"
	}
	text := speech.Say(id, args)
	if p, ok := r.Config.Calendar.PeriodAt(k.Every, last.At); ok && stands.Reading != nil {
		text = speech.Say("undo.period", words.Args{
			"Text": text, "Period": speech.Period(p, r.Now()), "Status": speech.StatusText(stands.Reading.Verdict, stands.Reading),
		})
	}
	return e.print(text)
}
