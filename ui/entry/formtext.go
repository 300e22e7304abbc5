package entry

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"kpiwall/ui/overlay"
)

// longestNumber is how many characters a number may have.
const longestNumber = 40

// typed returns the text that the caret is in.
func (f *form) typed() *string {
	switch {
	case f.field == periodField:
		return &f.when
	case f.field == noteField || f.kpi.Judged:
		return &f.note
	}
	return &f.text
}

// goTo goes to a field, to the end of its text.
func (f *form) goTo(field field) { f.field, f.after = field, 0 }

// intoText goes to the field of the text that the caret is in.
func (f *form) intoText() {
	if f.kpi.Judged && f.field == valueField {
		f.goTo(noteField)
	}
}

// moveCaret moves the caret by one character, or to an end of the text. What was typed
// before is edited then, and a new number does not take its place.
func (f *form) moveCaret(in overlay.Input) {
	f.intoText()
	length := utf8.RuneCountInString(*f.typed())
	switch in.Key {
	case fyne.KeyLeft:
		f.after = min(f.after+1, length)
	case fyne.KeyRight:
		f.after = max(f.after-1, 0)
	case fyne.KeyHome:
		f.after = length
	case fyne.KeyEnd:
		f.after = 0
	}
	if f.offered {
		f.edited()
	}
}

// erase removes the character before the caret.
func (f *form) erase(overlay.Input) {
	f.intoText()
	text := []rune(*f.typed())
	if at := len(text) - f.after; at > 0 {
		*f.typed() = string(slices.Delete(text, at-1, at))
	}
	f.edited()
}

// delete removes the character behind the caret, or all that was typed before and is
// offered again.
func (f *form) delete(overlay.Input) {
	f.intoText()
	text := []rune(*f.typed())
	switch at := len(text) - f.after; {
	case f.offered && f.field != periodField:
		f.draft = draft{of: f.of}
		f.after = 0
	case f.after > 0:
		*f.typed() = string(slices.Delete(text, at, at+1))
		f.after--
	}
	f.edited()
}

// insert types a character where the caret is, if there is room for one more.
func (f *form) insert(r rune, most int) {
	if text := []rune(*f.typed()); len(text) < most {
		*f.typed() = string(slices.Insert(text, len(text)-f.after, r))
	}
	f.edited()
}

func (f *form) typeNumber(in overlay.Input) {
	if f.offered {
		f.draft = draft{of: f.of}
	}
	if f.offered || f.field != valueField {
		f.goTo(valueField)
	}
	f.insert(in.Char, longestNumber)
}

func (f *form) typeNote(in overlay.Input) {
	if f.field != noteField {
		f.goTo(noteField)
	}
	f.insert(in.Char, longestNote)
}
