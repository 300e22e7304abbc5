package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"kpiwall/data/finding"
)

// The largest workbook that is read. All of its sheet is in memory, some twenty times
// what it is unpacked, so that larger ones are for CSV.
const (
	maxPacked   = 16 << 20 // bytes of the file
	maxUnpacked = 64 << 20 // bytes of what is packed in it
	maxLines    = 50_000   // with cells
	maxColumns  = 500
)

// workbook is a file of a spreadsheet program that can be read.
type workbook struct {
	file    *excelize.File
	since04 bool           // its days are counted from 1904
	formats map[int]format // of the styles asked for so far
}

// openWorkbook opens the workbook that packed is. The error says what else it is.
func openWorkbook(in io.Reader) (w *workbook, err error) {
	packed, err := io.ReadAll(io.LimitReader(in, maxPacked+1))
	if err != nil {
		return nil, err
	}
	if err := packedKind(packed); err != nil {
		return nil, err
	}
	defer guard(&err)
	file, err := excelize.OpenReader(bytes.NewReader(packed), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked,
	})
	if err != nil {
		return nil, brokenBook(err)
	}
	props, err := file.GetWorkbookProps()
	if err != nil {
		return nil, brokenBook(err)
	}
	return &workbook{file: file, since04: props.Date1904 != nil && *props.Date1904, formats: map[int]format{}}, nil
}

func brokenBook(err error) error { return unlike("exchange.workbook.broken", finding.Args{"Why": err}) }

func tooLarge() error {
	return unlike("exchange.workbook.large", finding.Args{
		"Packed": maxPacked >> 20, "Unpacked": maxUnpacked >> 20, "Lines": maxLines, "Columns": maxColumns,
	})
}

// guard makes an error of a panic: the library trusts that what a workbook refers to
// is there.
func guard(err *error) {
	if p := recover(); p != nil {
		*err = brokenBook(fmt.Errorf("%v", p))
	}
}

// packedKind says why a packed file is no workbook that can be read; nil for one that
// is. What it claims of its size is checked when it is unpacked.
func packedKind(packed []byte) error {
	if len(packed) > maxPacked {
		return tooLarge()
	}
	files, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return brokenBook(err)
	}
	var unpacked uint64
	names := map[string]bool{}
	for _, f := range files.File {
		unpacked += f.UncompressedSize64
		names[strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))] = true
	}
	switch {
	case names["content.xml"]:
		return unlike("exchange.is.ods", nil)
	case names["xl/workbook.bin"]:
		return unlike("exchange.is.workbook", nil)
	case !names["[content_types].xml"] || names["word/document.xml"] || names["ppt/presentation.xml"]:
		return unlike("exchange.is.packed", nil)
	case unpacked > maxUnpacked:
		return tooLarge()
	}
	return nil
}

// sheets returns the names of the sheets that are shown.
func (w *workbook) sheets() (names []string) {
	for _, name := range w.file.GetSheetList() {
		if shown, err := w.file.GetSheetVisible(name); err == nil && shown {
			names = append(names, name)
		}
	}
	return names
}

// choose returns the sheet of that name, hidden or not, or without a name the first
// one shown whose header is understood, else the first one with cells.
func (w *workbook) choose(name string, hs headers) (g *grid, l layout, err error) {
	defer guard(&err)
	if name != "" {
		for _, s := range w.file.GetSheetList() {
			if fold(s) == fold(name) {
				g, err = w.read(s)
				return g, hs.layoutOf(g), err
			}
		}
		return nil, l, unlike("exchange.sheet.none", finding.Args{"Name": name, "Names": w.file.GetSheetList()})
	}
	for _, s := range w.sheets() {
		sheet, err := w.read(s)
		if err != nil {
			return nil, l, err
		}
		at := hs.layoutOf(sheet)
		if at.found || g == nil && len(sheet.lines) > 0 {
			g, l = sheet, at
		}
		if at.found {
			break
		}
	}
	if g == nil {
		g = &grid{}
	}
	return g, l, nil
}

// layoutOf finds the header of a sheet.
func (hs headers) layoutOf(g *grid) (best layout) {
	if g == nil {
		return best
	}
	width := g.width()
	for i, l := range g.lines[:min(len(g.lines), searchedIn)] {
		names := make([]string, width)
		for i, cell := range l.cells {
			names[i] = strings.TrimSpace(cell)
		}
		at := layout{line: l.number, above: i}
		at.header, at.problems = hs.parse(names, 0)
		if at.found = at.header.shape != noShape; at.found {
			return at
		}
		if i == 0 {
			best = at
		}
	}
	return best
}
