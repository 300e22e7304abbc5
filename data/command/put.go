package command

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/exchange"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
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
		Example:     "  kpiwall put mrr 42000 --note \"two renewals\"\n  kpiwall put churn -3 --at 2026-10\n  kpiwall put tickets +1",
		Args:        arguments(2, 2),
		Annotations: map[string]string{takesNumbers: "yes"},
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if p.cfg, err = env.loadConfig(cmd); err != nil {
				return err
			}
			p.now = env.Now()
			if err := p.read(args[0], args[1], at); err != nil {
				return err
			}
			return env.withStore(cmd, func(ctx context.Context, st *store.Store) error {
				text, err := p.record(ctx, st)
				if err == nil {
					_, err = fmt.Fprintln(env.Out, text)
				}
				return err
			})
		},
	}
	// The names in backquotes stand for the values in the help.
	cmd.Flags().StringVar(&at, "at", "", "the `date`, period or instant at which it was true: 2026-11-30, 2026-11, 2026-W48, 2026-11-30T14:00:00Z")
	cmd.Flags().StringVar(&p.value.Note, "note", "", "why it is so, in a `sentence`")
	cmd.Flags().StringVar(&p.value.EnteredBy, "by", "", "the `name` of who enters it")
	cmd.Flags().StringVar(&p.value.Source, "source", "put", "where it comes from, as a `text`")
	return cmd
}

// put is one value on its way into the store.
type put struct {
	cfg   *config.Config
	now   time.Time
	kpi   *kpi.KPI
	typed kpi.Typed
	dated bool // somebody said when it was true
	value store.Value
}

// read understands what was typed.
func (p *put) read(name, value, at string) (err error) {
	if p.kpi, err = exchange.NewLookup(p.cfg).Find(name); err != nil {
		return err
	}
	p.value.KPI = p.kpi.ID
	if p.typed, err = exchange.ParseTyped(p.kpi, p.cfg.Locale, value); err != nil {
		return fmt.Errorf("put %q: %w", p.kpi.ID, err)
	}
	if p.kpi.Judged && p.value.Note == "" {
		return fmt.Errorf("put %q: a verdict needs its sentence: add --note \"…\"", p.kpi.ID)
	}
	p.value.Number = p.typed.Number
	if p.dated = at != ""; p.dated {
		if p.value.At, err = exchange.ParseMoment(p.cfg.Calendar, p.kpi, at, p.now); err != nil {
			return fmt.Errorf("put %q: %w", p.kpi.ID, err)
		}
		return nil
	}
	c := p.cfg.Calendar
	p.value.At = c.AtFor(c.Period(p.kpi.Every, p.now), p.now)
	return nil
}

// record writes the value and says what was written, once it is safe.
func (p *put) record(ctx context.Context, st *store.Store) (string, error) {
	if p.typed.Add && p.kpi.Combine == kpi.Sum && !p.dated {
		if err := p.recordApart(ctx, st); err != nil {
			return "", err
		}
		return p.saved(ctx, st)
	}
	if p.typed.Add {
		if err := p.add(ctx, st); err != nil {
			return "", err
		}
	}
	if _, err := st.Put(ctx, p.value); err != nil {
		return "", err
	}
	return p.saved(ctx, st)
}

// recordApart writes an addition as a value of its own, which its period sums
// up: under the first second from now on that has none, so that two additions
// at once are two.
func (p *put) recordApart(ctx context.Context, st *store.Store) error {
	for t := p.now; ; t = t.Add(time.Second) {
		p.value.At = kpi.AtInstant(t)
		_, taken, err := standing(ctx, st, p.kpi.ID, p.value.At)
		if err != nil {
			return err
		}
		if taken {
			continue
		}
		saved, err := st.Put(ctx, p.value)
		if err != nil {
			return err
		}
		// Heard again means that another program wrote the very same in between.
		if !saved[0].Heard.After(saved[0].Recorded) {
			return nil
		}
	}
}

// add makes the typed difference a whole number: on top of the value of that
// moment, or without one on top of what the period shows.
func (p *put) add(ctx context.Context, st *store.Store) error {
	if p.kpi.Combine != kpi.Last && p.kpi.Combine != kpi.Sum {
		return fmt.Errorf("put %q: its values are not added up: write the whole number, without the +", p.kpi.ID)
	}
	base, known, err := standing(ctx, st, p.kpi.ID, p.value.At)
	if err == nil && !known && p.kpi.Combine == kpi.Last {
		r, err := p.reading(ctx, st)
		if err != nil {
			return err
		}
		base, known = r.Number, r.Has
	}
	if err != nil {
		return err
	}
	if !known && p.kpi.Combine == kpi.Last {
		return fmt.Errorf("put %q: there is no value to add to: write the whole number, without the +", p.kpi.ID)
	}
	p.value.Number, err = shortest(base + p.typed.Number)
	return err
}

// shortest takes away what binary fractions leave behind: 0.1 + 0.2 is 0.3.
func shortest(v float64) (float64, error) {
	v, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil {
		return 0, errors.New("the sum is too large")
	}
	return v, nil
}
