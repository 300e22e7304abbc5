package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// read reads a sheet. Lines and sheets without cells are none.
func (w *workbook) read(name string) (*grid, error) {
	g := &grid{name: name}
	rows, err := w.file.Rows(name)
	if err != nil { // a sheet of a chart
		return g, nil
	}
	for number := 1; rows.Next(); number++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, brokenBook(err)
		}
		if len(cells) == 0 {
			continue
		}
		if len(g.lines) == maxLines || len(cells) > maxColumns {
			return nil, tooLarge()
		}
		g.lines = append(g.lines, gridLine{number, cells, make([]cellKind, len(cells))})
	}
	if err := rows.Close(); err != nil {
		return nil, brokenBook(err)
	}
	for _, l := range g.lines {
		for i := range l.cells {
			if err := w.understand(name, l, i); err != nil {
				return nil, brokenBook(err)
			}
		}
	}
	return g, w.spread(g)
}

// understand writes cell i of a line, of which it has the raw content, as a file of
// text would have it, and says what it is.
func (w *workbook) understand(sheet string, l gridLine, i int) error {
	at, err := excelize.CoordinatesToCellName(i+1, l.number)
	if err != nil {
		return err
	}
	kind, err := w.file.GetCellType(sheet, at)
	if err != nil {
		return err
	}
	raw := l.cells[i]
	if raw == "" {
		if kind != excelize.CellTypeFormula { // else a text without characters
			l.cells[i], err = w.withoutResult(sheet, at)
		}
		return err
	}
	switch kind {
	case excelize.CellTypeError:
		l.kinds[i] = errorCell
	case excelize.CellTypeBool:
		l.cells[i] = map[string]string{"0": "FALSE", "1": "TRUE"}[raw]
	case excelize.CellTypeNumber, excelize.CellTypeUnset:
		style, err := w.file.GetCellStyle(sheet, at)
		if err != nil {
			return err
		}
		f, err := w.format(style)
		if err != nil {
			return err
		}
		l.cells[i], l.kinds[i] = f.text(raw, w.since04)
	}
	return nil
}

// withoutResult returns the formula of a cell that programs wrote without its result,
// as a file of text would have it: "" for a cell without a formula.
func (w *workbook) withoutResult(sheet, at string) (string, error) {
	formula, err := w.file.GetCellFormula(sheet, at)
	if err != nil || formula == "" {
		return "", err
	}
	return "=" + strings.TrimPrefix(formula, "="), nil
}

// spread gives the text of cells that are merged over several lines to each of them,
// as whoever looks at the sheet reads it. A number stays one.
func (w *workbook) spread(g *grid) error {
	merged, err := w.file.GetMergeCells(g.name, true)
	if err != nil {
		return brokenBook(err)
	}
	at := map[int]*gridLine{}
	for i := range g.lines {
		at[g.lines[i].number] = &g.lines[i]
	}
	for _, m := range merged {
		column, first, errFirst := excelize.CellNameToCoordinates(m.GetStartAxis())
		_, last, errLast := excelize.CellNameToCoordinates(m.GetEndAxis())
		from := at[first]
		if errFirst != nil || errLast != nil || from == nil || column > len(from.cells) || from.kinds[column-1] != textCell {
			continue
		}
		for number := first + 1; number <= min(last, first+len(g.lines)); number++ {
			if l := at[number]; l != nil {
				l.set(column-1, from.cells[column-1])
			}
		}
	}
	return nil
}

// set writes text into an empty cell of a line.
func (l *gridLine) set(i int, text string) {
	for len(l.cells) <= i {
		l.cells, l.kinds = append(l.cells, ""), append(l.kinds, textCell)
	}
	if l.cells[i] == "" {
		l.cells[i] = text
	}
}
