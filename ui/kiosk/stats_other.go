//go:build !unix

package kiosk

import (
	"context"
	"log/slog"
)

// LogStats does nothing where there is no signal to ask with.
func (k *Kiosk) LogStats(context.Context, *slog.Logger) {}
