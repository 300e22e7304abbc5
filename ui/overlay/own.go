package overlay

import (
	"kpiwall/data/words"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Own asks whether a board of one's own is to begin in place of the demo.
type Own struct {
	Base
	stack *Stack
	path  string
	begin func()
}

// NewOwn returns the question before begin, which makes a config at path.
func NewOwn(s *Stack, path string, begin func()) *Own {
	return &Own{stack: s, path: path, begin: begin}
}

// Section takes the answer.
func (o *Own) Section() Section {
	return Section{Title: "keys.own", Bindings: []Binding{
		{Keys: Enter, Runes: "y", Label: "key.name.enter", Words: "key.begin", Do: func(Input) { o.stack.Back(); o.begin() }},
		{Keys: Escape, Runes: "nq", Label: "key.name.escape", Words: "key.back", Do: func(Input) { o.stack.Back() }},
	}}
}

// Compose draws the question.
func (o *Own) Compose(v page.View) []draw.Element {
	p := NewPane(v)
	p.Head(p.Speech.Say("own.question", nil), "")
	p.Foot(Message{}, o.Section().Bindings)
	p.Wrapped("place", p.Speech.Say("own.where", words.Args{"Path": o.path}), placeLines, p.Quiet())
	return p.Done()
}

// placeLines is how many lines the place of the file may take.
const placeLines = 3
