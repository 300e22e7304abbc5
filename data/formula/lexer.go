package formula

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kpiwall/data/finding"
)

// token is a number, a name, a sign, or the end.
type token struct {
	kind   tokenKind
	at     int
	text   string // of a sign and a name; of anything as it is written
	number float64
	quoted bool // the name stands in quotes, so that it is an id
}

type tokenKind uint8

const (
	endToken tokenKind = iota
	numberToken
	nameToken
	signToken
)

// signs are all signs, a longer one before those that it begins with.
var signs = []string{"<=", ">=", "==", "!=", "<", ">", "+", "-", "−", "*", "/", "(", ")", ","}

// lexer cuts a text into tokens.
type lexer struct {
	text string
	i    int
}

// next returns the next token.
func (l *lexer) next() (token, *Error) {
	l.i += len(l.text[l.i:]) - len(strings.TrimLeftFunc(l.text[l.i:], unicode.IsSpace))
	if l.i == len(l.text) {
		return token{kind: endToken, at: l.i}, nil
	}
	switch r, _ := utf8.DecodeRuneInString(l.text[l.i:]); {
	case r == '\'' || r == '"':
		return l.quoted(r)
	case isDigit(r) || r == '.':
		return l.number()
	case r == '_' || unicode.IsLetter(r):
		return l.name()
	}
	for _, sign := range signs {
		if strings.HasPrefix(l.text[l.i:], sign) {
			t := token{kind: signToken, at: l.i, text: sign}
			l.i += len(sign)
			if sign == "−" {
				t.text = "-"
			}
			return t, nil
		}
	}
	return token{}, l.unexpected()
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// inName reports whether r may stand in a name without quotes.
func inName(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// take passes what wanted holds for.
func (l *lexer) take(wanted func(rune) bool) string {
	rest := l.text[l.i:]
	end := strings.IndexFunc(rest, func(r rune) bool { return !wanted(r) })
	if end < 0 {
		end = len(rest)
	}
	l.i += end
	return rest[:end]
}

// name reads a name without quotes.
func (l *lexer) name() (token, *Error) {
	t := token{kind: nameToken, at: l.i}
	t.text = l.take(inName)
	if strings.HasPrefix(l.text[l.i:], ".") {
		l.i = t.at
		id := l.take(func(r rune) bool { return inName(r) || r == '.' || r == '-' })
		return token{}, problem(t.at, "formula.quotes", finding.Args{"ID": strings.TrimRight(id, ".-")})
	}
	return t, nil
}

// quoted reads an id in quotes.
func (l *lexer) quoted(quote rune) (token, *Error) {
	at := l.i
	rest := l.text[at+1:]
	end := strings.IndexRune(rest, quote)
	if end < 0 {
		return token{}, problem(at, "formula.unclosed", finding.Args{"Quote": string(quote)})
	}
	l.i = at + 1 + end + 1
	return token{kind: nameToken, at: at, text: rest[:end], quoted: true}, nil
}

// number reads digits with underscores between them, and a decimal point.
func (l *lexer) number() (token, *Error) {
	t := token{kind: numberToken, at: l.i}
	t.text = l.take(func(r rune) bool { return isDigit(r) || r == '_' || r == '.' })
	if more := l.take(inName); more != "" {
		return token{}, problem(t.at, "formula.number.letters", finding.Args{"Given": t.text + more})
	}
	whole, decimals, _ := strings.Cut(t.text, ".")
	plain := strings.Trim(whole, "_") == whole && strings.Trim(decimals, "_") == decimals && !strings.Contains(t.text, "__")
	bare := strings.ReplaceAll(t.text, "_", "")
	n, err := strconv.ParseFloat(bare, 64)
	switch {
	case err != nil || !plain || whole == "":
		return token{}, problem(t.at, "formula.number", finding.Args{"Given": t.text})
	case len(strings.ReplaceAll(strings.Trim(bare, "0."), ".", "")) > maxDigits || n >= numberLimit:
		return token{}, problem(t.at, "formula.number.digits", finding.Args{"Limit": maxDigits})
	}
	t.number = n
	return t, nil
}

// A number keeps within the digits that a float64 holds exactly.
const (
	maxDigits   = 15
	numberLimit = 1e15
)

// unexpected says that the character that is next means nothing here.
func (l *lexer) unexpected() *Error {
	_, size := utf8.DecodeRuneInString(l.text[l.i:])
	sign := l.text[l.i : l.i+size]
	if sign == "=" {
		return problem(l.i, "formula.equals", nil)
	}
	return problem(l.i, "formula.character", finding.Args{"Character": sign})
}

func problem(at int, code string, args finding.Args) *Error {
	return &Error{At: at, Code: code, Args: args}
}
