package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/sheet"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// renameCommand moves a history after somebody has given a KPI another id in the
// config, which stays theirs to edit.
func renameCommand(env Env) *cobra.Command {
	var undo, merge bool
	cmd := &cobra.Command{
		Use:   "rename OLD NEW | --undo OLD",
		Short: "Move the history of a KPI to its new id",
		Long: "Move the history of a KPI whose id was changed in the config to the new id: all values and corrections, as though it\n" +
			"had always been called so. --undo takes that back; what was recorded under the new id since stays there.\n" +
			"A program that goes on writing the old id is not redirected: `kpiwall check` and `doctor` name it, its values are\n" +
			"moved by calling this once more, and `kpiwall put` refuses the old id with the new one.",
		Args: arguments(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if undo != (len(args) == 1) {
				return Usage(fmt.Errorf("usage: %s; see `%s --help`", cmd.UseLine(), cmd.CommandPath()))
			}
			cfg, err := env.loadConfig(cmd)
			if err != nil {
				return err
			}
			if undo {
				return env.withStore(cmd, func(ctx context.Context, st *store.Store) error { return env.undoRename(ctx, st, args[0]) })
			}
			if err := renamed(cfg, args[0], args[1]); err != nil {
				return err
			}
			return env.withStore(cmd, func(ctx context.Context, st *store.Store) error {
				r, err := st.Rename(ctx, args[0], args[1], merge)
				if err != nil {
					return err
				}
				return env.say("rename.done", words.Args{"Old": r.Old, "New": r.New, "Values": r.Values})
			})
		},
	}
	cmd.Flags().BoolVar(&undo, "undo", false, "give a history that was moved its old id back")
	cmd.Flags().BoolVar(&merge, "merge", false, "also where the new id has values of its own: of two for one moment the one recorded last stands")
	return cmd
}

func (e Env) undoRename(ctx context.Context, st *store.Store, old string) error {
	r, err := st.UndoRename(ctx, old)
	if err != nil {
		return err
	}
	return e.say("rename.undone", words.Args{"Old": r.Old, "New": r.New, "Values": r.Values})
}

// renamed says what is wrong with the config for a history to be moved: the new id has
// to be there, and the old one gone.
func renamed(cfg *config.Config, old, now string) error {
	var ids []string
	for k := range cfg.Recorded {
		ids = append(ids, k.ID)
	}
	switch k := cfg.Defined(now); {
	case old == now:
		return Usage(finding.New("rename.same", finding.Args{"Old": old}))
	case k == nil:
		return finding.New("rename.new", finding.Args{"Old": old, "New": now, "Meant": config.Nearest(now, ids)})
	case k.Formula != nil:
		return finding.New("rename.computed", finding.Args{"New": now})
	case cfg.Defined(old) != nil:
		return finding.New("rename.old", finding.Args{"Old": old, "New": now})
	}
	return nil
}

// find returns the KPI that name means, by its id or name.
func (e Env) find(cmd *cobra.Command, cfg *config.Config, name string) (*kpi.KPI, error) {
	k, err := sheet.NewLookup(cfg).Find(name)
	if err != nil {
		return nil, e.orCalledNow(cmd, cfg, name, err)
	}
	return k, nil
}

// orCalledNow returns err, or where it came of id having been renamed, what that is
// called now.
func (e Env) orCalledNow(cmd *cobra.Command, cfg *config.Config, id string, err error) error {
	if _, unknown := sheet.NewLookup(cfg).Find(id); unknown == nil {
		return err
	}
	if now := e.renamed(cmd)[id]; now != "" {
		return finding.New("rename.called", finding.Args{"Old": id, "New": now})
	}
	return err
}

// renamed returns the ids that were renamed, and what each is called now; none where the
// store cannot be read, which whoever needs it reports.
func (e Env) renamed(cmd *cobra.Command) map[string]string {
	now := map[string]string{}
	_ = e.withStore(cmd, func(ctx context.Context, st *store.Store) error {
		list, err := st.Renamings(ctx)
		for _, r := range list {
			now[r.Old] = r.New
		}
		return err
	})
	for old := range now {
		for range len(now) { // one may have been renamed after the other
			if next := now[now[old]]; next != "" {
				now[old] = next
			}
		}
	}
	return now
}

// printRenamings says below a history what it was called before.
func (e Env) printRenamings(ctx context.Context, cfg *config.Config, st *store.Store, id string) error {
	list, err := st.Renamings(ctx)
	if err != nil {
		return err
	}
	for _, r := range list {
		if r.New != id {
			continue
		}
		if err := e.say("history.renamed", words.Args{"Old": r.Old, "When": r.At.In(cfg.Calendar.Zone)}); err != nil {
			return err
		}
	}
	return nil
}
