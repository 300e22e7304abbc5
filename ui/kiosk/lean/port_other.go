//go:build !unix || darwin

package lean

import (
	"image"

	"github.com/go-gl/glfw/v3.4/glfw"

	"kpiwall/data/finding"
)

// port is nowhere where there is no X server.
type port struct{}

func openPort(*glfw.Window) (*port, error) { return nil, finding.New("kiosk.no_lean", nil) }

func (*port) screen(image.Point) (*image.RGBA, bool, error) { return nil, false, nil }
func (*port) show([]image.Rectangle, bool)                  {}
func (*port) close()                                        {}
