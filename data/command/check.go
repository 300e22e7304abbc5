package command

import (
	"os"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/doctor"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// many is how many KPIs a company can care about at the very most.
const many = 12

// checkCommand works without a store, such as where a board is written on one machine
// and hung on another; where there is one it says which ids have gone from the config.
func checkCommand(env Env) *cobra.Command {
	var asJSON bool
	var screens []string
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Look for problems in the configuration",
		Args:  arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := env.loadConfig(cmd)
			if problems := finding.Of(err); asJSON && problems != nil {
				if err := env.report(problems, true); err != nil {
					return err
				}
				return finding.New("command.problems", finding.Args{"Count": len(problems)})
			}
			if err != nil {
				return err
			}
			cfg = cfg.On(cfg.Calendar.Today(env.Now()))
			if !asJSON {
				err = env.say("check.good", words.Args{"Path": PathsOf(cmd).Config, "KPIs": len(cfg.KPIs), "Pages": len(cfg.Pages)})
			}
			if err != nil {
				return err
			}
			found := append(advice(cfg), targetNotes(env.speech(), cfg)...)
			found = append(found, formulaNotes(cfg)...)
			found = append(found, env.vanished(cmd, cfg)...)
			if env.Advice != nil {
				unfit, err := env.Advice(cfg, screens)
				if err != nil {
					return err
				}
				found = append(found, unfit...)
			}
			finding.Sort(found)
			return env.report(found, asJSON)
		},
	}
	cmd.Flags().StringSliceVar(&screens, "size", []string{"1920x1080"}, "width and height in `pixels` of the screens on which all must be legible")
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON, for other programs")
	return cmd
}

// vanished says which ids of the store are none of cfg's; nothing where there is no
// store that can be read.
func (e Env) vanished(cmd *cobra.Command, cfg *config.Config) []finding.Finding {
	path := PathsOf(cmd).Store
	if _, err := os.Stat(path); err != nil {
		return nil
	}
	st, err := e.openAt(cmd.Context(), path, cfg.Store.Role == config.Copy)
	if err != nil {
		return nil // that is doctor's matter
	}
	defer st.Close()
	return doctor.Vanished(cmd.Context(), cfg, st)
}

// advice says what is allowed and yet makes a board that helps less than it could.
func advice(cfg *config.Config) []finding.Finding {
	var list []finding.Finding
	if cfg.Store.Role == config.Copy {
		list = append(list, finding.Finding{Severity: finding.Note, Code: "check.copy"})
	}
	if n := len(cfg.KPIs); n > many {
		list = append(list, finding.Finding{Severity: finding.Note, Code: "check.many", Args: finding.Args{"KPIs": n, "Limit": many}})
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
			list = append(list, finding.Finding{Severity: finding.Note, Code: "check.lacking", Subject: k.ID, Args: finding.Args{"Lacks": lacks}})
		}
		if k.MissingZero && k.StaleAfter == 0 {
			list = append(list, finding.Finding{Severity: finding.Warning, Code: "check.zero", Subject: k.ID})
		}
		if !shown[k.ID] {
			list = append(list, finding.Finding{Severity: finding.Warning, Code: "check.no_page", Subject: k.ID})
		}
	}
	return list
}

// lacking returns the ids of what a good KPI has and k has not.
func lacking(k *kpi.KPI) []string {
	var lacks []string
	for _, part := range []struct {
		name  string
		there bool
	}{
		{"lack.target", k.HasTarget() || k.Judged},
		{"lack.owner", k.Owner != ""},
		{"lack.definition", k.Definition != ""},
	} {
		if !part.there {
			lacks = append(lacks, part.name)
		}
	}
	return lacks
}
