package ui

import (
	"errors"
	"io/fs"

	"kpiwall/data/words"
	"kpiwall/ui/overlay"
)

// Files is where the board's config lies, and what the wall can do with it. Both
// functions return at once, and answer on the main goroutine.
type Files struct {
	Config string // its path, as people are told it
	// Begin makes a config and a store where there is none; [fs.ErrExist] says that
	// there is one.
	Begin func(done func(error))
	// Edit opens the config in an editor of the system.
	Edit func(done func(error))
}

// canBegin reports whether the wall shows the demo, which one's own board can replace.
func (w *Wall) canBegin() bool { return w.Files.Begin != nil && w.board.Demo }

// canEdit reports whether there is a config to be edited.
func (w *Wall) canEdit() bool { return w.Files.Edit != nil && !w.board.Demo }

// begin makes a board of one's own, once somebody has said yes.
func (w *Wall) begin(overlay.Input) {
	w.entry.BeforeEditing(func() {
		w.stack.Open(overlay.NewOwn(&w.stack, w.Files.Config, func() { w.Files.Begin(w.begun) }))
	})
}

// begun says what became of it; the board itself comes by itself.
func (w *Wall) begun(err error) {
	switch {
	case errors.Is(err, fs.ErrExist):
		w.sayOfConfig("own.there", nil)
	case err != nil:
		w.sayOfConfig("own.failed", err)
	default:
		w.sayOfConfig("own.done", nil)
	}
}

// edit opens the config.
func (w *Wall) edit(overlay.Input) {
	w.entry.BeforeEditing(func() {
		w.Files.Edit(func(err error) {
			if err != nil {
				w.sayOfConfig("editor.none", err)
				return
			}
			w.sayOfConfig("editor.opened", nil)
		})
	})
}

func (w *Wall) sayOfConfig(id string, err error) {
	args := words.Args{"Path": w.Files.Config}
	if err != nil {
		args["Why"] = err
	}
	w.Say(words.Of(w.board.Config).Say(id, args))
}
