package entry

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/ui/draw"
	"kpiwall/ui/overlay"
	"kpiwall/ui/page"
)

// longestName is how many characters a name may have.
const longestName = 40

// naming asks who enters, once a round.
type naming struct {
	overlay.Base
	*desk
	then func()
	name string
}

func (n *naming) TakesValues() bool { return true }

// Section takes the name.
func (n *naming) Section() overlay.Section {
	return overlay.Section{Title: "keys.name", Bindings: []overlay.Binding{
		{Keys: overlay.Enter, Label: "key.name.enter", Words: "key.name", Do: n.take},
		{Keys: []fyne.KeyName{fyne.KeyBackspace}, Do: func(overlay.Input) { n.name = withoutLast(n.name) }},
		{Keys: overlay.Escape, Label: "key.name.escape", Words: "key.back", Do: func(overlay.Input) { n.stack.Back() }},
		{Text: unicode.IsPrint, Do: n.typed},
	}}
}

func (n *naming) typed(in overlay.Input) {
	if len([]rune(n.name)) < longestName {
		n.name += string(in.Char)
	}
}

func (n *naming) take(overlay.Input) {
	n.person.by, n.person.named = strings.TrimSpace(n.name), true
	n.stack.Back()
	n.then()
}

// Compose draws the question.
func (n *naming) Compose(v page.View) []draw.Element {
	p := overlay.NewPane(v)
	p.Head(p.Speech.Say("name.title", nil), "")
	p.FootWithMessage(overlay.Message{}, n.Section().Bindings)
	big := p.Main()
	big.Size = p.Size * 1.6
	p.Typed("name", n.name, 0, p.In.W*0.95, big)
	return p.Done()
}
