package draw

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func block(x float32, c color.NRGBA) Element {
	return Element{Part: PartID{Kind: "block"}, At: fyne.NewPos(x, 10), Size: fyne.NewSize(20, 20), Color: c}
}

// Only what a layer says to have changed may be drawn anew.
func TestLayer_SaysWhereItLooksDifferent(t *testing.T) {
	test.NewTempApp(t)
	red, blue := color.NRGBA{R: 255, A: 255}, color.NRGBA{B: 255, A: 255}
	l := NewLayer()
	for _, step := range []struct {
		name        string
		show        []Element
		left, right float32 // of what changed; 0, 0 is nothing
	}{
		{"the first", []Element{block(10, red), block(100, red)}, 10, 120},
		{"the same again", []Element{block(10, red), block(100, red)}, 0, 0},
		{"another colour", []Element{block(10, red), block(100, blue)}, 100, 120},
		{"moved", []Element{block(50, red), block(100, blue)}, 10, 70},
		{"gone", []Element{block(50, red)}, 100, 120},
	} {
		b := l.Set(step.show)
		if step.right == 0 {
			if b.W > 0 {
				t.Errorf("%s: %v changed, want nothing", step.name, b)
			}
			continue
		}
		if b.X > step.left || b.Right() < step.right || b.X < step.left-3 || b.Right() > step.right+3 {
			t.Errorf("%s: %v to %v changed, want about %v to %v", step.name, b.X, b.Right(), step.left, step.right)
		}
	}
}

func TestLayer_SaysSoWhereItHasBeenMovedTo(t *testing.T) {
	test.NewTempApp(t)
	l := NewLayer()
	l.Box.Move(fyne.NewPos(1000, 0))
	if b := l.Set([]Element{block(10, color.NRGBA{A: 255})}); b.X < 1005 {
		t.Errorf("%v changed", b)
	}
}
