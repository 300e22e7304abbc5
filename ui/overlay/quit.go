package overlay

import (
	"kpiwall/data/words"
	"kpiwall/themes"
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
	var s draw.Sheet
	size, p := v.Frame().Floor, v.Palette
	speech := words.Of(v.Board.Config)
	lines := []string{speech.Say("quit.question", nil), Hint(speech, q.Section().Bindings)}
	if loss := q.loss(); loss != "" {
		lines = append([]string{lines[0]}, loss, lines[1])
	}
	big := draw.Ink{Face: draw.Semibold, Size: size * 1.3, Color: themes.Ink(p.Panel), On: p.Panel}
	small := draw.Ink{Face: draw.Medium, Size: size, Color: themes.SecondaryText(p.Panel, p.MinContrast), On: p.Panel}
	width := big.Face.Width(lines[0], big.Size, false)
	for _, line := range lines[1:] {
		width = max(width, small.Face.Width(line, size, false))
	}
	in := page.Panel(&s, v, width, size*(0.8+1.6*float32(len(lines)-1)))
	y := in.Y + big.Size*draw.CapHeight
	s.Text("question", lines[0], in.X, y, big)
	for _, line := range lines[1:] {
		y += size * 1.6
		s.Text("answers", line, in.X, y, small)
	}
	return s.Elements
}
