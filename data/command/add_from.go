package command

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/sheet"
	"kpiwall/data/words"
)

// fromFile proposes a KPI for each column of a file that is none yet, adds those that
// somebody wants, all at once, and says how to import the file.
func (a *adding) fromFile(ctx context.Context, file, sheetName string) error {
	columns, err := a.columns(ctx, file, sheetName)
	switch {
	case err != nil:
		return err
	case len(columns) == 0:
		return fileProblem(file, "add.no_columns", nil, nil)
	case !a.env.Person:
		return a.commands(columns)
	}
	text, names, options := "", []string(nil), ""
	for _, c := range columns {
		args := words.Args{"Name": c.Name, "Values": c.Values, "First": c.First, "Every": c.Every}
		if yes, err := a.yes(ctx, "add.column", args); err != nil {
			return err
		} else if !yes {
			continue
		}
		d, err := a.draft(ctx, answers{}, answers{name: c.Name, every: c.Every, unit: c.Unit}, true)
		if err != nil {
			return err
		}
		text, names = text+d.table(a.env), append(names, d.name)
		if err := a.preview(d, text); err != nil {
			return err
		}
		if !strings.EqualFold(d.name, c.Header) {
			options += " --column " + shellWord(c.Header+"="+d.id)
		}
	}
	if text == "" {
		return finding.New("add.declined", nil)
	}
	if _, err := a.edit.Add(text); err != nil {
		return err
	}
	done := words.Args{"Name": strings.Join(names, ", "), "Path": a.path, "Before": config.BeforePath(a.path)}
	if err := a.env.say("add.done", done); err != nil {
		return err
	}
	if sheetName != "" {
		options += " --sheet " + shellWord(sheetName)
	}
	return a.env.say("add.import", words.Args{"Text": "kpiwall import --dry-run " + shellWord(file) + options})
}

// columns reads what a file has that is no KPI yet.
func (a *adding) columns(ctx context.Context, file, sheetName string) (list []sheet.Column, err error) {
	files, err := a.env.sources(ctx, []string{file})
	if err != nil {
		return nil, err
	}
	defer closeAll(files)
	in, err := files[0].open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	list, err = sheet.Columns(file, in, a.edit.Config, sheet.Options{
		Locale: a.env.speech().Locale(), Words: sheet.NewVocabulary(a.env.speech().Vocabulary()), Sheet: sheetName, Now: a.env.Now(),
	})
	if err != nil && finding.Of(err) == nil {
		err = fileError(file, err)
	}
	return list, err
}

// commands prints how each column would be added, where nobody is there to answer.
func (a *adding) commands(columns []sheet.Column) error {
	var errs []error
	for _, c := range columns {
		line := "kpiwall add --name " + shellWord(c.Name) + " --every " + cmp.Or(c.Every, "month")
		if c.Unit != "" {
			line += " --unit " + shellWord(c.Unit)
		}
		errs = append(errs, a.env.print(line))
	}
	return errors.Join(errs...)
}

// shellWord writes text as one word of a command line.
func shellWord(text string) string {
	plain := func(r rune) bool {
		return r == '-' || r == '_' || r == '.' || r == '/' || '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	if text != "" && !slices.ContainsFunc([]rune(text), func(r rune) bool { return !plain(r) }) {
		return text
	}
	return strconv.Quote(text)
}
