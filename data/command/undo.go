package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/sheet"
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
			text, err := undo(cmd.Context(), env.recorder(cmd, cfg), k, by)
			if err == nil {
				_, err = fmt.Fprintln(env.Out, oneLine(text))
			}
			return err
		},
	}
	cmd.Flags().StringVar(&by, "by", "", "the `name` of who takes it back")
	return cmd
}

// undo takes back the newest row of k and says what stands at its moment now.
func undo(ctx context.Context, r *record.Recorder, k *kpi.KPI, by string) (string, error) {
	last, found, err := r.LastRecorded(ctx, k.ID)
	if err != nil {
		return "", err
	}
	if !found {
		return "", fmt.Errorf("undo: nothing was recorded of %s yet", k.Name)
	}
	stands, err := r.Undo(ctx, last.ID, by)
	if err != nil {
		return "", err
	}
	text := fmt.Sprintf("undone: %s of %s was %s and is %s again", k.Name, last.At, written(r.Config, k, last), written(r.Config, k, stands.Value))
	if stands.Value.Withdrawn {
		text = fmt.Sprintf("undone: %s of %s was %s and has no value now", k.Name, last.At, written(r.Config, k, last))
	}
	if p, ok := r.Config.Calendar.PeriodAt(k.Every, last.At); ok && stands.Reading != nil {
		text += fmt.Sprintf(" · %s: %s", r.Config.Calendar.Label(p, r.Now()), stands.Reading.Verdict)
	}
	return text, nil
}
