package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"kpiwall/data/finding"
	"kpiwall/data/sheet"
	"kpiwall/data/store"
)

// exportCommand needs no configuration: values outlive the board that showed
// them, and a broken config.toml must not stand between people and their data.
func exportCommand(env Env) *cobra.Command {
	var file string
	var safe bool
	cmd := &cobra.Command{
		Use:   "export [KPI…]",
		Short: "Write values as CSV, such that import reads them back",
		Long: "Write the values in force as CSV, of all KPIs or of those named by their ids, also of KPIs that the\n" +
			"configuration does not have. What was replaced or withdrawn is not part of it; see history.",
		Args: arguments(0, -1),
		RunE: func(cmd *cobra.Command, ids []string) error {
			if err := spared(file, PathsOf(cmd).Config); err != nil {
				return err
			}
			return env.withStore(cmd, func(ctx context.Context, st *store.Store) error {
				if err := known(ctx, st, ids); err != nil {
					return err
				}
				e := exporting{safe: safe, lack: map[string]lack{}}
				err := env.writeTo(ctx, file, func(w io.Writer) error { return e.write(ctx, st, ids, w) })
				return errors.Join(err, env.printFindings(env.Err, e.findings()))
			})
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "-", "write to `FILE` instead, in the place of what it holds; - is standard output")
	cmd.Flags().BoolVar(&safe, "safe", false, "for spreadsheets: an apostrophe before texts that they would run as formulas")
	return cmd
}

// known refuses ids that the store does not have.
func known(ctx context.Context, st *store.Store, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	has, err := st.KPIs(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if _, ok := has[id]; !ok {
			return finding.New("export.unknown", finding.Args{"KPI": id})
		}
	}
	return nil
}

// exporting is an export under way.
type exporting struct {
	safe bool // for spreadsheets
	lack map[string]lack
}

// lack is what a KPI's export lacks: the first row that cannot be read, and how many
// there are.
type lack struct {
	first store.Value
	rows  int
}

// write writes the values in force of ids, or of all KPIs where there are none.
func (e exporting) write(ctx context.Context, st *store.Store, ids []string, to io.Writer) error {
	w := sheet.NewWriter(to)
	w.Safe = e.safe
	err := st.Each(ctx, ids, func(v store.Value) error {
		if v.Unreadable == nil {
			return w.Write(v)
		}
		l := e.lack[v.KPI]
		if l.rows++; l.rows == 1 {
			l.first = v
		}
		e.lack[v.KPI] = l
		return nil
	})
	if err != nil {
		return err
	}
	return w.Flush()
}

// findings says what was left out, in a warning for each KPI.
func (e exporting) findings() (found []finding.Finding) {
	for _, id := range slices.Sorted(maps.Keys(e.lack)) {
		l := e.lack[id]
		found = append(found, finding.Finding{
			Severity: finding.Warning, Code: "export.left_out", Subject: id,
			Args: finding.Args{"Rows": l.rows, "Row": fmt.Sprint(l.first.ID), "Why": l.first.Unreadable},
		})
	}
	return found
}
