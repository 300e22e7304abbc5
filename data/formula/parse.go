package formula

import (
	"math"
	"slices"

	"kpiwall/data/finding"
)

// The limits are far above what people can read. They keep a formula from taking
// all memory or time.
const (
	lengthLimit = 1000 // bytes
	nodeLimit   = 150
	depthLimit  = 40
	// WindowLimit is how many periods sum and mean take at most.
	WindowLimit = 366
)

// Parse reads a formula. The error is of type [*Error].
//
// It has numbers, + − * / with the usual precedence, parentheses, and the functions
// of [FunctionNames]; a name is an id, in quotes where it has characters besides
// letters, digits and underscores. A comparison is no number: it stands first in an
// if.
func Parse(text string) (*Formula, error) {
	if len(text) > lengthLimit {
		return nil, problem(0, "formula.long", finding.Args{"Limit": lengthLimit})
	}
	p := parser{lexer: lexer{text: text}}
	root, err := p.whole()
	if err != nil {
		return nil, err
	}
	return &Formula{Text: text, Root: root}, nil
}

// parser reads tokens by recursive descent, one token ahead.
type parser struct {
	lexer
	tok          token
	nodes, depth int
}

func (p *parser) whole() (*Node, *Error) {
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.tok.kind == endToken {
		return nil, problem(0, "formula.empty", nil)
	}
	root, err := p.sum()
	if err == nil && p.tok.kind != endToken {
		err = p.surprise()
	}
	return root, err
}

func (p *parser) advance() (err *Error) {
	p.tok, err = p.next()
	return err
}

// at reports whether the next token is one of signs.
func (p *parser) at(signs ...string) bool {
	return p.tok.kind == signToken && slices.Contains(signs, p.tok.text)
}

// node returns a new node, unless there are too many.
func (p *parser) node(op Op, at int, args ...*Node) (*Node, *Error) {
	if p.nodes++; p.nodes > nodeLimit {
		return nil, problem(at, "formula.large", nil)
	}
	return &Node{Op: op, At: at, Args: args}, nil
}

var (
	sums        = map[string]Op{"+": Add, "-": Subtract}
	products    = map[string]Op{"*": Multiply, "/": Divide}
	comparisons = map[string]Op{"<": Less, "<=": AtMost, ">": Greater, ">=": AtLeast, "==": Equal, "!=": NotEqual}
)

// sum reads what is added and subtracted, product what is multiplied and divided.
func (p *parser) sum() (*Node, *Error)     { return p.chain(sums, p.product) }
func (p *parser) product() (*Node, *Error) { return p.chain(products, p.signed) }

// chain reads operands with signs between, from left to right.
func (p *parser) chain(ops map[string]Op, operand func() (*Node, *Error)) (*Node, *Error) {
	left, err := operand()
	for err == nil && p.tok.kind == signToken {
		op, ok := ops[p.tok.text]
		if !ok {
			break
		}
		at := p.tok.at
		var right *Node
		if err = p.advance(); err == nil {
			right, err = operand()
		}
		if err == nil {
			left, err = p.node(op, at, left, right)
		}
	}
	return left, err
}

// signed reads a minus and what it is before.
func (p *parser) signed() (*Node, *Error) {
	if !p.at("-") {
		return p.operand()
	}
	at := p.tok.at
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.leave()
	if err := p.advance(); err != nil {
		return nil, err
	}
	x, err := p.signed()
	if err != nil {
		return nil, err
	}
	return p.node(Negate, at, x)
}

func (p *parser) enter() *Error {
	if p.depth++; p.depth > depthLimit {
		return problem(p.tok.at, "formula.deep", nil)
	}
	return nil
}

func (p *parser) leave() { p.depth-- }

// operand reads a number, a name, a call, or a formula in parentheses.
func (p *parser) operand() (*Node, *Error) {
	t := p.tok
	switch {
	case t.kind == numberToken:
		n, err := p.node(Number, t.at)
		if err != nil {
			return nil, err
		}
		n.Number = t.number
		return n, p.advance()
	case t.kind == nameToken:
		return p.named()
	case p.at("("):
		return p.inside()
	}
	return nil, p.surprise()
}

// inside reads a formula in parentheses.
func (p *parser) inside() (*Node, *Error) {
	open := p.tok.at
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.leave()
	if err := p.advance(); err != nil {
		return nil, err
	}
	x, err := p.sum()
	if err != nil {
		return nil, err
	}
	return x, p.closing(open)
}

// closing passes the parenthesis that closes the one at open.
func (p *parser) closing(open int) *Error {
	if p.tok.kind == endToken {
		return problem(open, "formula.open", nil)
	}
	if !p.at(")") {
		return p.surprise()
	}
	return p.advance()
}

// named reads a name, or the call of a function.
func (p *parser) named() (*Node, *Error) {
	t := p.tok
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.at("(") && !t.quoted {
		return p.call(t)
	}
	n, err := p.node(Name, t.at)
	if err == nil {
		n.ID = t.text
	}
	return n, err
}

// surprise says that the next token cannot stand where it does.
func (p *parser) surprise() *Error {
	switch _, compares := comparisons[p.tok.text]; {
	case p.tok.kind == endToken:
		return problem(p.tok.at, "formula.ends", nil)
	case p.tok.kind == signToken && compares:
		return problem(p.tok.at, "formula.comparison", nil)
	case p.at(","):
		return problem(p.tok.at, "formula.comma", nil)
	}
	return problem(p.tok.at, "formula.surprise", finding.Args{"Given": p.tok.text})
}

// window reads a whole number of periods.
func (p *parser) window(f function) (float64, *Error) {
	t := p.tok
	if t.kind != numberToken || t.number != math.Trunc(t.number) || t.number < 1 || t.number > WindowLimit {
		return 0, problem(t.at, "formula.window", finding.Args{"Function": f.name, "Limit": WindowLimit})
	}
	return t.number, p.advance()
}
