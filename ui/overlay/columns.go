package overlay

// measure takes the width that each column wants.
func (t *Table) measure() {
	t.widths = make([]float32, len(t.cols))
	for i, c := range t.cols {
		k := t.ink(c, true)
		for _, r := range t.rows {
			t.widths[i] = max(t.widths[i], k.Face.Width(r.Cells[i], k.Size, false))
		}
		if t.widths[i] > 0 {
			t.widths[i] = max(t.widths[i], k.Face.Width(c.Title, t.p.Near, false))
		}
		if !c.Main {
			t.widths[i] = min(t.widths[i], t.p.In.W*maxCell)
		}
	}
	t.spread()
}

// spread gives what is left of the width to the column that may be shortened, or to the
// first.
func (t *Table) spread() {
	rest := t.p.In.W - t.taken()
	at := 0
	for i, c := range t.cols {
		if c.Short && t.widths[i] > 0 {
			at = i
		}
	}
	least := t.widths[at]
	if t.cols[at].Short {
		least = min(least, t.p.Size*minShort)
	}
	t.widths[at] = max(least, t.widths[at]+rest)
}

// fits reports whether the columns have room beside each other.
func (t *Table) fits() bool { return t.taken() <= t.p.In.W+1 }

// taken returns the width of the marks and the columns, with the room between them.
func (t *Table) taken() float32 {
	sum := t.indent - t.p.Size*betweenCells
	for _, w := range t.widths {
		if w > 0 {
			sum += w + t.p.Size*betweenCells
		}
	}
	return sum
}
