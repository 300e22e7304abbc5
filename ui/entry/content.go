package entry

import (
	"slices"
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
	"kpiwall/ui/overlay"
)

// preview returns how the period would stand with what is typed, and what speaks
// against it.
func (f *form) preview() (*board.Reading, []finding.Finding, error) {
	t, err := f.typedValue()
	if err != nil {
		return nil, nil, err
	}
	p := f.period()
	usual := record.Usual(f.wall.Board().Readings[f.kpi.ID], p)
	r, doubts := record.Preview(f.wall.Board().Config, f.kpi, p, f.values[p], usual, f.content(t), f.wall.Now())
	return r, doubts, nil
}

func (f *form) typedValue() (kpi.Typed, error) {
	if f.kpi.Judged {
		return kpi.Typed{Number: f.verdict}, nil
	}
	return kpi.ParseValue(f.kpi.Format, f.speech().Locale(), f.text)
}

// content returns what the form holds as it would be recorded.
func (f *form) content(t kpi.Typed) record.Input {
	in := record.Input{Typed: t, Note: strings.TrimSpace(f.note), By: f.person.by, Source: "screen", Person: true}
	return f.dated(in)
}

// dated returns in for the KPI as it is now, and for the moment under which the
// form's period is recorded now: the one of typing may be over by then.
func (f *form) dated(in record.Input) record.Input {
	in.KPI, in.At = f.kpi, f.at
	if p := f.period(); f.at.IsZero() && p != f.current(f.kpi) {
		in.At = f.calendar(f.kpi).AtFor(f.kpi, p, f.wall.Now())
	}
	return in
}

// replacing says what becomes of the value that the period has once what is typed is
// saved, or "" where there is none, or nothing is typed.
func (f *form) replacing() string {
	r := f.has()
	t, err := f.typedValue()
	if r == nil || !r.Has || err != nil || f.kpi.Judged && !f.judged {
		return ""
	}
	s, args := f.speech(), words.Args{"Period": f.speech().Period(f.period(), f.wall.Now()), "Value": f.speech().ReadingText(r)}
	old, found := f.atMoment(f.content(t))
	switch {
	case t.Add || f.kpi.Combine == kpi.Sum && !found:
		return s.Say("entry.adds", args)
	case f.kpi.Combine == kpi.Last || len(f.values[f.period()]) == 1 && found:
		return s.Say("entry.replaces", args)
	case !found:
		return s.Say("entry.joins", args)
	}
	args["Part"] = s.Figure(f.kpi.ExactFigure(old.Number))
	return s.Say("entry.replaces_part", args)
}

// corrects reports whether in takes the place of a value that the same moment has,
// and does not go on from it.
func (f *form) corrects(in record.Input) bool {
	_, found := f.atMoment(in)
	return found && !in.Typed.Add
}

// atMoment returns the value that the moment of in has, as far as it was read.
func (f *form) atMoment(in record.Input) (kpi.Value, bool) {
	p, at := f.period(), in.At
	if at.IsZero() {
		at = f.calendar(f.kpi).AtFor(f.kpi, p, f.wall.Now())
	}
	i := slices.IndexFunc(f.values[p], func(v kpi.Value) bool { return v.At.String() == at.String() })
	if i < 0 {
		return kpi.Value{}, false
	}
	return f.values[p][i], true
}

// input returns what to record, or says what is missing and returns false.
func (f *form) input() (in record.Input, ok bool) {
	if f.gone {
		return in, false
	}
	if f.kpi.Judged && (!f.judged || strings.TrimSpace(f.note) == "") {
		f.message = f.bad("entry.judgement", nil)
		f.goTo(valueField) // where digits choose the verdict
		if f.judged {
			f.goTo(noteField)
		}
		return in, false
	}
	r, doubts, err := f.preview()
	if err != nil {
		f.message = overlay.Message{Text: f.speech().Error(err), Tone: kpi.Worse}
		return in, false
	}
	t, _ := f.typedValue()
	return f.content(t), !f.asks(t, r, doubts)
}

// asks says once what speaks against what is typed; Enter once more is the answer.
func (f *form) asks(t kpi.Typed, r *board.Reading, doubts []finding.Finding) bool {
	if len(doubts) == 0 || f.asked {
		return false
	}
	f.asked = true
	unusual, why := record.Doubted(doubts, record.Unusual), record.Doubted(doubts, record.NoteWanted)
	first := doubts[0].Args
	value := words.Args{"Value": first["Figure"], "Low": first["Low"], "High": first["High"]}
	switch {
	case record.Doubted(doubts, record.MinutesMeant): // what to type is a number
		value["Minutes"] = f.asMinutes(t)
		f.message = f.bad("entry.minutes_meant", value)
		return true
	case record.Doubted(doubts, record.Fraction):
		f.message = f.bad("entry.fraction", value)
	case unusual && why:
		f.message = f.bad("entry.unusual_why", value)
	case unusual:
		f.message = f.bad("entry.unusual", value)
	default:
		f.message = f.neutral("entry.say_why", words.Args{"Status": r.Verdict})
	}
	if why {
		f.goTo(noteField)
	}
	return true
}

// asMinutes returns how minutes are typed where a number was typed alone.
func (f *form) asMinutes(t kpi.Typed) string {
	return kpi.Format{Style: kpi.Duration}.Text(f.speech().Locale(), 60*t.Number)
}

// meaning says what a number alone means where a duration is typed, or "".
func (f *form) meaning() string {
	t, err := f.typedValue()
	if err != nil || !t.Bare {
		return ""
	}
	clock := kpi.Format{Style: kpi.Duration, Decimals: f.kpi.Format.Decimals}
	return f.say("entry.seconds", words.Args{
		"Typed": strings.TrimSpace(f.text), "Value": clock.Text(f.speech().Locale(), t.Number), "Minutes": f.asMinutes(t),
	})
}

// names says which value was entered: "Churn 2.1% for November".
func (f *form) names() string {
	k, t, s := f.entered.in.KPI, f.entered.in.Typed, f.speech() // as it was entered
	value := s.Figure(k.ExactFigure(t.Number))
	if t.Add {
		value = "+" + value
	}
	return s.Say("entry.what", words.Args{"Name": f.kpi.Name, "Value": value, "Period": s.Period(f.period(), f.wall.Now())})
}
