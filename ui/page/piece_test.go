package page

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// subjectOf returns what the tile of a reading is about.
func subjectOf(r *board.Reading) subject {
	return subject{Reading: r, say: words.Of(uitest.Board().Config)}
}

// subjects are readings of all kinds.
func subjects() (all []subject) {
	judged := uitest.Reading("j", "Mood", "1", "", kpi.OnTarget)
	judged.KPI.Judged, judged.Note, judged.NoteBy, judged.LastConfirmed = true, "All went well.", "Anna", uitest.Now
	steady := uitest.Reading("s", "Visitors", "97", "", kpi.OnTarget)
	steady.Change = kpi.Change{}
	old := uitest.Reading("o", "Qualified leads", "4,190", "", kpi.Overdue)
	old.Change = kpi.Change{}
	readings := append(uitest.Many(9), steady, old)
	readings = append(readings, sums(1, kpi.OnTarget)...)
	readings = append(readings, sums(1, kpi.InProgress)...)
	readings = append(readings, uitest.Computed("c", "Cost of a customer"), uitest.Waiting("w", "Cost of a customer"))
	for _, r := range append(readings, judged) {
		all = append(all, subjectOf(r))
	}
	return all
}

// A wording that is longer than the one before it would never be seen.
func TestParts_AreWordedFromLongToShort(t *testing.T) {
	test.NewTempApp(t)
	for _, s := range subjects() {
		for p := range pieces {
			w := p.words(s)
			for i, text := range w.texts {
				if text == "" || i > 0 && p.width(text, 30) > p.width(w.texts[i-1], 30) {
					t.Errorf("%s of %s, %v: %q", p.kind, s.KPI.ID, s.Status, w.texts)
				}
			}
			if len(w.texts) > 0 && (w.wanted < 0 || w.wanted >= len(w.texts)) {
				t.Errorf("%s of %s: room is made for text %d of %d", p.kind, s.KPI.ID, w.wanted, len(w.texts))
			}
		}
	}
}

func TestPieces_SayAsMuchAsTheirSpotHasRoomFor(t *testing.T) {
	test.NewTempApp(t)
	const size = 24
	for _, s := range subjects() {
		for p := range pieces {
			texts := p.words(s).texts
			if len(texts) == 0 {
				continue
			}
			widest := p.width(texts[0], size)
			for room := widest + 1; room > 1; room -= 3 {
				tl := tile{subject: s, palette: testView(uitest.Board(), uitest.Sizes[1], "midnight").Palette}
				tl.plan = plan{small: size, h: 1000, spots: map[draw.Kind]spot{p.kind: {x: 10, y: 50, room: room}}}
				var sheet draw.Sheet
				tl.setPiece(&sheet, p)
				got := ""
				for _, e := range sheet.Elements {
					got += e.Text
					if e.Text != "" && e.Box().Right() > 10+room+1 {
						t.Errorf("%s in %.0f: %q ends at %.0f", p.kind, room, e.Text, e.Box().Right())
					}
				}
				if want := p.fitting(s, size, room); got != want || want != "" && !slices.Contains(texts, got) {
					t.Errorf("%s in %.0f: says %q, want %q", p.kind, room, got, want)
				}
				if p.kind == kindStatus && !uitest.Has(sheet.Elements, "mark") {
					t.Errorf("in %.0f the status has no mark", room)
				}
				if p.kind == kindChange && uitest.Has(sheet.Elements, "arrow") != (got != "") {
					t.Errorf("in %.0f the arrow stands without its change", room)
				}
			}
			if p.fitting(s, size, widest) != texts[0] {
				t.Errorf("%s has just the room for %q and says %q", p.kind, texts[0], p.fitting(s, size, widest))
			}
		}
	}
}

func TestPieces_AtTheRightEndThere(t *testing.T) {
	test.NewTempApp(t)
	for _, s := range subjects() {
		for p := range pieces {
			tl := tile{subject: s, box: draw.NewBox(100, 0, 900, 300), palette: testView(uitest.Board(), uitest.Sizes[1], "midnight").Palette}
			tl.plan = plan{small: 24, h: 1000, spots: map[draw.Kind]spot{p.kind: {x: 800, y: 50, room: 700, rightmost: true}}}
			var sheet draw.Sheet
			tl.setPiece(&sheet, p)
			if n := len(sheet.Elements); n > 0 {
				if right := sheet.Elements[n-1].Box().Right(); right < 899 || right > 901 {
					t.Errorf("%s ends at %.1f, want 900", p.kind, right)
				}
			}
		}
	}
}

func TestChange_HasTheArrowOfItsDirectionAndTheColourOfItsTrend(t *testing.T) {
	test.NewTempApp(t)
	inks := map[kpi.Trend]any{}
	for _, row := range []struct {
		amount float64
		trend  kpi.Trend
		arrow  chart.Mark
	}{{1.2, kpi.Better, chart.Up}, {1.2, kpi.Worse, chart.Up}, {-1.2, kpi.Better, chart.Down}, {0, 0, chart.Dash}} {
		r := uitest.Reading("a", "A", "12", "", kpi.OnTarget)
		r.Change.Amount, r.Change.Trend = row.amount, row.trend
		v := testView(uitest.Board(r), uitest.Sizes[1], "midnight")
		arrow, _ := uitest.Part(Tiles(v)[0], "arrow")
		if arrow.Art != draw.Art(row.arrow) {
			t.Errorf("a change of %v has the arrow %v", row.amount, arrow.Art)
		}
		if before, known := inks[row.trend]; known && before != arrow.Color {
			t.Errorf("%v has two colours", row.trend)
		}
		inks[row.trend] = arrow.Color
	}
	if inks[kpi.Better] == inks[kpi.Worse] {
		t.Errorf("better and worse are both %v", inks[kpi.Better])
	}
}

// What is odd about a number is more than what somebody noted on it, and a sentence is
// not said twice.
func TestNote_IsWhatIsOddOrElseTheNote(t *testing.T) {
	r := uitest.Reading("a", "A", "12", "", kpi.OnTarget)
	r.Note = "two large renewals\nand more"
	s := subjectOf(r)
	if got := noteWords(s).chosen(longest); got != "two large renewals" {
		t.Errorf("the note is %q", got)
	}
	r.Findings = uitest.Ahead("a")
	if got := noteWords(s).chosen(longest); got != "a value dated 2062-11-30 lies in the future" {
		t.Errorf("with a finding it is %q", got)
	}
	r.Findings, r.KPI.Judged = []finding.Finding(nil), true
	if note, said := noteWords(s).chosen(longest), sentenceWords(s).chosen(longest); note != "" || said != "two large renewals" {
		t.Errorf("a judged KPI has the note %q and says %q", note, said)
	}
}

// A sentence takes the room of the number, in words as large as it has room for, and
// none of it goes where there is.
func TestSentence_FillsTheRoomOfTheNumber(t *testing.T) {
	test.NewTempApp(t)
	const short, long = "All went well.", "The release went well, and the customers who tried it were happy."
	for _, size := range uitest.Sizes {
		points := map[string]float32{}
		for _, text := range []string{short, long} {
			readings := uitest.Many(2)
			readings[0].KPI.Judged, readings[0].Note, readings[0].Number = true, text, kpi.Good
			tile := Tiles(testView(composed(readings, config.Fill, 0), size, "midnight"))[0]
			lines := uitest.Texts(tile, kindSentence)
			if uitest.Has(tile, kindNumber) || len(lines) == 0 || draw.Shortened(lines...) {
				t.Errorf("%v: it says %q", size, lines)
			}
			first, _ := uitest.Part(tile, kindSentence)
			points[text] = first.Points
		}
		if points[short] < points[long] {
			t.Errorf("%v: the short sentence is set in %.0f, the long one in %.0f", size, points[short], points[long])
		}
	}
}

// What hangs below the line in a name, such as a g, must not touch the sentence under it.
func TestSentence_KeepsItsDistanceFromTheName(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for _, text := range []string{"waits for Sign-ups (and 1 more)", "All went well, and more of it is to come."} {
			readings := uitest.Many(4)
			readings[0].KPI.Judged, readings[0].KPI.Name, readings[0].Note, readings[0].Number = true, "Going up", text, kpi.Good
			tile := Tiles(testView(composed(readings, config.Fill, 0), size, "midnight"))[0]
			name, _ := uitest.Part(tile, kindName)
			first, _ := uitest.Part(tile, kindSentence)
			hangs := name.Box().Bottom() + name.Points*0.3 // a box ends at the line
			if top := first.Box().Y; top < hangs {
				t.Errorf("%v: %q begins at %.1f, what hangs of the name ends at %.1f", size, text, top, hangs)
			}
		}
	}
}

// A chart beside the numbers of a wide tile must not run into what stands for one.
func TestSentence_IsNotCoveredByAChart(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for n := 1; n <= 9; n++ {
			readings := uitest.Many(n)
			readings[0].KPI.Judged, readings[0].Number = true, kpi.Good
			readings[0].Note = "The release went well, and the customers who tried it were happy with all that they saw of it."
			tile := Tiles(testView(composed(readings, config.Fill, 0), size, "midnight"))[0]
			drawn, _ := uitest.Part(tile, kindChart)
			for _, e := range tile {
				if e.Part.Kind == kindSentence && drawn.Art != nil && uitest.Overlap(e, drawn) {
					t.Errorf("%v, %d tiles: the chart at %v lies over %q", size, n, drawn.Box(), e.Text)
				}
			}
		}
	}
}

// A number that is too old must not look as sure as the others.
func TestNumber_IsQuieterWhereItIsNotTrusted(t *testing.T) {
	test.NewTempApp(t)
	for _, name := range themes.Names() {
		contrast := func(s kpi.Status) float64 {
			v := testView(uitest.Board(uitest.Reading("a", "A", "12", "", s)), uitest.Sizes[1], name)
			e := numberOf(Tiles(v)[0])
			return themes.Contrast(e.Color, e.On)
		}
		for _, s := range []kpi.Status{kpi.Overdue, kpi.NoValue} {
			if contrast(s) >= contrast(kpi.NoTarget) {
				t.Errorf("%s: with %v the contrast is %.1f, else %.1f", name, s, contrast(s), contrast(kpi.NoTarget))
			}
		}
	}
}

// A verdict without its sentence is a word and no number: it takes no row from the tiles
// beside it, and none of their size.
func TestTiles_KeepTheirRowsBesideAVerdictWithoutItsSentence(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for _, n := range []int{3, 5, 8} {
			drawn := func(note string) (all [][]draw.Element) {
				mood := uitest.Reading("mood", "Mood", "1", "", kpi.OnTarget)
				mood.KPI.Judged, mood.Number, mood.Note, mood.LastConfirmed = true, kpi.Watch, note, uitest.Now
				b := uitest.Board(append(uitest.Many(n), mood)...)
				b.Config.Language = "de" // whose word for it is long
				return Tiles(testView(b, size, "midnight"))[:n]
			}
			with, without := drawn("All went well."), drawn("")
			for i := range with {
				if len(with[i]) != len(without[i]) {
					t.Errorf("%v, %d tiles: tile %d has %d parts beside a sentence, %d beside none", size, n, i, len(with[i]), len(without[i]))
					continue
				}
				for j, e := range with[i] {
					if e.Part != without[i][j].Part || e.Points != without[i][j].Points || e.At != without[i][j].At {
						t.Errorf("%v, %d tiles: %s is %v at %v beside a sentence, %v at %v beside none", size, n, e.Part, e.Points, e.At, without[i][j].Points, without[i][j].At)
					}
				}
			}
		}
	}
}
