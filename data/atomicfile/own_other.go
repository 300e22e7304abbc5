//go:build !unix

package atomicfile

import "io/fs"

// own does nothing: a new file has the owner of its folder.
func own(string, fs.FileInfo) error { return nil }
