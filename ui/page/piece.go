package page

import (
	"image/color"
	"maps"

	"kpiwall/ui/chart"
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

// groundAt returns what a piece stands on: the tile, the bar at its foot, or the target's
// range in a chart.
func (t tile) groundAt(s spot) color.NRGBA {
	switch foot := t.plan.foot; {
	case s.y > t.plan.h && t.Status.Verdict():
		return t.palette.Fill(t.Status)
	case foot.H > 0 && s.y > foot.Y && s.y < foot.Bottom():
		return chart.Pens{Fill: t.fill, Strong: t.strong(t.fill)}.Band()
	}
	return t.fill
}

// spots returns where the pieces stand on this tile. One place serves several: what
// a number that is missing or too old should be stands in the place of its change,
// and the change ends the row where there is no period.
func (t tile) spots() map[draw.Kind]spot {
	spots := maps.Clone(t.plan.spots)
	wants := func(k draw.Kind) bool { return spots[k].used() && partOf(k).wanted(t.subject) }
	if change := spots[kindChange]; partOf(kindTarget).wanted(t.subject) && change.used() && !spots[kindTarget].used() {
		spots[kindTarget] = change
		delete(spots, kindChange)
	}
	for _, k := range []draw.Kind{kindChange, kindTarget} {
		s, period := spots[k], spots[kindPeriod]
		switch {
		case !s.used() || s.y != period.y || s.rightmost != period.rightmost:
		case !wants(kindPeriod):
			s.x = max(s.x, period.x)
			spots[k] = s
			delete(spots, kindPeriod)
		case s.x == period.x:
			delete(spots, k)
		default: // the period of another tile may be longer
			s.x = period.x - t.plan.wanted(partOf(kindPeriod), t.subject) - t.plan.small*pieceGap
			spots[k] = s
		}
	}
	t.shareRows(spots)
	if t.isUntrusted() { // its frame takes the place of the bar at the foot
		for k, s := range spots {
			if s.y > t.plan.h {
				s.y -= t.plan.small * aboveDash
				spots[k] = s
			}
		}
	}
	return spots
}

// shareRows divides the rows among the pieces of this tile that stand in them: what
// ends a row takes its room first, since the first piece has shorter wordings.
func (t tile) shareRows(spots map[draw.Kind]spot) {
	for left, l := range spots {
		if l.rightmost {
			continue
		}
		var ends []*Part
		for p := range pieces {
			if r := spots[p.kind]; r.used() && r.rightmost && r.y == l.y && p.wanted(t.subject) {
				ends = append(ends, p)
			}
		}
		first := partOf(left)
		if least := first.width(first.says(t.subject).chosen(shortest), t.plan.small); t.rowWidth(least, ends) > l.room {
			for _, p := range ends { // rather than that a word of what comes first goes
				delete(spots, p.kind)
			}
			continue
		}
		spare := l.room - t.rowWidth(t.plan.wanted(first, t.subject), ends)
		for _, p := range ends {
			const rounding = 0.5
			r := spots[p.kind]
			if r.room = t.plan.wanted(p, t.subject) + rounding; len(ends) == 1 {
				r.room += max(0, spare)
			}
			spots[p.kind] = r
			width := p.width(p.fitting(t.subject, t.plan.small, r.room), t.plan.small)
			l.room = min(l.room, r.x-width-t.plan.small*pieceGap-l.x)
		}
		spots[left] = l
	}
}

// rowWidth returns the width of a row that begins with a piece of a width.
func (t tile) rowWidth(first float32, ends []*Part) float32 {
	for _, p := range ends {
		first += t.plan.small*pieceGap + t.plan.wanted(p, t.subject)
	}
	return first
}
