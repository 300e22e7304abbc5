package command

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// listCommand evaluates by the same code as the wall, so that a script and a
// passer-by never disagree.
func listCommand(env Env) *cobra.Command {
	var asOf string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Show how every KPI stands, as the wall does",
		Args:  arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			var day kpi.Date
			if asOf != "" {
				var err error
				if day, err = kpi.ParseDate(asOf); err != nil {
					return Usage(fmt.Errorf("--as-of: %w", err))
				}
			}
			cfg, err := env.loadConfig(cmd)
			if err != nil {
				return err
			}
			return env.withStore(cmd, func(ctx context.Context, st *store.Store) error {
				b, err := evaluate(ctx, env, cfg, st, day)
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(env.Out, b)
				}
				return printList(env.Out, b)
			})
		},
	}
	cmd.Flags().StringVar(&asOf, "as-of", "", "as the wall would have stood at the end of that `date`")
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON, for other programs")
	return cmd
}

// evaluate builds the board of now, or with a day that of its end.
func evaluate(ctx context.Context, env Env, cfg *config.Config, st *store.Store, day kpi.Date) (*board.Board, error) {
	src := board.FromStore(st)
	if day.IsZero() {
		return board.Build(ctx, cfg, src, env.Now())
	}
	return board.BuildAsOf(ctx, cfg, src, day, env.Now())
}

// printList writes a line for each KPI, in the order of the configuration, and
// what speaks against them.
func printList(w io.Writer, b *board.Board) error {
	t := table{
		head:  []string{"kpi", "name", "period", "value", "status", "target", "change", "warning"},
		right: map[int]bool{3: true, 6: true},
	}
	for _, r := range inOrder(b) {
		status := r.Status.String()
		if r.Status == kpi.Overdue && r.Verdict.Verdict() {
			status += " (was " + r.Verdict.String() + ")"
		}
		t.add(r.KPI.ID, r.KPI.Name, periodID(b, r), r.Text, status, r.TargetText, r.ChangeText, r.Warning)
	}
	if err := t.print(w); err != nil {
		return err
	}
	return printFindings(w, b.Findings, false)
}

// listed is a reading as JSON has it: the contract of list --json.
type listed struct {
	KPI     string   `json:"kpi"`
	Name    string   `json:"name"`
	Period  string   `json:"period"` // 2010-06, 2010-W23, 2010-Q2, 2010, 2010-06-30 or 2010-06-30T14; empty without a value
	Value   *float64 `json:"value"`  // null without one
	Text    string   `json:"text"`
	Status  string   `json:"status"`
	Verdict string   `json:"verdict"` // the status that an overdue value had
	Target  string   `json:"target"`
	Change  string   `json:"change"`
	At      string   `json:"at"`
	Note    string   `json:"note"`
	Warning string   `json:"warning"`
}

// printJSON writes an array with an object for each KPI, in the order of the
// configuration.
func printJSON(w io.Writer, b *board.Board) error {
	list := make([]listed, 0, len(b.Readings))
	for _, r := range inOrder(b) {
		l := listed{
			KPI: r.KPI.ID, Name: r.KPI.Name, Period: periodID(b, r), Text: r.Text,
			Status: r.Status.String(), Verdict: r.Verdict.String(),
			Target: r.TargetText, Change: r.ChangeText, At: r.At.String(),
			Note: r.Note, Warning: r.Warning,
		}
		if r.Has {
			l.Value = &r.Number
		}
		list = append(list, l)
	}
	return encode(w, list)
}

// inOrder returns the readings in the order of the configuration.
func inOrder(b *board.Board) []*board.Reading {
	list := make([]*board.Reading, len(b.Config.KPIs))
	for i := range b.Config.KPIs {
		list[i] = b.Readings[b.Config.KPIs[i].ID]
	}
	return list
}

// periodID returns the short name of the period that the value is of.
func periodID(b *board.Board, r *board.Reading) string {
	if !r.Has {
		return ""
	}
	return b.Config.Calendar.ID(r.Period)
}
