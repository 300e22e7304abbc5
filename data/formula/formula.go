// Package formula reads formulas such as "marketing_spend / new_customers" into
// trees. What their names stand for, and what a period without a value makes of
// them, is a matter of package kpi.
package formula

import "kpiwall/data/finding"

// Formula is the text of a formula and the tree that it was read into. It is never
// changed; goroutines may share it.
type Formula struct {
	Text string
	Root *Node
}

// Op is what a node of a formula does.
type Op uint8

// The operations. Those from Less to NotEqual compare, and stand only first in an
// If, which takes the second of its three args where the comparison holds, and else
// the third.
const (
	Number   Op = iota // a number as it is written
	Name               // the value of a KPI or measure
	Negate             // −x
	Add                // and so on: of two args
	Subtract           //
	Multiply           //
	Divide             //
	Less               //
	AtMost             //
	Greater            //
	AtLeast            //
	Equal              //
	NotEqual           //
	If                 // if(comparison, x, y)
	Prev               // prev(x): the period before
	Sum                // sum(x, n): the last n periods
	Mean               // mean(x, n)
	YTD                // ytd(x): the year so far
	Min                // min(x, y, …)
	Max                // max(x, y, …)
	Abs                // abs(x)
)

// Node is one operation of a formula with what it works on.
type Node struct {
	Op     Op
	At     int // the byte of the text at which it is written: of two args, that of the sign between
	Args   []*Node
	ID     string  // of a Name
	Number float64 // of a Number; of a Sum and a Mean how many periods they take
}

// function is a function that formulas may call. Those with windowed take a
// number of periods as their last arg.
type function struct {
	name     string
	op       Op
	min, max int // args
	windowed bool
}

// maxArgs is how many args a function takes at most.
const maxArgs = 20

var functions = []function{
	{name: "prev", op: Prev, min: 1, max: 1},
	{name: "sum", op: Sum, min: 2, max: 2, windowed: true},
	{name: "mean", op: Mean, min: 2, max: 2, windowed: true},
	{name: "ytd", op: YTD, min: 1, max: 1},
	{name: "min", op: Min, min: 2, max: maxArgs},
	{name: "max", op: Max, min: 2, max: maxArgs},
	{name: "abs", op: Abs, min: 1, max: 1},
	{name: "if", op: If, min: 3, max: 3},
}

// FunctionNames returns the names of the functions.
func FunctionNames() []string {
	names := make([]string, len(functions))
	for i, f := range functions {
		names[i] = f.name
	}
	return names
}

// Error is what is wrong with a formula, at a byte of its text.
type Error struct {
	At   int
	Code string
	Args finding.Args
}

// Error returns the code, for whoever debugs the program.
func (e *Error) Error() string { return e.Code }

// Walk calls visit for each node of the formula, one before its args.
func (f *Formula) Walk(visit func(*Node)) { walk(f.Root, visit) }

func walk(n *Node, visit func(*Node)) {
	visit(n)
	for _, arg := range n.Args {
		walk(arg, visit)
	}
}

// Has reports whether a node of the formula does op.
func (f *Formula) Has(op Op) (has bool) {
	f.Walk(func(n *Node) { has = has || n.Op == op })
	return has
}

// Names returns the ids that the formula names, each once, in the order of its text.
func (f *Formula) Names() (ids []string) {
	seen := map[string]bool{}
	f.Walk(func(n *Node) {
		if n.Op == Name && !seen[n.ID] {
			seen[n.ID] = true
			ids = append(ids, n.ID)
		}
	})
	return ids
}

// Span says of which periods a formula looks at the values of an id, counted back
// from the one that is computed: 0 is that period itself.
type Span struct{ Nearest, Farthest int }

// Reach returns the span of each id that the formula names. A year has so many
// periods, at most.
func (f *Formula) Reach(year int) map[string]Span {
	reach := map[string]Span{}
	f.Root.reach(year, Span{}, reach)
	return reach
}

func (n *Node) reach(year int, s Span, reach map[string]Span) {
	switch n.Op {
	case Name:
		if known, ok := reach[n.ID]; ok {
			s = Span{min(s.Nearest, known.Nearest), max(s.Farthest, known.Farthest)}
		}
		reach[n.ID] = s
	case Prev:
		s = Span{s.Nearest + 1, s.Farthest + 1}
	case Sum, Mean:
		s.Farthest += int(n.Number) - 1
	case YTD:
		s.Farthest += year - 1
	}
	for _, arg := range n.Args {
		arg.reach(year, s, reach)
	}
}

// Cost returns how many values are looked at for one period, at most.
func (f *Formula) Cost(year int) int { return f.Root.cost(year) }

func (n *Node) cost(year int) int {
	if n.Op == Number || n.Op == Name {
		return 1
	}
	sum := 0
	for _, arg := range n.Args {
		sum += arg.cost(year)
	}
	switch n.Op {
	case Sum, Mean:
		sum *= int(n.Number)
	case YTD:
		sum *= year
	}
	return min(sum, costLimit)
}

// costLimit keeps a cost from overflowing; no formula may cost nearly as much.
const costLimit = 1 << 30
