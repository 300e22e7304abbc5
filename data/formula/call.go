package formula

import (
	"slices"

	"kpiwall/data/finding"
)

// call reads the args of the function that t names.
func (p *parser) call(t token) (*Node, *Error) {
	i := slices.IndexFunc(functions, func(f function) bool { return f.name == t.text })
	if i < 0 {
		return nil, problem(t.at, "formula.function", finding.Args{"Given": t.text, "Meant": "", "Accepted": FunctionNames()})
	}
	f, open := functions[i], p.tok.at
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.leave()
	n, err := p.node(f.op, t.at)
	if err != nil {
		return nil, err
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	for count := 0; ; {
		if err := p.arg(n, f, count); err != nil {
			return nil, err
		}
		if count++; !p.at(",") {
			if count < f.min && p.at(")") {
				return nil, wrongCount(t.at, f)
			}
			return n, p.closing(open)
		}
		if count == f.max {
			return nil, wrongCount(t.at, f)
		}
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
}

// arg reads one more arg of n, which has so many already.
func (p *parser) arg(n *Node, f function, count int) (err *Error) {
	var x *Node
	switch {
	case p.at(")"):
		return wrongCount(n.At, f)
	case f.windowed && count == f.max-1:
		n.Number, err = p.window(f)
		return err
	case f.op == If && count == 0:
		x, err = p.comparison()
	default:
		x, err = p.sum()
	}
	n.Args = append(n.Args, x)
	return err
}

// comparison reads the first arg of an if.
func (p *parser) comparison() (*Node, *Error) {
	left, err := p.sum()
	if err != nil {
		return nil, err
	}
	op, ok := comparisons[p.tok.text]
	if !ok || p.tok.kind != signToken {
		return nil, problem(p.tok.at, "formula.no_comparison", nil)
	}
	at := p.tok.at
	if err := p.advance(); err != nil {
		return nil, err
	}
	right, err := p.sum()
	if err != nil {
		return nil, err
	}
	return p.node(op, at, left, right)
}

// wrongCount says how f, which is called at a byte of the text, wants to be called.
func wrongCount(at int, f function) *Error {
	return problem(at, "formula.args", finding.Args{"Function": f.name, "Usage": f.usage()})
}

// usage writes a call of f as an example.
func (f function) usage() string {
	switch {
	case f.windowed:
		return f.name + "(x, 12)"
	case f.op == If:
		return "if(x > 0, y, z)"
	case f.min == 2:
		return f.name + "(x, y)"
	}
	return f.name + "(x)"
}
