package sheet

import (
	"regexp"
	"strings"
	"time"
)

// pieces is a date taken apart: its kinds, a letter each (n: a number, m: a month, w:
// a week, q: a quarter), and its numbers.
type pieces struct {
	kinds   string
	numbers []string
	month   time.Month
	sep     string // between the first two numbers
	before  string // what separates the last piece from the one before it
}

var piece = regexp.MustCompile(`[0-9]+|[\pL\pM]+`)

func (f dateForm) pieces(s string) (p pieces, ok bool) {
	at := piece.FindAllStringIndex(s, -1)
	if len(at) == 0 || len(at) > 6 || strings.Trim(s[:at[0][0]]+s[at[len(at)-1][1]:], ". ") != "" {
		return p, false
	}
	for i, place := range at {
		if i > 0 {
			sep := strings.TrimSpace(s[at[i-1][1]:place[0]])
			if !strings.Contains("||.|,|/|-|'|.,|", "|"+sep+"|") {
				return p, false
			}
			if p.before = sep; len(p.numbers) < 2 {
				p.sep = sep
			}
		}
		if !p.add(f.words, s[place[0]:place[1]]) {
			return p, false
		}
	}
	return p, true
}

// likeYear reports whether the last piece stands behind a sign that years stand behind:
// Nov-24, Nov '24.
func (p pieces) likeYear() bool { return p.before != "" && strings.Contains("-/'", p.before) }

// add adds a number or what a word stands for.
func (p *pieces) add(words Vocabulary, text string) bool {
	if digits(text) {
		p.kinds, p.numbers = p.kinds+"n", append(p.numbers, text)
		return len(p.numbers) <= 3
	}
	if m := words.months[foldWord(text)]; m != 0 && p.month == 0 {
		p.kinds, p.month = p.kinds+"m", m
		return true
	}
	switch meaning := words.means(text); {
	case meaning == weekRole || strings.EqualFold(text, "w"):
		p.kinds += "w"
	case meaning == quarterRole || strings.EqualFold(text, "q"):
		p.kinds += "q"
	case meaning == "weekday" || meaning == "ordinal":
	default:
		return false
	}
	return true
}
