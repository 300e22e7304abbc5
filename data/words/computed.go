package words

import (
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// ReadingWaits says what a formula lacks for a newer period than r shows, or for any
// where r has no number, the longest first; none where it lacks nothing.
func (s *Speech) ReadingWaits(r *board.Reading) []string {
	if r.Computed == nil || len(r.Computed.Waits) == 0 {
		return nil
	}
	waits := r.Computed.Waits
	for _, w := range waits {
		if w.Reason == kpi.Runs { // before its end nothing that lacks is late
			return []string{s.must("waits.runs", Args{"Period": s.period(w.Period, r.Today, namedInFull)})}
		}
	}
	first := waits[0]
	args := Args{"Period": s.period(first.Period, r.Today, namedInFull)}
	switch {
	case first.Reason == kpi.Lacks:
		args["Name"] = first.KPI.Name
		short := s.must("waits.lacks.short", args)
		return []string{s.More(s.must("waits.lacks", args), len(waits)-1), s.More(short, len(waits)-1)}
	case first.Reason == kpi.Beyond:
		return []string{s.must("waits.beyond", args)}
	case first.KPI != nil:
		args["Name"] = first.KPI.Name
		return []string{s.must("waits.zero.named", args), s.must("waits.zero", args)}
	}
	return []string{s.must("waits.zero", args)}
}

// maxInputs is how many inputs are listed: more are not read.
const maxInputs = 8

// Inputs lists what a formula made the number of r from, or lacks for one: "Marketing
// spend $48,000 · New customers 16"; of another period with its name.
func (s *Speech) Inputs(r *board.Reading) string {
	if r.Computed == nil {
		return ""
	}
	var list []string
	p := r.Computed.Newest
	if r.Has {
		p = r.Period
	}
	for _, in := range r.Computed.Inputs {
		args := Args{"Name": in.KPI.Name, "Figure": nothing, "Period": s.period(in.Period, r.Today, namedInFull)}
		if in.Has {
			args["Figure"], _ = s.operand(in.KPI, in.Number)
		}
		id := "input"
		if in.Period != p {
			id = "input.of"
		}
		list = append(list, s.must(id, args))
	}
	more := max(0, len(list)-maxInputs)
	return s.More(strings.Join(list[:len(list)-more], " · "), more)
}

// Arithmetic writes the formula of r with its values in the place of names: "$48,000
// / 16 = $3,000". It is empty where there is nothing to reckon.
func (s *Speech) Arithmetic(r *board.Reading) string {
	if !r.Has || r.Computed == nil || r.Computed.Term.Sign == "" {
		return ""
	}
	a := arithmetic{speech: s, exact: r.Format.Round(r.Raw) == r.Raw}
	text := a.write(r.Computed.Term, lowest)
	if a.exact {
		return text + " = " + s.ReadingText(r)
	}
	return text + " ≈ " + s.ReadingText(r)
}

// arithmetic writes a term.
type arithmetic struct {
	speech *Speech
	exact  bool // nothing was rounded so far
}

// How tight signs bind: what stands within a tighter one needs parentheses.
const (
	lowest = iota
	ofSums
	ofProducts
	ofSigns
)

// binding is how each sign between two args is written, and how tight it binds.
var binding = map[string]struct {
	text  string
	tight int
}{"+": {" + ", ofSums}, "-": {" " + kpi.Minus + " ", ofSums}, "*": {" × ", ofProducts}, "/": {" / ", ofProducts}}

// write writes t, which stands within what binds as tight.
func (a *arithmetic) write(t kpi.Term, within int) string {
	sign, infix := binding[t.Sign]
	switch {
	case t.Sign == "":
		text, exact := a.speech.operand(t.KPI, t.Number)
		a.exact = a.exact && exact
		if t.Number < 0 && within > lowest {
			return "(" + text + ")"
		}
		return text
	case len(t.Terms) == 2 && infix:
		text := a.write(t.Terms[0], sign.tight) + sign.text + a.write(t.Terms[1], sign.tight+1)
		if sign.tight < within {
			return "(" + text + ")"
		}
		return text
	case t.Sign == "-":
		text := kpi.Minus + a.write(t.Terms[0], ofSigns)
		if within > lowest {
			return "(" + text + ")"
		}
		return text
	}
	args := make([]string, len(t.Terms))
	for i, arg := range t.Terms {
		args[i] = a.write(arg, lowest)
	}
	return t.Sign + "(" + strings.Join(args, "; ") + ")"
}

// maxOperandDecimals is how many decimals an operand is written with where it has
// that many: a mean may have any number of them.
const maxOperandDecimals = 4

// operand writes a number of k, or one of the formula's own where k is nil, with all
// its digits, and says whether it could.
func (s *Speech) operand(k *kpi.KPI, number float64) (text string, exact bool) {
	var f kpi.Format
	if k != nil {
		f = k.Format
	}
	f = f.Exact(number)
	f.Decimals = min(f.Decimals, maxOperandDecimals)
	return f.Text(s.locale, number), f.Round(number) == number
}
