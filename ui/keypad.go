package ui

import "kpiwall/ui/overlay"

// Keypad takes what is printed on a key of the number pad that was pressed while Num
// Lock is off, which is how X starts: its digit, or a point for its decimal mark. It
// means that all the same; taken for arrows it would move through what is typed.
// It comes after the key's name, and waits for the character, which a keyboard may
// type by itself: one press must not be two.
func (w *Wall) Keypad(r rune) {
	w.typePad()
	w.pad = r
	w.Soon(w.typePad)
}

// typePad types what a key of the number pad has left waiting.
func (w *Wall) typePad() {
	r := w.pad
	w.pad = 0
	if r == '.' && w.board != nil {
		r = []rune(w.board.Config.Locale.Decimal)[0]
	}
	if r != 0 && !w.wakes() {
		w.press(overlay.Input{Char: r})
	}
}
