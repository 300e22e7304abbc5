package command

import (
	"errors"
	"io/fs"
	"os"

	"kpiwall/data/config"
	"kpiwall/data/words"
)

// speaker knows the language that a command speaks: that of its board, with a
// config that cannot be used that of the last good one, without one that of the
// environment. It finds out when something is first said, unless the command has
// loaded the config by then.
type speaker struct {
	paths  Paths
	checks []config.Check
	speech *words.Speech // nil until it is known
}

// get returns the speech to print in.
func (s *speaker) get() *words.Speech {
	if s.speech == nil {
		s.speech = s.after(config.Load(s.paths.Config, s.checks...))
	}
	return s.speech
}

// after returns the speech for what came of loading the config.
func (s *speaker) after(cfg *config.Config, err error) *words.Speech {
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		cfg, _, err = config.LoadGood(config.GoodPath(s.paths.Store), s.paths.Config)
	}
	if err != nil {
		return words.In(words.Environment(os.Getenv))
	}
	return words.Of(cfg)
}

// speech is what the command prints in.
func (e Env) speech() *words.Speech { return e.speaker.get() }
