package draw

import (
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

// visible returns the objects of a layer that are to be seen.
func visible(o fyne.CanvasObject) (all []fyne.CanvasObject) {
	if !o.Visible() {
		return nil
	}
	c, ok := o.(*fyne.Container)
	if !ok {
		return []fyne.CanvasObject{o}
	}
	for _, o := range c.Objects {
		all = append(all, visible(o)...)
	}
	return all
}

func count(o fyne.CanvasObject) int {
	n := 1
	if c, ok := o.(*fyne.Container); ok {
		for _, o := range c.Objects {
			n += count(o)
		}
	}
	return n
}

// What stood in an element's place before must not shine through.
func TestLayer_ShowsNothingButItsElements(t *testing.T) {
	test.NewTempApp(t)
	l := NewLayer()
	rect := block(10, black)
	text := Element{At: fyne.NewPos(10, 10), Size: fyne.NewSize(50, 14), Text: "MRR", Points: 20, Color: black}
	art := Element{At: fyne.NewPos(10, 10), Size: fyne.NewSize(20, 20), Art: points{1}}
	picture := Element{At: fyne.NewPos(10, 10), Size: fyne.NewSize(20, 20), Picture: pngOf(t, black)}
	for _, show := range [][]Element{{rect}, {text}, {art, rect}, {picture}, {rect, text, art}, {text}, nil} {
		l.Set(show)
		if got := visible(l.Box); len(got) != len(show) {
			t.Errorf("%d objects are seen of %d elements", len(got), len(show))
		}
	}
}

// Fyne forgets no object of a window that stays open: a wall that made new ones for
// each page would grow for ever.
func TestLayer_KeepsItsObjects(t *testing.T) {
	test.NewTempApp(t)
	l := NewLayer()
	page := func(i int) []Element {
		e := block(float32(i), black)
		text := e
		text.Text, text.Points = "page "+string(rune('0'+i%10)), 20
		if i%2 == 0 {
			return []Element{e, text}
		}
		return []Element{text, e, e}
	}
	for i := range 4 {
		l.Set(page(i))
	}
	before := count(l.Box)
	for i := range 500 {
		l.Set(page(i))
	}
	if after := count(l.Box); after != before {
		t.Errorf("500 pages later there are %d objects, before there were %d", after, before)
	}
}

// Signs reach below their box and outlines beyond theirs: what is not said to have
// changed there would stay.
func TestLayer_SaysHowFarItsElementsReach(t *testing.T) {
	test.NewTempApp(t)
	outlined := block(100, black)
	outlined.Stroke = 6
	text := Element{At: fyne.NewPos(100, 100), Size: fyne.NewSize(50, 14), Text: "gypq", Points: 20, Color: black}
	for name, row := range map[string]struct {
		e    Element
		want Box
	}{
		"an outline": {outlined, NewBox(97, 7, 26, 26)},
		"descenders": {text, NewBox(100, 100, 50, 20)},
	} {
		l := NewLayer()
		if got := l.Set([]Element{row.e}); got.Union(row.want) != got {
			t.Errorf("%s: %v changed, want at least %v", name, got, row.want)
		}
	}
}

func TestLayer_SetsTheWordsOfATextFromTheLeft(t *testing.T) {
	test.NewTempApp(t)
	l := NewLayer()
	var s Sheet
	w := s.Text("name", "MRR הכנסה (חודש) net", 100, 60, Ink{Face: Medium, Size: 24, Color: black})
	l.Set(s.Elements)
	var said []string
	x := float32(100)
	for _, o := range visible(l.Box) {
		text := o.(*canvas.Text)
		said = append(said, text.Text)
		if at := text.Position().X; at < x-0.1 || at > 100+w {
			t.Errorf("%q is at %.1f, what is before it ends at %.1f", text.Text, at, x)
		}
		x = text.Position().X + Medium.Width(text.Text, 24, false)
	}
	if want := []string{"MRR ", "(", "חודש", ")", " ", "הכנסה", " net"}; !slices.Equal(said, want) {
		t.Errorf("got %q, want %q", said, want)
	}
}
