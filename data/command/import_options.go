package command

import (
	"strings"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/sheet"
)

// importFlags are what somebody says of a file that does not say it itself.
type importFlags struct {
	as                           string
	decimal, dates, until, sheet string
	skip, columns, where         []string
	partial                      bool
}

// add adds the flags to cmd. The names in backquotes stand for the values in the help.
func (f *importFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.as, "as", "", "read the files as [import.NAME] of the config says, by its `name`; other options go before it")
	cmd.Flags().BoolVar(&f.partial, "partial", false, "record the good lines, and list the others; exit status 1 if there are any")
	cmd.Flags().StringVar(&f.decimal, "decimal", "", "the decimal `mark`, where a file does not show it: comma or point")
	cmd.Flags().StringVar(&f.dates, "dates", "", "the `order` of dates such as 03/04/2026, where a file does not show it: dmy or mdy")
	cmd.Flags().StringVar(&f.sheet, "sheet", "", "the sheet of a workbook, by its `name`; otherwise the first one with values")
	cmd.Flags().StringVar(&f.until, "until", "", "leave out periods that begin after this `day`: today, or 2026-11-30")
	cmd.Flags().StringArrayVar(&f.skip, "skip-column", nil, "pass over the column of this `name`")
	cmd.Flags().StringArrayVar(&f.columns, "column", nil, "what a column holds, as `NAME=KPI`; also date, value, note, source and by: Bemerkung=note")
	cmd.Flags().StringArrayVar(&f.where, "where", nil, "take only the lines with this text in a column, as `NAME=TEXT`")
}

// options returns how files are to be read on the board of cfg: as the flags that were
// given say, else as the config does.
func (f *importFlags) options(env Env, cfg *config.Config, given func(flag string) bool) (o sheet.Options, err error) {
	kept := &config.Import{}
	if f.as != "" {
		if kept, err = cfg.Import(f.as); err != nil {
			return o, err
		}
	}
	f.fill(kept, given)
	o = sheet.Options{
		Locale: env.speech().Locale(), Words: sheet.NewVocabulary(env.speech().Vocabulary()), Sheet: f.sheet, Skip: f.skip, Now: env.Now(),
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
	if o.Columns, err = pairs("column", f.columns, kept.Columns); err == nil {
		o.Where, err = pairs("where", f.where, kept.Where)
	}
	return o, err
}

// fill takes from the config what no flag says.
func (f *importFlags) fill(kept *config.Import, given func(flag string) bool) {
	for _, v := range []struct {
		flag string
		at   *string
		kept string
	}{{"decimal", &f.decimal, kept.Decimal}, {"dates", &f.dates, kept.Dates}, {"until", &f.until, kept.Until}, {"sheet", &f.sheet, kept.Sheet}} {
		if !given(v.flag) {
			*v.at = v.kept
		}
	}
	if !given("partial") {
		f.partial = kept.Partial
	}
	f.skip = append(f.skip, kept.Skip...)
}

// pairs reads the values of a flag, NAME=TEXT each, over those of the config; names are
// in lower case then.
func pairs(flag string, list []string, kept map[string]string) (map[string]string, error) {
	all := map[string]string{}
	for name, text := range kept {
		all[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(text)
	}
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
