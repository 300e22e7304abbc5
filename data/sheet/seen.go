package sheet

import "kpiwall/data/kpi"

// remembered is how many rows are looked back at least for a second value of
// the same moment.
const remembered = 1 << 15

// seen remembers the last rows, so that a file which says two things about one
// moment is noticed. It keeps between one and two times remembered of them, so
// that memory stays flat; further apart, the later row corrects the earlier
// one as any later entry does, and the history keeps both.
type seen struct{ now, before map[moment]row }

type moment struct {
	kpi  *kpi.KPI
	day  kpi.Date
	unix int64
}

type row struct {
	number float64
	line   int
}

// add remembers what a line says. It returns the line that said something
// else about the same moment, or 0.
func (s *seen) add(k *kpi.KPI, at kpi.At, number float64, line int) (earlier int) {
	m := moment{kpi: k, day: at.Day}
	if at.Day.IsZero() {
		m.unix = at.Instant.Unix()
	}
	was, known := s.now[m]
	if !known {
		was, known = s.before[m]
	}
	if known {
		if was.number != number {
			return was.line
		}
		return 0
	}
	if len(s.now) >= remembered || s.now == nil {
		s.before, s.now = s.now, make(map[moment]row)
	}
	s.now[m] = row{number, line}
	return 0
}
