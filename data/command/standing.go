package command

import (
	"context"
	"fmt"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// standing returns the number in force at exactly one moment.
func standing(ctx context.Context, st *store.Store, id string, at kpi.At) (number float64, found bool, err error) {
	end := kpi.Bounds{EndDay: at.Day.AddDays(1).String()}
	if at.Day.IsZero() {
		end = kpi.Bounds{End: kpi.AtInstant(at.Instant.Add(time.Second)).String()}
	}
	err = st.View(ctx, func(v *store.View) error {
		values, err := v.Newest(ctx, id, end)
		for _, value := range values {
			if value.At.String() == at.String() {
				number, found = value.Number, true
			}
		}
		return err
	})
	return number, found, err
}

// readingAt returns how the period of at stands for k, as a tile would show it.
func readingAt(ctx context.Context, st *store.Store, cfg *config.Config, k *kpi.KPI, at kpi.At, now time.Time) (*board.Reading, error) {
	p, ok := cfg.Calendar.PeriodAt(k.Every, at)
	if !ok {
		return nil, fmt.Errorf("%s is hourly, and %s does not say which hour", k.ID, at)
	}
	var values [][]kpi.Value
	err := st.View(ctx, func(v *store.View) (err error) {
		values, err = v.Series(ctx, k.ID, []kpi.Bounds{cfg.Calendar.Bounds(p)}, false)
		return err
	})
	if err != nil {
		return nil, err
	}
	return board.Evaluate(cfg, k, board.Found{Period: p, Values: values}, now), nil
}

// reading returns how the period of the value stands now.
func (p *put) reading(ctx context.Context, st *store.Store) (*board.Reading, error) {
	return readingAt(ctx, st, p.cfg, p.kpi, p.value.At, p.now)
}

// saved says what was recorded and how its period stands with it, which is not
// the same where the period has other values too.
func (p *put) saved(ctx context.Context, st *store.Store) (string, error) {
	r, err := p.reading(ctx, st)
	if err != nil {
		return "", fmt.Errorf("the value is saved, but: %w", err)
	}
	number := p.kpi.Format.Text(p.cfg.Locale, p.value.Number)
	if p.kpi.Judged {
		number = board.VerdictWord(p.value.Number)
	}
	c := p.cfg.Calendar
	text := fmt.Sprintf("saved: %s %s for %s", p.kpi.Name, number, c.Label(r.Period, p.now))
	if r.Text != number {
		text += fmt.Sprintf(", which stands at %s", r.Text)
	}
	text += " · " + r.Verdict.String()
	if c.Steps(c.Period(p.kpi.Every, p.now), r.Period) > 0 {
		text += "; the wall shows it when that period begins"
	}
	if p.kpi.NoteWhenOff && r.Verdict.Off() && p.value.Note == "" {
		text += "\nnote: " + p.kpi.Name + " should say why it is off target: put it again with --note \"…\""
	}
	return text, nil
}
