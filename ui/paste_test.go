package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// noteOffice is an office that waits for the note of a value, and draws when told to.
func noteOffice(t testing.TB) (o *office, draws *[]func()) {
	o, draws = newOffice(t, ""), &[]func(){}
	o.enter("mrr")
	o.press(fyne.KeyTab, fyne.KeyTab)
	o.Soon = func(f func()) { *draws = append(*draws, f) }
	return o, draws
}

// paste types a character as often as a long text has them, and draws.
func (o *office) paste(draws *[]func()) {
	for range 10_000 {
		o.TypedRune('x')
	}
	for _, draw := range *draws {
		draw()
	}
}

// A picture for each character would take half a minute: the benchmark below measures
// what is left.
func TestForm_DrawsAPastedTextOnce(t *testing.T) {
	o, draws := noteOffice(t)
	if o.paste(draws); len(*draws) != 1 {
		t.Errorf("it took %d pictures", len(*draws))
	}
	o.press(fyne.KeyBackspace)
	if len(*draws) != 2 {
		t.Error("what comes after it is not drawn")
	}
	const longest = 300
	o.press(fyne.KeyTab)
	o.write("41900")
	o.press(fyne.KeyReturn)
	if got := o.stands("mrr").Note; got != strings.Repeat("x", longest-1) {
		t.Errorf("the note has %d characters", len(got))
	}
}

func BenchmarkForm_PasteOfTenThousandCharacters(b *testing.B) {
	o, draws := noteOffice(b)
	for b.Loop() {
		*draws = nil
		o.paste(draws)
	}
}
