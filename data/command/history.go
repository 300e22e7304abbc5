package command

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// shownRows is how many rows of a history are printed where nobody says.
const shownRows = 20

// historyCommand shows rows as they were recorded, not combined: it is where
// people look when the wall shows what they did not expect.
func historyCommand(env Env) *cobra.Command {
	var n int
	var imports bool
	cmd := &cobra.Command{
		Use:   "history KPI | --imports",
		Short: "Show what was recorded of a KPI, newest first, corrections included",
		Long: "Show what was recorded of a KPI, newest first, corrections included.\n" +
			"--imports shows the imports and the rounds of entry instead, with the numbers by which `kpiwall undo --import` takes them back.",
		Args: arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if n < 1 {
				return Usage(fmt.Errorf("-n %d: show at least 1 row", n))
			}
			if imports == (len(args) > 0) {
				return Usage(fmt.Errorf("usage: %s; see `%s --help`", cmd.UseLine(), cmd.CommandPath()))
			}
			cfg, err := env.loadConfig(cmd)
			if err != nil {
				return err
			}
			if imports {
				return env.withStore(cmd, func(ctx context.Context, st *store.Store) error { return env.printBatches(ctx, cfg, st, n) })
			}
			k, err := env.find(cmd, cfg, args[0])
			if err != nil {
				return err
			}
			return env.withStore(cmd, func(ctx context.Context, st *store.Store) error {
				rows, err := st.History(ctx, k.ID, n)
				if err != nil {
					return err
				}
				if len(rows) == 0 {
					return nothingRecorded(k)
				}
				if err := historyTable(env.speech(), cfg, k, rows).print(env.Out); err != nil {
					return err
				}
				return env.printRenamings(ctx, cfg, st, k.ID)
			})
		},
	}
	cmd.Flags().BoolVar(&imports, "imports", false, "the imports and rounds of entry")
	cmd.Flags().IntVarP(&n, "rows", "n", shownRows, "how many `rows` to show")
	return cmd
}

// printBatches lists the imports and rounds of entry, the newest first.
func (e Env) printBatches(ctx context.Context, cfg *config.Config, st *store.Store, n int) error {
	list, err := st.Batches(ctx, "", n)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return finding.New("history.no_imports", nil)
	}
	speech := e.speech()
	t := table{head: heading(speech, "number", "recorded", "kind", "source", "by", "values", "state"), right: map[int]bool{0: true, 5: true}}
	for _, b := range list {
		t.add(strconv.FormatInt(b.ID, 10), stamp(cfg, b.Made), speech.Say("history."+b.Kind, nil), speech.Source(b.Name), b.By,
			strconv.Itoa(b.Values), batchState(speech, b))
	}
	return t.print(e.Out)
}

// batchState says how much of a batch was taken back; nothing where all stands.
func batchState(speech *words.Speech, b store.Batch) string {
	switch {
	case b.TakenBack <= 0:
		return ""
	case b.TakenBack >= b.Values:
		return speech.Say("history.taken_back", nil)
	}
	return speech.Say("history.partly", words.Args{"Count": b.TakenBack})
}

// nothingRecorded says that nothing is recorded of k, and why not where it never is.
func nothingRecorded(k *kpi.KPI) error {
	if k.Formula != nil {
		return finding.New("history.computed", finding.Args{"Name": k.Name, "Inputs": k.Formula.Names()})
	}
	return finding.New("history.empty", finding.Args{"Name": k.Name})
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

// written writes the value of one row with all its digits: 4.5 and its correction to
// 4.6 are two numbers here, though the wall shows 5 for both.
func written(speech *words.Speech, k *kpi.KPI, v store.Value) string {
	if v.Withdrawn {
		return "–"
	}
	return speech.Figure(k.ExactFigure(v.Number))
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
