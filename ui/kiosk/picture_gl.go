//go:build !gles

package kiosk

import "kpiwall/ui/draw"

// Without the tag gles Fyne draws by another library: every picture in whole.
func (k *Kiosk) cutTo(draw.Box) bool { return false }

func (k *Kiosk) uncut() {}
