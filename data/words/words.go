// Package words phrases facts for people: it makes sentences of findings. The
// messages are the files assets/words/LANGUAGE.toml.
package words

import (
	"maps"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"kpiwall/assets"
	"kpiwall/data/finding"
)

// english is the language of all that is said.
var english = load(language.English)

// speech says messages in one language. Goroutines may share it.
type speech struct {
	localizer *i18n.Localizer
	parser    *messageParser
	ids       map[string]bool // of all messages
}

// load reads the messages of a language.
func load(tag language.Tag) *speech {
	bundle := i18n.NewBundle(tag)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	file, err := bundle.LoadMessageFileFS(assets.Words, "words/"+tag.String()+".toml")
	if err != nil {
		panic(err) // it is part of the program
	}
	s := &speech{localizer: i18n.NewLocalizer(bundle, tag.String()), ids: map[string]bool{}}
	for _, m := range file.Messages {
		s.ids[m.ID] = true
	}
	s.parser = newParser(s)
	return s
}

// say returns the message id with args. Count among them decides the plural.
func (s *speech) say(id string, args finding.Args) (string, error) {
	return s.localizer.Localize(&i18n.LocalizeConfig{
		MessageID: id, TemplateData: map[string]any(args), PluralCount: args["Count"], TemplateParser: s.parser,
	})
}

// Finding returns what was found, in one sentence without its place and without
// an end mark. What no message words is told as its facts.
func Finding(f finding.Finding) string { return english.finding(f) }

// Remedy returns what to do about f, or nothing.
func Remedy(f finding.Finding) string { return english.remedy(f) }

func (s *speech) finding(f finding.Finding) string {
	text, err := s.say(f.Code, dataOf(f))
	if err != nil {
		return f.String()
	}
	return text
}

func (s *speech) remedy(f finding.Finding) string {
	id := f.Code + ".do"
	if !s.ids[id] {
		return ""
	}
	text, err := s.say(id, dataOf(f))
	if err != nil {
		return ""
	}
	return text
}

// dataOf returns what the messages of f may name: its args and its subject.
func dataOf(f finding.Finding) finding.Args {
	data := finding.Args{"Subject": f.Subject}
	maps.Copy(data, f.Args)
	return data
}
