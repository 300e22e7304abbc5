package command

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/record"
	"kpiwall/data/sheet"
	"kpiwall/data/words"
)

// putCommand records one value. It is for scripts as much as for people: one
// line on stdout after the commit, or one on stderr and nothing recorded.
func putCommand(env Env) *cobra.Command {
	var p put
	var at string
	cmd := &cobra.Command{
		Use:   "put KPI VALUE",
		Short: "Record a value of a KPI",
		Long: "Record a value of a KPI, named by its id or name. The value is typed as at the screen: 42000, 12.5k, 45%, 4:30.\n" +
			"+3 adds to the current period. Without --at the value is of the current period.",
		Example:     "  kpiwall put recurring_revenue 190000 --note \"two renewals\"\n  kpiwall put customers_lost 12 --at 2026-10\n  kpiwall put qualified_leads +1",
		Args:        arguments(2, 2),
		Annotations: map[string]string{takesNumbers: "yes"},
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if p.cfg, err = env.loadConfig(cmd); err != nil {
				return err
			}
			if err := p.read(env, args[0], args[1], at); err != nil {
				return env.orCalledNow(cmd, p.cfg, args[0], err)
			}
			p.input.Person = !cmd.Flags().Changed("source")
			return p.record(cmd.Context(), env, env.recorder(cmd, p.cfg))
		},
	}
	// The names in backquotes stand for the values in the help.
	cmd.Flags().StringVar(&at, "at", "", "the `period`, day or instant at which it was true: "+momentForms)
	cmd.Flags().StringVar(&p.input.Note, "note", "", "why it is so, in a `sentence`")
	cmd.Flags().StringVar(&p.input.By, "by", "", "the `name` of who enters it")
	cmd.Flags().StringVar(&p.input.Source, "source", "put", "the program it comes from, as a `text`; a program that sends the same number again says nothing new")
	return cmd
}

// put is one value as it was typed.
type put struct {
	cfg   *config.Config
	input record.Input
}

// read understands what was typed.
func (p *put) read(env Env, name, value, at string) error {
	k, err := sheet.NewLookup(p.cfg).Find(name)
	if err != nil {
		return err
	}
	p.input.KPI = k
	words := sheet.NewVocabulary(env.speech().Vocabulary())
	if p.input.Typed, err = sheet.ParseTyped(k, env.speech().Locale(), words, value); err != nil || at == "" {
		return err
	}
	when, err := env.moment(p.cfg, k, at)
	p.input.At = when.At
	return err
}

// record records the value and prints what was recorded, once it is safe. At a terminal it
// asks first about a value that is unusual.
func (p *put) record(ctx context.Context, env Env, r *record.Recorder) error {
	p.input.Ask = env.Person && p.input.Person
	saved, err := r.Put(ctx, p.input)
	if errors.Is(err, record.ErrNoSentence) {
		return finding.New("put.sentence", nil)
	}
	if err != nil {
		return err
	}
	if saved.Asked {
		return p.ask(ctx, env, r, saved.Doubts)
	}
	if err = env.say("put.saved", words.Args{"Text": env.speech().Saved(saved)}); err != nil {
		return err
	}
	return env.printFindings(env.Out, saved.Doubts)
}

// ask says what speaks against the value, and records it where that is meant.
func (p *put) ask(ctx context.Context, env Env, r *record.Recorder, doubts []finding.Finding) error {
	for _, doubt := range doubts {
		if err := env.print(env.speech().Finding(doubt)); err != nil {
			return err
		}
	}
	yes, err := env.confirm(ctx, env.speech().Say("put.ask", nil))
	if err != nil {
		return err
	}
	if !yes {
		return finding.New("import.declined", nil)
	}
	p.input.Ask = false
	saved, err := r.Put(ctx, p.input)
	if err != nil {
		return err
	}
	return env.say("put.saved", words.Args{"Text": env.speech().Saved(saved)})
}
