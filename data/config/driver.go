package config

import "slices"

// Driver is what puts the wall on the screen.
type Driver uint8

// The drivers.
const (
	AutoDriver Driver = iota // the one that suits the box
	OpenGL                   // Fyne's own
	Lean                     // the one that needs no graphics device
)

var drivers = []option[Driver]{{"auto", AutoDriver}, {"opengl", OpenGL}, {"lean", Lean}}

// String returns the driver as the configuration writes it.
func (d Driver) String() string { return drivers[d].word }

// DriverIn returns the driver that the configuration at path wants, without reading
// all of it: a window cannot wait for that. It reports false where the file is not
// there, or does not say it as it should.
func DriverIn(path string) (Driver, bool) {
	data, err := read(path, sizeLimit)
	if err != nil {
		return AutoDriver, false
	}
	table := glance(data)
	if table == nil {
		return AutoDriver, false
	}
	screen, _ := table["screen"].(map[string]any)
	written, ok := screen["driver"]
	if !ok {
		return AutoDriver, true
	}
	i := slices.IndexFunc(drivers, func(o option[Driver]) bool { return o.word == written })
	if i < 0 {
		return AutoDriver, false
	}
	return drivers[i].value, true
}
