package logfile

import (
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"github.com/coreos/go-systemd/v22/journal"
	"gopkg.in/natefinch/lumberjack.v2"

	"kpiwall/data/words"
)

// Name is the log's file in [Folder]. Two of them are kept, of a megabyte each:
// years of a quiet wall, and never a full disk.
const (
	Name     = "wall.log"
	megabyte = 1
	older    = 1
)

// New returns the wall's log and what closes it. It goes to stderr, which must
// be the standard error of the process; and to a file in folder as well, unless
// the systemd journal is at the other end and keeps it. A folder that is empty
// or cannot be written to is done without: no log is worth a wall that ends.
func New(stderr io.Writer, folder string) (*slog.Logger, io.Closer) {
	if kept, err := journal.StderrIsJournalStream(); kept && err == nil {
		return slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{ReplaceAttr: forJournal})), io.NopCloser(nil)
	}
	if folder == "" {
		return slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{ReplaceAttr: cut})), io.NopCloser(nil)
	}
	file := &lumberjack.Logger{
		Filename: filepath.Join(folder, Name),
		MaxSize:  megabyte, MaxBackups: older, LocalTime: true,
	}
	return slog.New(slog.NewTextHandler(both{file, stderr}, &slog.HandlerOptions{ReplaceAttr: cut})), file
}

// forJournal leaves the time to the journal, which has its own for each line.
func forJournal(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return cut(groups, a)
}

// attrLimit is how many bytes of each thing that a line says are logged: an error
// may quote a whole file.
const attrLimit = 4 << 10

// cut says errors in words, and shortens what is longer than a log is for, by how much
// it says.
func cut(_ []string, a slog.Attr) slog.Attr {
	var text string
	switch a.Value.Kind() {
	case slog.KindString:
		text = a.Value.String()
	case slog.KindAny:
		if err, ok := a.Value.Any().(error); ok {
			text = words.English().Error(err)
			a = slog.String(a.Key, text)
		} else {
			text = fmt.Sprintf("%+v", a.Value.Any())
		}
	}
	if len(text) <= attrLimit {
		return a
	}
	kept := strings.ToValidUTF8(text[:attrLimit], "")
	return slog.String(a.Key, fmt.Sprintf("%s… and %d more bytes", kept, len(text)-len(kept)))
}

// both writes to two writers, and to each whatever becomes of the other: a full
// disk must not silence the terminal, nor a closed terminal the file.
type both [2]io.Writer

func (b both) Write(line []byte) (int, error) {
	for _, w := range b {
		w.Write(line) //nolint:errcheck // there is nowhere left to say it
	}
	return len(line), nil
}

// again is how soon what goes on is logged once more.
const again = time.Hour

// lately reports whether t is so shortly before now that the same need not be
// logged again; not where the clock was set back behind it.
func lately(t, now time.Time) bool { return !t.After(now) && now.Sub(t) < again }
