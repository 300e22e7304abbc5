package page

import (
	"kpiwall/data/kpi"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// aboveChart is the air between a note and the chart below it, and belowNotes that
// below a note alone, in sizes of small text.
const (
	aboveChart = 0.3
	belowNotes = 0.5
)

// withFoot returns the tile with what stands at its foot.
func (t tile) withFoot() tile {
	t.footedWidth = t.footed()
	t.note = t.noteLines()
	t.chartRoom = t.roomForChart()
	return t
}

// noteLines returns the lines of the note that the foot has room for. They take room
// from the chart of their tile alone, and none of what that needs, unless they say
// that something is wrong with the number.
func (t tile) noteLines() []string {
	pl, note := t.plan, partOf(kindNote)
	text := note.says(t.subject).chosen(longest)
	if text == "" || pl.foot.H == 0 {
		return nil
	}
	rest := pl.foot.H - pl.small*belowNotes
	if partOf(kindChart).wanted(t.subject) && len(t.Findings) == 0 {
		rest = pl.foot.H - pl.small*aboveChart - min(pl.foot.H, pl.chartBelowNote())
	}
	room := pl.inner() - t.footedWidth
	most := min(maxNoteLines, int((rest-pl.small*draw.CapHeight)/(pl.small*RowLead)+1))
	if most < 1 || rest < pl.small*draw.CapHeight {
		return nil
	}
	return note.face.Wrap(text, pl.small, room, most)
}

// footed returns the width that a period takes from the end of the foot.
func (t tile) footed() float32 {
	pl, p := t.plan, partOf(kindPeriod)
	spot := pl.spots[kindPeriod]
	if pl.foot.H == 0 || spot.y < pl.foot.Y || spot.y > pl.foot.Bottom() || !p.wanted(t.subject) {
		return 0
	}
	return p.width(p.fitting(t.subject, pl.small, spot.room), pl.small) + pl.small*pieceGap
}

// roomForChart returns the room for the chart on the tile, of no height without any.
func (t tile) roomForChart() draw.Box {
	pl := t.plan
	room := pl.foot
	if room.H == 0 {
		if t.inWords() {
			return draw.Box{}
		}
		return pl.beside
	}
	if lines := len(t.note); lines > 0 {
		used := pl.small * (draw.CapHeight + RowLead*float32(lines-1) + aboveChart)
		room.Y, room.H = room.Y+used, room.H-used
	}
	if room.H < min(pl.foot.H, pl.chartBelowNote())*0.99 {
		return draw.Box{}
	}
	room.X, room.W = room.X+pl.frame(), room.W-2*pl.frame()
	return room
}

// chartFrame says how much of a chart's room is the padding of the tile, or a period's.
func (t tile) chartFrame(room draw.Box) chart.Frame {
	pl := t.plan
	f := chart.Frame{Text: pl.small / room.W}
	if pl.foot.H == 0 {
		return f
	}
	f.Left, f.Right = (pl.pad-pl.frame())/room.W, (pl.pad-pl.frame()+t.footedWidth)/room.W
	if pl.band == 0 {
		f.Corner = pl.radius() / room.W
	}
	return f
}

// A chart beside the number has at least so much of the tile's width, and a number
// so much higher than the small text's capitals.
const (
	minBesideShare  = 0.3
	minBesideNumber = 2
)

// besideNumbers returns the place to the right of the page's numbers for a chart, if
// the tile has none below and the widest number of their histories leaves room: a chart
// does not come and go with a digit.
func (pl *plan) besideNumbers(subjects []subject, digits float32) draw.Box {
	var widest float32
	for _, s := range subjects {
		if s.inWords() {
			continue
		}
		for _, number := range s.widestNumbers() {
			widest = max(widest, numberWidth(number, min(digits, fitNumber(number, pl.numberRoom, pl.floor)), pl.floor))
		}
	}
	x := pl.pad + widest + pl.small
	room := pl.w - pl.pad - x
	if pl.spots[kindStatus].y == pl.numberAt || room < minBesideShare*pl.w || pl.numberCap < minBesideNumber*pl.small*draw.CapHeight {
		return draw.Box{}
	}
	return draw.NewBox(x, pl.numberAt-pl.numberCap, room, pl.numberCap)
}

// widestNumbers returns the number of s and the least and the greatest of its history.
func (s subject) widestNumbers() []kpi.Number {
	numbers := []kpi.Number{numberWords(s)}
	if !s.Has {
		return numbers
	}
	lo, hi := s.Number, s.Number
	for _, p := range s.History {
		if p.Has {
			lo, hi = min(lo, p.Number), max(hi, p.Number)
		}
	}
	return append(numbers, s.say.Number(s.Format, lo), s.say.Number(s.Format, hi))
}
