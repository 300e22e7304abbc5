// Package words phrases facts for people: findings, readings, periods, numbers
// and whatever else is read on the wall or in the terminal. The messages of each
// language are in one file, assets/words/LANGUAGE.toml.
package words

import (
	"strings"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// Args are what a message names, by name. Facts among them are phrased: see
// [Speech.Say].
type Args = finding.Args

// Speech phrases facts in one language, with the numbers of one locale and the
// periods of one calendar. It is never changed; goroutines may share it.
type Speech struct {
	*language
	locale   kpi.Locale
	calendar kpi.Calendar
}

// Of returns the speech of a board: in the language that its config names, else in
// that of its locale.
func Of(cfg *config.Config) *Speech {
	tag := cfg.Language
	if tag == "" {
		tag = cfg.Locale.Tag
	}
	l := languageOf(tag)
	return &Speech{language: l, locale: l.numbers(cfg.Locale), calendar: cfg.Calendar}
}

// In returns the speech of a language where there is no board: for "de-AT" German,
// for one that nobody has written messages of English.
func In(tag string) *Speech {
	l := languageOf(tag)
	locale, err := kpi.ParseLocale(tag)
	if err != nil {
		locale, _ = kpi.ParseLocale(l.tag)
	}
	return &Speech{language: l, locale: l.numbers(locale), calendar: kpi.Calendar{Zone: time.Local}}
}

// English is what logs are written in, whoever's wall it is.
func English() *Speech { return In(source) }

// Environment returns the language that the variables LC_ALL, LC_MESSAGES and LANG
// ask for, such as "de-DE", or English.
func Environment(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale, _, _ := strings.Cut(getenv(name), ".")
		locale, _, _ = strings.Cut(locale, "@")
		switch locale {
		case "":
			continue
		case "C", "POSIX":
			return source
		}
		return strings.ReplaceAll(locale, "_", "-")
	}
	return source
}

// Language returns the language's code, such as "de".
func (s *Speech) Language() string { return s.tag }

// Locale returns the board's locale with the language's own words for thousands
// and millions: what numbers are written in, and read in where people type them.
func (s *Speech) Locale() kpi.Locale { return s.locale }

// Say returns the message id. Among args a [kpi.Figure], [kpi.Period],
// [kpi.Cadence], [kpi.Status] and an error are phrased; Count decides the plural. A
// message that its language does not have is said in English, all of it. One that
// is missing there too, or that lacks an arg, is its id: nobody is served by silence.
func (s *Speech) Say(id string, args Args) string {
	s = s.wholly(id, args)
	text, err := s.say(id, s.phrased(args))
	if err != nil {
		return id
	}
	return text
}

// wholly returns the speech that can say the message id and what is said within it: s,
// or English with the numbers of s. No sentence is half in one language and half in
// another.
func (s *Speech) wholly(id string, args Args) *Speech {
	if s.covers(id, args) {
		return s
	}
	return &Speech{language: s.rest(), locale: s.locale, calendar: s.calendar}
}

// phrased returns args with their facts as text.
func (s *Speech) phrased(args Args) Args {
	out := make(Args, len(args))
	for name, arg := range args {
		switch fact := arg.(type) {
		case kpi.Figure:
			arg = s.Figure(fact)
		case kpi.Period:
			arg = s.FullPeriod(fact)
		case kpi.Cadence:
			arg = s.Cadence(fact)
		case kpi.Status:
			arg = s.Status(fact)
		case finding.Finding:
			arg = said{s.Finding(fact), s.Remedy(fact)}
		case error:
			arg = s.Error(fact)
		}
		out[name] = arg
	}
	return out
}

// said is a finding among the args of a message, which the functions say and
// remedy of the messages take.
type said struct{ sentence, remedy string }
