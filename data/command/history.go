package command

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/sheet"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// shownRows is how many rows of a history are printed where nobody says.
const shownRows = 20

// historyCommand shows rows as they were recorded, not combined: it is where
// people look when the wall shows what they did not expect.
func historyCommand(env Env) *cobra.Command {
	var n int
	cmd := &cobra.Command{
		Use:   "history KPI",
		Short: "Show what was recorded of a KPI, newest first, corrections included",
		Args:  arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if n < 1 {
				return Usage(fmt.Errorf("-n %d: show at least 1 row", n))
			}
			cfg, err := env.loadConfig(cmd)
			if err != nil {
				return err
			}
			k, err := sheet.NewLookup(cfg).Find(args[0])
			if err != nil {
				return err
			}
			return env.withStore(cmd, func(ctx context.Context, st *store.Store) error {
				rows, err := st.History(ctx, k.ID, n)
				if err != nil {
					return err
				}
				if len(rows) == 0 {
					return finding.New("history.empty", finding.Args{"Name": k.Name})
				}
				return historyTable(env.speech(), cfg, k, rows).print(env.Out)
			})
		},
	}
	cmd.Flags().IntVarP(&n, "rows", "n", shownRows, "how many `rows` to show")
	return cmd
}

// historyTable has the order of the store: newest moment first, and for one
// moment the row in force above those that it replaced.
func historyTable(speech *words.Speech, cfg *config.Config, k *kpi.KPI, rows []store.Value) table {
	t := table{head: heading(speech, "at", "value", "state", "recorded", "by", "source", "note"), right: map[int]bool{1: true}}
	for _, v := range rows {
		t.add(v.At.String(), written(speech, k, v), state(speech, v), stamp(cfg, v.Recorded), v.EnteredBy, v.Source, v.Note)
	}
	return t
}

// written writes the value of one row as the wall would.
func written(speech *words.Speech, k *kpi.KPI, v store.Value) string {
	if v.Withdrawn {
		return "–"
	}
	return speech.Figure(k.Figure(v.Number))
}

// state says why a row does not count; a row in force has none.
func state(speech *words.Speech, v store.Value) string {
	switch {
	case v.Unreadable != nil:
		return speech.Say("history.unreadable", words.Args{"Why": v.Unreadable})
	case v.Superseded:
		return speech.Say("history.replaced", nil)
	case v.Withdrawn:
		return speech.Say("history.withdrawn", nil)
	}
	return ""
}

// stamp writes a moment in the board's zone; other programs may have left none.
func stamp(cfg *config.Config, t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return t.In(cfg.Calendar.Zone).Format("2006-01-02 15:04")
}
