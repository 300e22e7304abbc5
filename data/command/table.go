package command

import (
	"bufio"
	"io"
	"strings"

	"golang.org/x/text/width"

	"kpiwall/data/words"
)

// table is text in columns. Unlike text/tabwriter it gives the letters of
// Chinese, Japanese and Korean the two cells that terminals give them.
type table struct {
	head  []string
	right map[int]bool // columns of numbers
	rows  [][]string
}

// heading names columns.
func heading(speech *words.Speech, columns ...string) []string {
	head := make([]string, len(columns))
	for i, column := range columns {
		head[i] = speech.Say("table."+column, nil)
	}
	return head
}

func (t *table) add(cells ...string) {
	for i, c := range cells {
		cells[i] = harmless(oneLine(c)) // a note may have several lines
	}
	t.rows = append(t.rows, cells)
}

// print writes the table. A column that is empty in every row is left out.
func (t table) print(w io.Writer) error {
	widths := make([]int, len(t.head))
	used := make([]bool, len(t.head))
	for i, h := range t.head {
		widths[i] = cells(h)
		for _, row := range t.rows {
			widths[i] = max(widths[i], cells(row[i]))
			used[i] = used[i] || row[i] != ""
		}
	}
	out := bufio.NewWriter(w)
	for _, row := range append([][]string{t.head}, t.rows...) {
		var line strings.Builder
		for i, c := range row {
			if !used[i] {
				continue
			}
			space := strings.Repeat(" ", widths[i]-cells(c))
			if t.right[i] {
				line.WriteString(space + c + "  ")
			} else {
				line.WriteString(c + space + "  ")
			}
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return out.Flush()
}

// cells returns how many cells of a terminal s takes.
func cells(s string) (n int) {
	for _, r := range s {
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}
