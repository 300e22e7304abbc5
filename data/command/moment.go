package command

import (
	"os"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/sheet"
	"kpiwall/data/words"
)

// momentForms are some of the ways to say when something was, for the help.
const momentForms = "yesterday, 24.11., 2026-11-30, 2026-11, Oct 2026, Q3, W47, 2026-11-30T14:00:00Z"

// dates reads dates as people say them on a board.
func dates(cfg *config.Config) sheet.Dates {
	return sheet.NewDates(cfg.Calendar, cfg.Locale, sheet.NewVocabulary(words.Of(cfg).Vocabulary()))
}

// moment reads when a value of k was true.
func (e Env) moment(cfg *config.Config, k *kpi.KPI, text string) (sheet.When, error) {
	return dates(cfg).When(k, text, e.Now())
}

// recordedMoment reads when a value of k was true that is there already, however far ahead.
func (e Env) recordedMoment(cfg *config.Config, k *kpi.KPI, text string) (sheet.When, error) {
	return dates(cfg).WhenRecorded(k, text, e.Now())
}

// ParseDay reads a day as people say it on the board of p, such as that of --as-of; on
// one that cannot be read as they say it in the language of the environment.
func ParseDay(p Paths, text string, now time.Time) (day kpi.Date, err error) {
	cfg, err := config.Load(p.Config)
	if err != nil {
		cfg, _, err = config.LoadGood(config.GoodPath(p.Store), p.Config)
	}
	if err != nil {
		speech := words.In(words.Environment(os.Getenv))
		cfg = &config.Config{Locale: speech.Locale(), Calendar: kpi.Calendar{Zone: time.Local}}
	}
	if day, err = dates(cfg).Day(text, now); err != nil {
		err = Usage(err)
	}
	return day, err
}
