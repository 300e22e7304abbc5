package command

import (
	"context"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/record"
	"kpiwall/data/store"
)

// recorder returns what records values of cfg in the store that cmd is to use.
func (e Env) recorder(cmd *cobra.Command, cfg *config.Config) *record.Recorder {
	path := PathsOf(cmd).Store
	return &record.Recorder{
		Config: cfg,
		Open: func(ctx context.Context) (*store.Store, error) {
			return e.openAt(ctx, path, cfg.Store.Role == config.Copy)
		},
		Now: e.Now,
	}
}
