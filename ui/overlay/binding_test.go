package overlay

import (
	"slices"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"kpiwall/data/words"
)

func TestPress_TakesTheFirstThatIsThere(t *testing.T) {
	var did, refused string
	does := func(what string) func(Input) { return func(Input) { did = what } }
	there := true
	keys := []Binding{
		{Runes: "u", When: func() bool { return there }, Do: does("undo")},
		{Runes: "h", Off: func() string { return "not now" }, Do: does("history")},
		{Keys: Escape, Do: does("back")},
		{Text: unicode.IsLetter, Do: does("text")},
	}
	for _, row := range []struct {
		in             Input
		there          bool
		want, whyNot   string
		takenByNothing bool
	}{
		{in: Input{Char: 'U'}, there: true, want: "undo"},
		{in: Input{Char: 'u'}, want: "text"},
		{in: Input{Char: 'h'}, whyNot: "not now"},
		{in: Input{Key: fyne.KeyEscape}, want: "back"},
		{in: Input{Char: '?'}, takenByNothing: true},
		{in: Input{Key: fyne.KeyF1}, takenByNothing: true},
	} {
		did, refused, there = "", "", row.there
		taken := Press(keys, row.in, func(why string) { refused = why })
		if did != row.want || refused != row.whyNot || taken == row.takenByNothing {
			t.Errorf("%+v: did %q, refused %q, taken %v", row.in, did, refused, taken)
		}
	}
}

func TestPress_AnyIsNeverEscape(t *testing.T) {
	held := 0
	keys := []Binding{{Any: true, Do: func(Input) { held++ }}}
	Press(keys, Input{Key: fyne.KeyEscape}, nil)
	Press(keys, Input{Key: fyne.KeyDown}, nil)
	Press(keys, Input{Char: 'x'}, nil)
	if held != 2 {
		t.Errorf("%d keys were held, want 2", held)
	}
}

func TestHints_LeaveOutWhatDoesNothingNow(t *testing.T) {
	keys := []Binding{
		{Label: "key.name.enter", Words: "key.save"},
		{Label: "u", Words: "key.undo", Off: func() string { return "nothing to undo" }},
		{Label: "x", Words: "key.withdraw", Minor: true},
		{Label: "↑ ↓", Words: "key.choose", When: func() bool { return false }},
		{Words: "is the same as another"},
		{Label: "key.name.escape", Words: "key.back"},
	}
	want := []hint{{"Enter", "saves"}, {"Esc", "back"}}
	if got := hints(words.English(), keys); !slices.Equal(got, want) {
		t.Errorf("the hints are %q", got)
	}
}
