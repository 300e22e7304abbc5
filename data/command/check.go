package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// many is how many KPIs a company can care about at the very most.
const many = 12

// checkCommand reads the configuration only: it works without a store, such as
// where a board is written on one machine and hung on another.
func checkCommand(env Env) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Look for problems in the configuration",
		Args:  arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := env.loadConfig(cmd)
			if err != nil {
				return err
			}
			fmt.Fprintf(env.Out, "%s: %s on %s, no problems\n", PathsOf(cmd).Config, count(len(cfg.KPIs), "KPI"), count(len(cfg.Pages), "page"))
			notes := advice(cfg)
			if env.Advice != nil {
				notes = append(notes, env.Advice(cfg)...)
			}
			for _, a := range notes {
				fmt.Fprintln(env.Out, "note: "+a)
			}
			return nil
		},
	}
}

// advice says what is allowed and yet makes a board that helps less than it could.
func advice(cfg *config.Config) []string {
	var list []string
	if cfg.Store.Role == config.Copy {
		list = append(list, "the store is a copy: values are recorded where it comes from, and not here")
	}
	if n := len(cfg.KPIs); n > many {
		list = append(list, fmt.Sprintf("%d KPIs are more than a team can care about; %d are the most that a company should have", n, many))
	}
	shown := map[string]bool{}
	for _, p := range cfg.Pages {
		for _, id := range p.Tiles {
			shown[id] = true
		}
	}
	for i := range cfg.KPIs {
		k := &cfg.KPIs[i]
		if lacks := lacking(k); len(lacks) > 0 {
			list = append(list, fmt.Sprintf("%s has no %s", k.ID, strings.Join(lacks, ", no ")))
		}
		if !shown[k.ID] {
			list = append(list, fmt.Sprintf("%s is on no page", k.ID))
		}
	}
	return list
}

// lacking names what a good KPI has and k has not.
func lacking(k *kpi.KPI) []string {
	var lacks []string
	for _, part := range []struct {
		name  string
		there bool
	}{
		{"target", len(k.Targets) > 0 || k.Judged},
		{"owner", k.Owner != ""},
		{"definition", k.Definition != ""},
	} {
		if !part.there {
			lacks = append(lacks, part.name)
		}
	}
	return lacks
}
