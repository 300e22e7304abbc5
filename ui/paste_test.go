package ui

import (
	"strings"
	"testing"
	"time"

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
func (o *office) paste(draws *[]func()) time.Duration {
	begin := time.Now()
	for range 10_000 {
		o.TypedRune('x')
	}
	for _, draw := range *draws {
		draw()
	}
	return time.Since(begin)
}

func TestForm_CatchesUpWithAPastedTextWithinASecond(t *testing.T) {
	o, draws := noteOffice(t)
	if took := o.paste(draws); took > time.Second || len(*draws) != 1 {
		t.Errorf("it took %v and %d pictures", took, len(*draws))
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
