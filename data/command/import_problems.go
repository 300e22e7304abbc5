package command

import (
	"fmt"
	"io"
	"slices"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

const (
	alikeLimit = 5  // problems of a kind that are printed
	linesLimit = 20 // and of all kinds
)

// problems are what is wrong in files. A file of thousands of lines has thousands of
// the same: of each kind the first are kept, and the others counted.
type problems struct {
	kinds []problemKind
	count int
}

type problemKind struct {
	first []*finding.Error
	count int
}

func (p *problems) add(err *finding.Error) {
	p.count++
	for i := range p.kinds {
		if k := &p.kinds[i]; k.first[0].Finding.Code == err.Finding.Code {
			if k.count++; len(k.first) < alikeLimit {
				k.first = append(k.first, err)
			}
			return
		}
	}
	p.kinds = append(p.kinds, problemKind{first: []*finding.Error{err}, count: 1})
}

// wholeProblems are those of which no line can be blamed: what is good then is for
// somebody to say.
var wholeProblems = []string{
	"exchange.quotes", "exchange.torn", "exchange.twice", "exchange.twice.dimension", "exchange.no_values", "exchange.column.kpi",
}

// whole reports whether there is a problem of a whole file.
func (p *problems) whole() bool {
	return slices.ContainsFunc(p.kinds, func(k problemKind) bool {
		return slices.Contains(wholeProblems, k.first[0].Finding.Code)
	})
}

// print prints them kind by kind.
func (p *problems) print(w io.Writer, speech *words.Speech) {
	printed := 0
	for _, k := range p.kinds {
		shown := 0
		for _, err := range k.first {
			if printed < linesLimit {
				fmt.Fprintln(w, speech.Error(err))
				printed, shown = printed+1, shown+1
			}
		}
		if more := k.count - shown; more > 0 && shown > 0 {
			fmt.Fprintln(w, speech.Say("import.more", words.Args{"Figure": kpi.Figure{Number: float64(more)}}))
		}
	}
}
