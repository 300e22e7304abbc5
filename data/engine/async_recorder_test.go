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

// entered records a number of orders in the store at path through a recorder, and
// returns what the log says by the time the screen hears of it.
func entered(t *testing.T, path string, number float64) (said string, err error) {
	t.Helper()
	cfg, err := config.Parse("config.toml", []byte(goodConfig))
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	recorder := &AsyncRecorder{
		Engine: &Engine{Store: path, Now: time.Now, Log: slog.New(slog.NewTextHandler(&log, nil)), shown: path},
		Do:     func(f func()) { f() },
	}
	recorder.SetConfig(cfg)
	done := make(chan struct{})
	recorder.Put(record.Input{KPI: cfg.KPI("orders"), Typed: kpi.Typed{Number: number}}, func(_ record.Saved, e error) {
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
	if err == nil || !strings.Contains(said, "level=WARN") || !strings.Contains(said, "store is missing") {
		t.Errorf("the screen hears %v, the log says %q", err, said)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a store was made")
	}
}
