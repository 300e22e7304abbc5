package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"kpiwall/data/exchange"
	"kpiwall/data/store"
)

// exportCommand needs no configuration: values outlive the board that showed
// them, and a broken config.toml must not stand between people and their data.
func exportCommand(env Env) *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "export [KPI…]",
		Short: "Write values as CSV, such that import reads them back",
		Long: "Write the values in force as CSV, of all KPIs or of those named by their ids, also of KPIs that the\n" +
			"configuration does not have. What was replaced or withdrawn is not part of it; see history.",
		Args: arguments(0, -1),
		RunE: func(cmd *cobra.Command, ids []string) error {
			return env.withStore(cmd, func(ctx context.Context, st *store.Store) error {
				if err := known(ctx, st, ids); err != nil {
					return err
				}
				if file == "" {
					return export(ctx, st, ids, env.Out)
				}
				return replaceFile(file, func(w io.Writer) error { return export(ctx, st, ids, w) })
			})
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to `FILE` instead, in the place of what it holds")
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
			return fmt.Errorf("export: the store has no values of %q: name KPIs by their ids, as `kpiwall list` shows them", id)
		}
	}
	return nil
}

// export writes the values in force of ids, or of all KPIs where there are none.
func export(ctx context.Context, st *store.Store, ids []string, to io.Writer) error {
	w := exchange.NewWriter(to)
	if err := st.Each(ctx, ids, w.Write); err != nil {
		return err
	}
	return w.Flush()
}

// replaceFile writes a whole file or leaves the one that is there.
func replaceFile(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".kpiwall-export-*")
	if err != nil {
		return fmt.Errorf("export to %q: %w", path, err)
	}
	// Only a finished file gets the name; after that there is none to remove.
	defer os.Remove(f.Name())
	if err = write(f); err == nil {
		err = f.Chmod(0o644) // as any other file that a person makes
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("export to %q: %w", path, err)
	}
	return nil
}
