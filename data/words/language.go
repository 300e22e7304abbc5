package words

import (
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	textlanguage "golang.org/x/text/language"

	"kpiwall/assets"
	"kpiwall/data/finding"
)

// source is the language that the messages are written in first, and the one of
// whoever's own there is no file of.
const source = "en"

// language is the messages of one language.
type language struct {
	tag       string
	localizer *i18n.Localizer
	parser    *messageParser
	plural    map[string]bool  // of all messages: whether they have several forms
	rest      func() *language // says what this one does not; nil for the source, which says all

	months, shortMonths     [12]string
	monthsOfDays            []string // months as they are called behind a day
	untilWeekdays           []string // weekdays as they are called in "by Tuesday"
	weekdays, shortWeekdays [7]string
	magnitudes              [4]string
}

// languages are those that there are messages of, read when first wanted.
var languages = func() map[string]func() *language {
	all := map[string]func() *language{}
	for _, tag := range assets.Languages() {
		all[tag] = sync.OnceValue(func() *language {
			l := load(tag)
			if tag != source {
				l.rest = all[source]
			}
			return l
		})
	}
	return all
}()

// languageOf returns the messages for a tag such as de-AT: those of the language and
// region, of the language, or of the language in another region.
func languageOf(tag string) *language {
	t, err := textlanguage.Parse(tag)
	if err != nil {
		return languages[source]()
	}
	base, _ := t.Base()
	names := []string{t.String(), base.String()}
	for _, name := range assets.Languages() {
		if of, _, elsewhere := strings.Cut(name, "-"); elsewhere && of == base.String() {
			names = append(names, name)
		}
	}
	for _, name := range names {
		if read, ok := languages[name]; ok {
			return read()
		}
	}
	return languages[source]()
}

// load reads the messages of a language.
func load(tag string) *language {
	path := "words/" + tag + ".toml"
	data, err := assets.Words.ReadFile(path)
	if err != nil {
		panic(err) // it is part of the program
	}
	file, err := i18n.ParseMessageFileBytes(data, path, map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	if err != nil {
		panic(err)
	}
	bundle := i18n.NewBundle(file.Tag)
	l := &language{tag: tag, localizer: i18n.NewLocalizer(bundle, tag), plural: map[string]bool{}}
	for _, m := range file.Messages {
		l.plural[m.ID] = m.One != ""
		if m.Many == "" { // French has it for millions in words; here they are in digits
			m.Many = m.Other
		}
	}
	bundle.MustAddMessages(file.Tag, file.Messages...)
	l.parser = newParser(l)
	l.loadNames()
	return l
}

// has reports whether there is a message.
func (l *language) has(id string) bool {
	_, ok := l.plural[id]
	return ok
}

// covers reports whether l has words for the message id and for the findings among
// args.
func (l *language) covers(id string, args Args) bool {
	if l.rest == nil {
		return true
	}
	if !l.has(id) && l.rest().has(id) {
		return false
	}
	for _, arg := range args {
		var within []finding.Finding
		switch fact := arg.(type) {
		case finding.Finding:
			within = []finding.Finding{fact}
		case error:
			within = finding.Of(fact)
		}
		for _, f := range within {
			if !l.covers(f.Code, f.Args) {
				return false
			}
		}
	}
	return true
}

// say says the message id with args. Count among them decides the plural.
func (l *language) say(id string, args Args) (string, error) {
	c := i18n.LocalizeConfig{MessageID: id, TemplateData: map[string]any(args), TemplateParser: l.parser}
	if l.plural[id] {
		c.PluralCount = args["Count"]
	}
	return l.localizer.Localize(&c)
}

// must says a message that there is in every language, and that lacks nothing.
func (l *language) must(id string, args Args) string {
	text, err := l.say(id, args)
	if err != nil {
		return id
	}
	return text
}
