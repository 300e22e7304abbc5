package engine

import (
	"bytes"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/store"
)

// deskOf returns a recorder of the store at path, which logs to log.
func deskOf(t *testing.T, path string, log *bytes.Buffer) *AsyncRecorder {
	t.Helper()
	cfg, err := config.Parse("config.toml", []byte(goodConfig))
	if err != nil {
		t.Fatal(err)
	}
	a := &AsyncRecorder{
		Engine: &Engine{Store: path, Now: time.Now, Log: slog.New(slog.NewTextHandler(log, nil)), shown: path},
		Do:     func(f func()) { f() },
	}
	a.SetConfig(cfg)
	return a
}

// entered records a number of orders in the store at path through a recorder, and
// returns what the log says by the time the screen hears of it.
func entered(t *testing.T, path string, number float64) (said string, err error) {
	t.Helper()
	var log bytes.Buffer
	recorder := deskOf(t, path, &log)
	done := make(chan struct{})
	recorder.Put(record.Input{KPI: recorder.board.Load().KPI("orders"), Typed: kpi.Typed{Number: number}}, func(_ record.Saved, e error) {
		said, err = log.String(), e
		close(done)
	})
	<-done
	return said, err
}

func TestDesk_LogsWhatIsSavedBeforeTheScreenSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kpi.db")
	if err := store.Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	said, err := entered(t, path, 120)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"level=INFO", "saved at the screen", "kpi=orders", "row=1", "120"} {
		if !strings.Contains(said, want) {
			t.Errorf("the log says %q, without %q", said, want)
		}
	}
}

func TestDesk_LogsThatTheStoreTookNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kpi.db")
	said, err := entered(t, path, 120)
	if err == nil || !strings.Contains(said, "level=WARN") || !strings.Contains(said, "not saved at the screen") || !strings.Contains(said, "missing") {
		t.Errorf("the screen hears %v, the log says %q", err, said)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a store was made")
	}
}

// The log tells what was done, and of a KPI without a value no number.
func TestDesk_LogsWhatIsUndoneAndWithdrawn(t *testing.T) {
	for _, row := range []struct {
		name string
		act  func(*AsyncRecorder, func(record.Saved, error))
		want string
	}{
		{"undo", func(a *AsyncRecorder, done func(record.Saved, error)) { a.Undo(1, "", done) }, `"undone at the screen"`},
		{"withdrawal", func(a *AsyncRecorder, done func(record.Saved, error)) { a.Withdraw(1, "", done) }, `"withdrawn at the screen"`},
	} {
		path := filepath.Join(t.TempDir(), "kpi.db")
		if err := store.Create(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		var log bytes.Buffer
		recorder := deskOf(t, path, &log)
		done := make(chan string)
		recorder.Put(record.Input{KPI: recorder.board.Load().KPI("orders"), Typed: kpi.Typed{Number: 120}}, func(record.Saved, error) {
			row.act(recorder, func(_ record.Saved, err error) { done <- log.String() })
		})
		_, last, _ := strings.Cut(<-done, "\n")
		if !strings.Contains(last, row.want) || !strings.Contains(last, "kpi=orders") || !strings.Contains(last, "number=none") {
			t.Errorf("%s: %s", row.name, last)
		}
	}
}
