package overlay

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/ui/draw"
)

func TestCaretIn_CountsNoSpaces(t *testing.T) {
	lines := []string{"the oven broke", "on Friday"}
	for _, row := range []struct {
		behind string
		line   int
		before string
	}{
		{"", 1, "on Friday"},
		{"ay", 1, "on Frid"},
		{" Friday", 1, "on "},
		{"on Friday", 1, ""},
		{"ke  on Friday", 0, "the oven bro"},
		{"the oven broke on Friday", 0, ""},
	} {
		if line, before := caretIn(lines, []rune(row.behind)); line != row.line || before != row.before {
			t.Errorf("before %q: line %d after %q, want line %d after %q", row.behind, line, before, row.line, row.before)
		}
	}
}

func TestWindow_HasTheCaretInIt(t *testing.T) {
	test.NewTempApp(t)
	k := draw.Ink{Face: draw.Medium, Size: 20}
	text := []rune("a sentence that is much longer than the field in which it stands")
	width := k.Face.Width("a sentence that is much", k.Size, false)
	for after := range len(text) + 1 {
		shown, behind := window(k, text, after, width)
		if k.Face.Width(string(shown), k.Size, false) > width || behind > len(shown) {
			t.Fatalf("%d from the end: %q with %d behind the caret", after, string(shown), behind)
		}
		at := len(text) - after
		if before := string(shown[:len(shown)-behind]); string(text[at-len([]rune(before)):at]) != before {
			t.Errorf("%d from the end: the caret is behind %q", after, before)
		}
	}
}
