package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/words"
)

// addCommand is the only one that changes a config, and only at its end. With --name
// it asks nothing, so that a script may call it; otherwise somebody answers questions.
func addCommand(env Env) *cobra.Command {
	var given answers
	var from, sheet string
	cmd := &cobra.Command{
		Use:   "add [NAME]",
		Short: "Add a KPI to the configuration",
		Long: "Add a KPI to the configuration: a commented table at its end. The file as it was stays beside it, with .before behind\n" +
			"its name. What the flags do not say is asked, unless there is a --name: then nothing is asked.\n" +
			"--from proposes KPIs from the columns of a CSV file or a workbook, and says how to import it.",
		Example: "  kpiwall add\n  kpiwall add --name \"First reply\" --every day --unit min --target \"<= 4\" --page today\n  kpiwall add --from values.csv",
		Args:    arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			asks := given.name == "" && env.Person
			if len(args) == 1 {
				if given.name != "" {
					return Usage(finding.New("add.two_names", nil))
				}
				given.name = args[0]
			}
			a, err := env.adding(cmd)
			if err != nil {
				return err
			}
			switch {
			case from != "" && given != (answers{}):
				return Usage(finding.New("add.from_alone", nil))
			case from != "":
				return a.fromFile(cmd.Context(), from, sheet)
			case sheet != "":
				return Usage(finding.New("add.sheet_alone", nil))
			}
			return a.one(cmd.Context(), given, asks)
		},
	}
	// The names in backquotes stand for the values in the help.
	cmd.Flags().StringVar(&given.name, "name", "", "what the tile calls it, such as `\"First reply\"`")
	cmd.Flags().StringVar(&given.id, "id", "", "the `id` under which its values are recorded; otherwise made of the name")
	cmd.Flags().StringVar(&given.every, "every", "", "its `rhythm`: "+strings.Join(config.Rhythms(), ", "))
	cmd.Flags().StringVar(&given.combine, "combine", "", "how the values of a period become one, a `way`: "+strings.Join(config.Combinations(), ", "))
	cmd.Flags().StringVar(&given.unit, "unit", "", "its `unit`: %, €, $, min, days, …")
	cmd.Flags().StringVar(&given.target, "target", "", "the `range` in which it is on target: \"<= 4\", \">= 40\", \"70 .. 85\"")
	cmd.Flags().StringVar(&given.page, "page", "", "the `id` of the page on which it stands")
	cmd.Flags().StringVar(&from, "from", "", "propose KPIs from the columns of this `file`")
	cmd.Flags().StringVar(&sheet, "sheet", "", "with --from: the sheet of a workbook, by its `name`")
	return cmd
}

// adding is one call of add.
type adding struct {
	env  Env
	path string
	edit *config.Edit
	dialog
}

func (e Env) adding(cmd *cobra.Command) (*adding, error) {
	path := PathsOf(cmd).Config
	edit, err := config.NewEdit(path, e.Checks...)
	if err != nil {
		return nil, orNone(path, err)
	}
	e.speaker.speech = words.Of(edit.Config)
	return &adding{env: e, path: path, edit: edit, dialog: newDialog(e)}, nil
}

// one adds one KPI.
func (a *adding) one(ctx context.Context, given answers, asks bool) error {
	if given.name == "" && !asks {
		return Usage(finding.New("add.no_name", nil))
	}
	d, err := a.draft(ctx, given, answers{}, asks)
	if err != nil {
		return err
	}
	text := d.table(a.env)
	if err := a.preview(d, text); err != nil {
		return err
	}
	if asks {
		yes, err := a.yes(ctx, "add.sure", words.Args{"Path": a.path})
		if err != nil || !yes {
			return orDeclined(err)
		}
	}
	if _, err := a.edit.Add(text); err != nil {
		return err
	}
	if err := a.env.say("add.done", words.Args{"Name": d.name, "Path": a.path, "Before": config.BeforePath(a.path)}); err != nil {
		return err
	}
	return a.env.say("add.next", words.Args{"KPI": d.id})
}

// orDeclined is how add ends without an error of its own that somebody has said no to.
func orDeclined(err error) error {
	if err != nil {
		return err
	}
	return finding.New("add.declined", nil)
}

// preview says how the tile of d will read, once text, which d is in, is known to fit into
// the file.
func (a *adding) preview(d draft, text string) error {
	c, err := a.edit.Added(text)
	if err != nil {
		return err
	}
	return a.env.say("add.reads", words.Args{"Text": tileText(a.env, c, d.id)})
}
