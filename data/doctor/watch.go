package doctor

import (
	"errors"
	"io/fs"
	"syscall"

	"kpiwall/data/finding"
	"kpiwall/data/watch"
)

// examineWatch looks whether the system tells when config and store change. Where
// it does not the wall looks for itself, which costs more.
func (c *Case) examineWatch() []finding.Finding {
	paths := []string{c.Store}
	if !c.demo {
		paths = append(paths, c.ConfigPath)
	}
	err := watch.Try(Local, paths...)
	polled := finding.Finding{Severity: finding.Note, Code: "doctor.polled", Args: finding.Args{"Why": err}}
	switch {
	case err == nil:
		return []finding.Finding{{Code: "doctor.watched"}}
	case errors.Is(err, fs.ErrNotExist):
		return nil // somebody has said so
	case errors.Is(err, watch.ErrRemote):
		polled.Code = "doctor.polled.remote"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENOSPC):
		polled.Code = "doctor.polled.limit"
	}
	return []finding.Finding{polled}
}
