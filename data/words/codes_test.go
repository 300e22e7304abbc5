package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	texttemplate "text/template"
	"text/template/parse"

	"github.com/BurntSushi/toml"

	"kpiwall/assets"
)

// messages returns the texts of each message of a language by their plural form;
// what has but one text has it as "other".
func messages(t *testing.T, file string) map[string]map[string]string {
	t.Helper()
	data, err := assets.Words.ReadFile("words/" + file)
	var raw map[string]any
	if err == nil {
		err = toml.Unmarshal(data, &raw)
	}
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]string{}
	for id, value := range raw {
		all[id] = map[string]string{}
		switch v := value.(type) {
		case string:
			all[id]["other"] = v
		case map[string]any:
			for form, text := range v {
				all[id][form] = text.(string)
			}
		}
	}
	return all
}

// wants returns the args that a text names.
func wants(t *testing.T, text string) map[string]bool {
	t.Helper()
	tmpl, err := texttemplate.New("").Funcs(languageOf(source).parser.Funcs).Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	args := map[string]bool{}
	collect(tmpl.Root, args)
	return args
}

// wantsOfAny returns the args that any of the forms of a message names.
func wantsOfAny(t *testing.T, forms map[string]string) map[string]bool {
	t.Helper()
	args := map[string]bool{}
	for _, text := range forms {
		maps.Copy(args, wants(t, text))
	}
	return args
}

func collect(node parse.Node, args map[string]bool) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, inner := range n.Nodes {
				collect(inner, args)
			}
		}
	case *parse.ActionNode:
		collect(n.Pipe, args)
	case *parse.PipeNode:
		for _, command := range n.Cmds {
			for _, arg := range command.Args {
				collect(arg, args)
			}
		}
	case *parse.FieldNode:
		args[n.Ident[0]] = true
	case *parse.IfNode:
		branch(&n.BranchNode, args)
	case *parse.WithNode:
		branch(&n.BranchNode, args)
	case *parse.RangeNode:
		branch(&n.BranchNode, args)
	}
}

func branch(n *parse.BranchNode, args map[string]bool) {
	collect(n.Pipe, args)
	collect(n.List, args)
	collect(n.ElseList, args)
}

// site is a place in the program that makes a finding of a code; args is nil
// where they are not written there.
type site struct {
	at, code string
	args     []string
}

// program is what its source says of messages.
type program struct {
	texts map[string]bool // all that stands in quotes
	sites []site
}

// makers are the functions that take a code and args.
var makers = []string{"find", "New", "Problem", "problem", "fileProblem", "Say", "say"}

func readProgram(t *testing.T) (p program) {
	t.Helper()
	p.texts = map[string]bool{}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool { p.note(set, n); return true })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (p *program) note(set *token.FileSet, n ast.Node) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if text, ok := quoted(n); ok {
			p.texts[text] = true
		}
	case *ast.CallExpr:
		if slices.Contains(makers, nameOf(n.Fun)) {
			p.noteCall(set, n)
		}
	case *ast.CompositeLit:
		s := site{at: set.Position(n.Pos()).String(), args: []string{}}
		for _, e := range n.Elts {
			pair, ok := e.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			switch nameOf(pair.Key) {
			case "Code":
				s.code, _ = quoted(pair.Value)
			case "Args":
				s.args = argsOf(pair.Value)
			}
		}
		if s.code != "" {
			p.sites = append(p.sites, s)
		}
	}
}

// noteCall notes a call with a code and, behind it, args.
func (p *program) noteCall(set *token.FileSet, call *ast.CallExpr) {
	for i, arg := range call.Args[:max(0, len(call.Args)-1)] {
		_, key := quoted(call.Args[i+1]) // the code comes behind the key of a config
		if code, ok := quoted(arg); ok && !key && strings.Contains(code, ".") {
			p.sites = append(p.sites, site{set.Position(call.Pos()).String(), code, argsOf(call.Args[i+1])})
		}
	}
}

// argsOf returns the names in a literal of args; nil where they come from elsewhere.
func argsOf(e ast.Expr) []string {
	if nameOf(e) == "nil" {
		return []string{}
	}
	literal, ok := e.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	names := []string{}
	for _, e := range literal.Elts {
		name, _ := quoted(e.(*ast.KeyValueExpr).Key)
		names = append(names, name)
	}
	return names
}

func quoted(e ast.Expr) (string, bool) {
	literal, ok := e.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(literal.Value)
	return text, err == nil
}

func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

func TestMessages_WordEveryFinding(t *testing.T) {
	all, p := messages(t, "en.toml"), readProgram(t)
	if len(p.sites) < 100 {
		t.Fatalf("found only %d places that find something", len(p.sites))
	}
	for _, s := range p.sites {
		if all[s.code] == nil {
			t.Errorf("%s: there is no message %q", s.at, s.code)
		}
	}
	spaces := map[string]bool{}
	for id := range all {
		space, _, _ := strings.Cut(id, ".")
		spaces[space] = true
	}
	ends := []string{".toml", ".log", ".db", ".csv", ".go", ".png", ".json"}
	isID := regexp.MustCompile(`^[a-z]+(\.[a-z_0-9]+)+$`)
	for text := range p.texts {
		space, _, _ := strings.Cut(text, ".")
		if isID.MatchString(text) && spaces[space] && all[text] == nil && !slices.Contains(ends, filepath.Ext(text)) {
			t.Errorf("there is no message %q", text)
		}
	}
}

func TestMessages_AreAllUsed(t *testing.T) {
	all, p := messages(t, "en.toml"), readProgram(t)
	for id := range all {
		base := strings.TrimSuffix(strings.TrimSuffix(id, ".do"), ".wall")
		space, _, _ := strings.Cut(id, ".")
		dated := strings.TrimSuffix(id, ".year")
		if !p.texts[id] && !p.texts[base] && !p.texts[dated] && !p.texts[space+"."] { // such as "count." + thing
			t.Errorf("nobody says %q", id)
		}
		if base != id && all[base] == nil {
			t.Errorf("%q belongs to no message", id)
		}
	}
}

func TestMessages_WantOnlyArgsThatAreGiven(t *testing.T) {
	p := readProgram(t)
	for _, file := range languageFiles(t) {
		all := messages(t, file)
		for _, s := range p.sites {
			if s.args == nil {
				continue
			}
			for _, id := range []string{s.code, s.code + ".do", s.code + ".wall"} {
				for arg := range wantsOfAny(t, all[id]) {
					if arg != "Subject" && !slices.Contains(s.args, arg) {
						t.Errorf("%s: %q of %s wants %s, and %q are given", s.at, id, file, arg, s.args)
					}
				}
			}
		}
	}
}
