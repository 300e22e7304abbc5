package overlay

import (
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Quit asks whether the wall is really to be closed.
type Quit struct {
	Base
	stack *Stack
	loss  func() string
	quit  func()
}

// NewQuit returns the question before quit. loss says what would be lost, or "".
func NewQuit(s *Stack, loss func() string, quit func()) *Quit {
	return &Quit{stack: s, loss: loss, quit: quit}
}

// Section takes the answer.
func (q *Quit) Section() Section {
	return Section{Title: "keys.quit", Bindings: []Binding{
		{Keys: Enter, Runes: "y", Label: "key.name.enter", Words: "key.close", Do: func(Input) { q.quit() }},
		{Keys: Escape, Runes: "nq", Label: "key.name.escape", Words: "key.stay", Do: func(Input) { q.stack.Back() }},
	}}
}

// Compose draws the question.
func (q *Quit) Compose(v page.View) []draw.Element {
	p := NewPane(v)
	p.Head(p.Speech.Say("quit.question", nil), "")
	p.Foot(Message{}, q.Section().Bindings)
	if loss := q.loss(); loss != "" {
		p.Wrapped("loss", loss, lossLines, p.Quiet())
	}
	return p.Done()
}

// lossLines is how many lines what would be lost may take.
const lossLines = 3
