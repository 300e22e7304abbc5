package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/exchange"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
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
			k, err := exchange.NewLookup(cfg).Find(args[0])
			if err != nil {
				return err
			}
			return env.withStore(cmd, func(ctx context.Context, st *store.Store) error {
				text, err := undo(ctx, env, st, cfg, k, by)
				if err == nil {
					_, err = fmt.Fprintln(env.Out, text)
				}
				return err
			})
		},
	}
	cmd.Flags().StringVar(&by, "by", "", "the `name` of who takes it back")
	return cmd
}

// undo takes back the newest row of k and says what stands at its moment now.
func undo(ctx context.Context, env Env, st *store.Store, cfg *config.Config, k *kpi.KPI, by string) (string, error) {
	rows, err := st.History(ctx, k.ID, 0)
	if err != nil {
		return "", err
	}
	if len(rows) == 0 {
		return "", fmt.Errorf("undo: nothing was recorded of %s yet", k.Name)
	}
	last := rows[0] // by moment, which says nothing of when it was recorded
	for _, v := range rows {
		if v.ID > last.ID {
			last = v
		}
	}
	stands, err := st.Undo(ctx, last.ID, by)
	if err != nil {
		return "", err
	}
	text := fmt.Sprintf("undone: %s of %s was %s and is %s again", k.Name, last.At, written(cfg, k, last), written(cfg, k, stands))
	if stands.Withdrawn {
		text = fmt.Sprintf("undone: %s of %s was %s and has no value now", k.Name, last.At, written(cfg, k, last))
	}
	r, err := readingAt(ctx, st, cfg, k, last.At, env.Now())
	if err != nil {
		return text, nil // it lies in no period, and is undone all the same
	}
	return fmt.Sprintf("%s · %s: %s", text, cfg.Calendar.Label(r.History[0].Period, env.Now()), r.Verdict), nil
}
