package formula

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// tree writes a node with its args behind it in parentheses.
func tree(n *Node) string {
	names := map[Op]string{
		Negate: "neg", Add: "+", Subtract: "-", Multiply: "*", Divide: "/", Less: "<", AtMost: "<=", Greater: ">",
		AtLeast: ">=", Equal: "==", NotEqual: "!=", If: "if", Prev: "prev", Sum: "sum", Mean: "mean", YTD: "ytd",
		Min: "min", Max: "max", Abs: "abs",
	}
	switch n.Op {
	case Number:
		return fmt.Sprint(n.Number)
	case Name:
		return n.ID
	}
	var args []string
	for _, arg := range n.Args {
		args = append(args, tree(arg))
	}
	if n.Op == Sum || n.Op == Mean {
		args = append(args, fmt.Sprint(n.Number))
	}
	return names[n.Op] + "(" + strings.Join(args, " ") + ")"
}

func TestParse_BindsAsUsual(t *testing.T) {
	for text, want := range map[string]string{
		"a":                         "a",
		" a/b ":                     "/(a b)",
		"a - b - c":                 "-(-(a b) c)",
		"a - (b - c)":               "-(a -(b c))",
		"a / b / c":                 "/(/(a b) c)",
		"a + b * c":                 "+(a *(b c))",
		"(a + b) * c":               "*(+(a b) c)",
		"-a * b":                    "*(neg(a) b)",
		"a - -b":                    "-(a neg(b))",
		"a − b":                     "-(a b)",
		"1_000.5 * a":               "*(1000.5 a)",
		"'sign-ups' / \"eu.sales\"": "/(sign-ups eu.sales)",
		"min(a, b, 3)":              "min(a b 3)",
		"max(a, 0) + abs(-b)":       "+(max(a 0) abs(neg(b)))",
		"prev(prev(a))":             "prev(prev(a))",
		"sum(a + b, 12)":            "sum(+(a b) 12)",
		"mean(a, 1)":                "mean(a 1)",
		"ytd(a) / ytd(b)":           "/(ytd(a) ytd(b))",
		"if(a >= b + 1, a, -a)":     "if(>=(a +(b 1)) a neg(a))",
		"if(a != 0, b / a, 0)":      "if(!=(a 0) /(b a) 0)",
		"sum + 'min'":               "+(sum min)", // ids, for nothing is called
		"a\n  + b":                  "+(a b)",
		"'2nd' * 2":                 "*(2nd 2)",
	} {
		f, err := Parse(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := tree(f.Root); got != want || f.Text != text {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func TestParse_SaysWhereAFormulaIsWrong(t *testing.T) {
	deep := strings.Repeat("(", depthLimit+1) + "a" + strings.Repeat(")", depthLimit+1)
	for _, c := range []struct {
		text, code string
		at         int
	}{
		{"", "formula.empty", 0},
		{"  ", "formula.empty", 0},
		{"a +", "formula.ends", 3},
		{"a + * b", "formula.surprise", 4},
		{"a b", "formula.surprise", 2},
		{"(a", "formula.open", 0},
		{"a)", "formula.surprise", 1},
		{"a = b", "formula.equals", 2},
		{"a > b", "formula.comparison", 2},
		{"if(a > b > c, 1, 2)", "formula.comparison", 9},
		{"if(a, 1, 2)", "formula.no_comparison", 4},
		{"if(a > 1, 2)", "formula.args", 0},
		{"1 + if(a > 1, 2, 3, 4)", "formula.args", 4},
		{"prev()", "formula.args", 0},
		{"prev(a, b)", "formula.args", 0},
		{"sum(a)", "formula.args", 0},
		{"sum(a, b)", "formula.window", 7},
		{"sum(a, 0)", "formula.window", 7},
		{"mean(a, 1.5)", "formula.window", 8},
		{"sum(a, 367)", "formula.window", 7},
		{"avg(a, 3)", "formula.function", 0},
		{"SUM(a, 3)", "formula.function", 0},
		{"a * 0,5", "formula.comma", 5},
		{"a % b", "formula.character", 2},
		{"a ^ 2", "formula.character", 2},
		{"a * 2x", "formula.number.letters", 4},
		{"1.2.3 * a", "formula.number", 0},
		{"1__0 * a", "formula.number", 0},
		{".5 * a", "formula.number", 0},
		{"a + 1234567890123456", "formula.number.digits", 4},
		{"a + eu.sales", "formula.quotes", 4},
		{"a / 'b", "formula.unclosed", 4},
		{"größe ÷ b", "formula.character", 8},
		{deep, "formula.deep", depthLimit},
		{strings.Repeat("-", depthLimit+1) + "a", "formula.deep", depthLimit},
		{"a" + strings.Repeat("+a", nodeLimit), "formula.large", 149},
		{strings.Repeat("a", lengthLimit+1), "formula.long", 0},
	} {
		_, err := Parse(c.text)
		var wrong *Error
		if !errors.As(err, &wrong) || wrong.Code != c.code || wrong.At != c.at {
			t.Errorf("%q: %v, want %s at %d", c.text, err, c.code, c.at)
			if wrong != nil {
				t.Logf("at %d", wrong.At)
			}
		}
	}
}

func TestReach_SaysWhichPeriodsAreLookedAt(t *testing.T) {
	for text, want := range map[string]string{
		"a / prev(b)":            "map[a:{0 0} b:{1 1}]",
		"a - prev(a)":            "map[a:{0 1}]",
		"sum(a, 3)":              "map[a:{0 2}]",
		"prev(mean(a, 12))":      "map[a:{1 12}]",
		"sum(a - prev(b), 2)":    "map[a:{0 1} b:{1 2}]",
		"ytd(a)":                 "map[a:{0 11}]",
		"if(a > prev(b), c, d)":  "map[a:{0 0} b:{1 1} c:{0 0} d:{0 0}]",
		"sum(sum(a, 2), 3) + 10": "map[a:{0 3}]",
	} {
		f, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(f.Reach(12)); got != want {
			t.Errorf("%q reaches %s, want %s", text, got, want)
		}
	}
}

func TestCost_CountsTheValuesThatAreLookedAt(t *testing.T) {
	for text, want := range map[string]int{
		"a / b": 2, "sum(a, 12)": 12, "sum(a + b, 12) / 2": 25, "ytd(a)": 366, "sum(mean(a, 100), 100)": 10_000,
		"sum(sum(sum(sum(sum(a, 366), 366), 366), 366), 366)": costLimit,
	} {
		f, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Cost(366); got != want {
			t.Errorf("%q costs %d, want %d", text, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"marketing_spend / new_customers", "lost / prev(customers) * 100", "if(a > 0, b / a, 0)", "sum('sign-ups', 12)",
		"((", "a,", "−1", "min(max(abs(ytd(a)), 2), mean(b, 3))", "\"", "1_0.5e3", "ä.b", "a=b", "\x80",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		formula, err := Parse(text)
		if err != nil {
			var wrong *Error
			if !errors.As(err, &wrong) || wrong.At < 0 || wrong.At > len(text) || wrong.Code == "" {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		nodes := 0
		formula.Walk(func(n *Node) {
			if nodes++; n.At < 0 || n.At >= len(text) {
				t.Fatalf("%q: a node at %d", text, n.At)
			}
		})
		if nodes > nodeLimit || formula.Cost(366) < 1 {
			t.Fatalf("%q has %d nodes and costs %d", text, nodes, formula.Cost(366))
		}
	})
}
