//go:build gles

package kiosk

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/ui/draw"
)

// glassless is a window without glass: it counts what is asked of its context.
type glassless struct {
	fyne.Window
	canvas *sheet
	asked  int
}

func (w *glassless) Canvas() fyne.Canvas     { return w.canvas }
func (w *glassless) RunWithContext(_ func()) { w.asked++ }

// sheet is a canvas in full HD that remembers whether it is to be drawn.
type sheet struct {
	fyne.Canvas
	dirty bool
}

func (s *sheet) Size() fyne.Size { return fyne.NewSize(1920, 1080) }
func (s *sheet) Scale() float32  { return 1 }
func (s *sheet) SetDirty()       { s.dirty = true }
func (s *sheet) CheckDirtyAndClear() bool {
	was := s.dirty
	s.dirty = false
	return was
}

// drawn returns a kiosk whose last picture was drawn, by a renderer.
func drawn(renderer string) (*Kiosk, *glassless) {
	w := &glassless{canvas: &sheet{}}
	return &Kiosk{window: w, picture: picture{renderer: renderer}}, w
}

var clock, page = draw.NewBox(1600, 20, 200, 60), draw.NewBox(0, 0, 1920, 1080)

func TestPicture_IsCutToWhatATickHasChanged(t *testing.T) {
	for _, row := range []struct {
		name     string
		renderer string
		before   func(k *Kiosk)
		changes  []draw.Box
		cut      bool
		drawn    bool
	}{
		{"the clock", "llvmpipe (LLVM 15)", nil, []draw.Box{clock}, true, true},
		{"nothing", "llvmpipe (LLVM 15)", nil, nil, false, false},
		{"something of no size", "llvmpipe (LLVM 15)", nil, []draw.Box{{X: 5, Y: 5}}, false, false},
		{"the page", "llvmpipe (LLVM 15)", nil, []draw.Box{page}, false, true},
		{"two ends of the page", "llvmpipe (LLVM 15)", nil, []draw.Box{draw.NewBox(0, 0, 40, 40), draw.NewBox(1880, 1040, 40, 40)}, false, true},
		{"the clock, while a page fades in", "llvmpipe (LLVM 15)", func(k *Kiosk) { k.Awake(time.Minute) }, []draw.Box{clock}, false, true},
		{"the clock, and what came before it", "llvmpipe (LLVM 15)", func(k *Kiosk) { k.Changed(page) }, []draw.Box{clock}, false, true},
		{"by a graphics processor", "AMD Radeon", nil, []draw.Box{clock}, false, true},
	} {
		k, _ := drawn(row.renderer)
		if row.before != nil {
			row.before(k)
		}
		wanted := k.during(func() {
			for _, b := range row.changes {
				k.Changed(b)
			}
		})
		if k.picture.cut != row.cut || wanted != row.drawn {
			t.Errorf("%s: cut %v, to be drawn %v; want %v, %v", row.name, k.picture.cut, wanted, row.cut, row.drawn)
		}
	}
}

// What follows a picture that was cut must not stay cut.
func TestPicture_IsWholeAgainAfterOneThatWasCut(t *testing.T) {
	for name, next := range map[string]func(k *Kiosk){
		"the loop turned":      (*Kiosk).drawWhole,
		"a key was pressed":    func(k *Kiosk) { k.Changed(clock) },
		"the next page":        func(k *Kiosk) { k.during(func() { k.Changed(page) }) },
		"the clock ticked on ": func(k *Kiosk) { k.drawWhole(); k.during(func() {}) },
	} {
		k, w := drawn("softpipe")
		k.during(func() { k.Changed(clock) })
		w.canvas.dirty = false // it was drawn
		asked := w.asked
		if next(k); k.picture.cut || w.asked != asked+1 {
			t.Errorf("after %s: cut %v, the context was asked %d times", name, k.picture.cut, w.asked-asked)
		}
	}
}

func TestAwake_LastsAsLongAsItWasAskedFor(t *testing.T) {
	k, _ := drawn("")
	now := time.Now()
	if k.moving(now) {
		t.Error("it moves by itself")
	}
	k.Awake(time.Minute)
	if !k.moving(now.Add(59*time.Second)) || k.moving(now.Add(2*time.Minute)) {
		t.Error("it does not move for a minute")
	}
}
