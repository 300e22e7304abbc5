package page

import (
	"image/color"
	"maps"

	"kpiwall/ui/draw"
)

// setPiece sets a piece of small text in its spot: the longest wording that has
// room there, behind its mark.
func (t tile) setPiece(s *draw.Sheet, p *Part) {
	spot, size := t.plan.spots[p.kind], t.plan.small
	if !spot.used() {
		return
	}
	text := p.fitting(t.subject, size, spot.room)
	if text == "" && !p.lead.always {
		return
	}
	k := p.ink(t, size, t.groundAt(spot))
	x, y := t.box.X+spot.x, t.box.Y+spot.y
	if spot.rightmost {
		x -= p.width(text, size)
	}
	if l := p.lead; l.mark != nil {
		side := MarkSize(size) * l.scale
		s.Art(l.kind, draw.NewBox(x, y-size*draw.CapHeight/2-side/2, side, side), l.mark(t.subject), k.Color)
		x += l.width(size)
	}
	s.Text(p.kind, text, x, y, k)
}

// groundAt returns what a piece stands on: the tile, or the bar at its foot.
func (t tile) groundAt(s spot) color.NRGBA {
	if s.y > t.plan.h && t.Status.Verdict() {
		return t.palette.Fill(t.Status)
	}
	return t.on
}

// spots returns where the pieces stand. How a sum stands while it runs cannot be
// read without what should be there: where the target has no place of its own it
// takes that of the change.
func (t tile) spots() map[draw.Kind]spot {
	spots := t.plan.spots
	free := spots[kindChange]
	if !t.Running.On || spots[kindTarget].used() || !free.used() {
		return spots
	}
	if partOf(kindTarget).fitting(t.subject, t.plan.small, free.room) == "" {
		return spots
	}
	spots = maps.Clone(spots)
	spots[kindTarget] = free
	delete(spots, kindChange)
	return spots
}
