package ui

// spans are the lengths of the detail's chart, in periods.
var spans = [...]int{12, 24, 36}

// composeDetail draws the KPI id over the whole screen, with a history of
// spans[span] periods. It covers the page: what is below would be read as if it
// belonged to the KPI.
func composeDetail(v view, id string, span int) []element {
	p := newDetailPage(v, id, span)
	p.rect("ground", box{0, 0, v.size.Width, v.size.Height}, v.palette.Ground, 0)
	body := p.head()
	p.foot()
	if p.reading == nil {
		p.gone(body)
		return p.elements
	}
	points := p.window(spans[p.span])
	switch {
	case v.size.Width < v.size.Height:
		p.stack(body, points)
	case v.size.Width > 2*v.size.Height:
		p.threeColumns(body, points)
	default:
		p.columns(body, points)
	}
	p.elements = append(p.elements, composeNotice(v)...)
	return p.elements
}
