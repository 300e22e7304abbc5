package command

import (
	"fmt"
	"io"
	"os"
)

// open opens a file to import, - being standard input. What is no regular file
// is read to its end first: a slow writer at its other side must not keep the
// store's lock waiting.
func (e Env) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return spool(name, e.In)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("import: %w", err)
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case info.Mode().IsRegular():
		return f, nil
	case info.IsDir():
		err = fmt.Errorf("%q is a folder: name the files in it", name)
	default:
		defer f.Close()
		return spool(name, f)
	}
	f.Close()
	return nil, fmt.Errorf("import: %w", err)
}

// spool copies r to a file without a name.
func spool(name string, r io.Reader) (io.ReadCloser, error) {
	f, err := os.CreateTemp("", "kpiwall-import-*.csv")
	if err != nil {
		return nil, fmt.Errorf("import %q: %w", name, err)
	}
	os.Remove(f.Name()) // its content stays for as long as it is open
	if _, err = io.Copy(f, r); err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("import %q: %w", name, err)
	}
	return f, nil
}
