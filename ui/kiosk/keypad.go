package kiosk

import "github.com/go-gl/glfw/v3.4/glfw"

// OnKeypad has f called for each key of the number pad that is pressed while Num Lock
// is off, with its digit, or a point for its decimal mark. Most keyboards type no
// character with it then, and Fyne names it as the digit of the upper row. f comes
// after that name, and before the character where the keyboard types one all the same.
// The window has to be open.
func (k *Kiosk) OnKeypad(f func(rune)) {
	if !k.found() {
		return
	}
	k.glass.SetInputMode(glfw.LockKeyMods, glfw.True)
	var before glfw.KeyCallback
	before = k.glass.SetKeyCallback(func(w *glfw.Window, key glfw.Key, code int, action glfw.Action, mods glfw.ModifierKey) {
		before(w, key, code, action, mods)
		if r := padCharacter(key, mods); r != 0 && action != glfw.Release {
			f(r)
		}
	})
}

// padCharacter returns what is printed on a key of the number pad, where it types
// nothing because Num Lock is off; 0 for every other key. With Shift the pad types its
// digits then, and with the other modifiers nobody means one.
func padCharacter(key glfw.Key, mods glfw.ModifierKey) rune {
	const others = glfw.ModNumLock | glfw.ModShift | glfw.ModControl | glfw.ModAlt | glfw.ModSuper
	switch {
	case mods&others != 0:
		return 0
	case glfw.KeyKP0 <= key && key <= glfw.KeyKP9:
		return '0' + rune(key-glfw.KeyKP0)
	case key == glfw.KeyKPDecimal:
		return '.'
	}
	return 0
}
