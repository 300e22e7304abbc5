package command

import (
	"strings"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/sheet"
	"kpiwall/data/words"
)

// importFlags are what somebody says of a file that does not say it itself.
type importFlags struct {
	decimal, dates, until, sheet string
	skip, columns, where         []string
}

// add adds the flags to cmd. The names in backquotes stand for the values in the help.
func (f *importFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.decimal, "decimal", "", "the decimal `mark`, where a file does not show it: comma or point")
	cmd.Flags().StringVar(&f.dates, "dates", "", "the `order` of dates such as 03/04/2026, where a file does not show it: dmy or mdy")
	cmd.Flags().StringVar(&f.sheet, "sheet", "", "the sheet of a workbook, by its `name`; otherwise the first one with values")
	cmd.Flags().StringVar(&f.until, "until", "", "leave out periods that begin after this `day`: today, or 2026-11-30")
	cmd.Flags().StringArrayVar(&f.skip, "skip-column", nil, "pass over the column of this `name`")
	cmd.Flags().StringArrayVar(&f.columns, "column", nil, "what a column holds, as `NAME=KPI`; also date, value, note, source and by: Bemerkung=note")
	cmd.Flags().StringArrayVar(&f.where, "where", nil, "take only the lines with this text in a column, as `NAME=TEXT`")
}

// options returns how files are to be read on the board of cfg.
func (f *importFlags) options(env Env, cfg *config.Config) (o sheet.Options, err error) {
	o = sheet.Options{
		Locale: env.speech().Locale(), Words: sheet.NewVocabulary(words.Vocabulary()), Sheet: f.sheet, Skip: f.skip, Now: env.Now(),
	}
	var known bool
	if o.Decimal, known = map[string]sheet.Decimal{"": sheet.Unknown, "comma": sheet.Comma, "point": sheet.Point}[f.decimal]; !known {
		return o, badFlag("decimal", f.decimal, "comma, point")
	}
	if o.Dates, known = map[string]sheet.Order{"": sheet.AnyOrder, "dmy": sheet.DayFirst, "mdy": sheet.MonthFirst}[f.dates]; !known {
		return o, badFlag("dates", f.dates, "dmy, mdy")
	}
	switch f.until {
	case "":
	case "today":
		o.Until = cfg.Calendar.Today(o.Now)
	default:
		if o.Until, err = kpi.ParseDate(f.until); err != nil {
			return o, badFlag("until", f.until, "today, 2026-11-30")
		}
	}
	if o.Columns, err = pairs("column", f.columns); err == nil {
		o.Where, err = pairs("where", f.where)
	}
	return o, err
}

// pairs reads the values of a flag, NAME=TEXT each; names are in lower case then.
func pairs(flag string, list []string) (map[string]string, error) {
	all := map[string]string{}
	for _, pair := range list {
		name, text, ok := strings.Cut(pair, "=")
		if !ok || strings.TrimSpace(name) == "" {
			return nil, badFlag(flag, pair, "NAME=…")
		}
		all[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(text)
	}
	return all, nil
}

// badFlag says that a flag was not understood.
func badFlag(flag, given, accepted string) error {
	return Usage(finding.New("import.flag", finding.Args{"Flag": "--" + flag, "Given": given, "Accepted": accepted}))
}
