package command

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"

	"kpiwall/data/finding"
)

// errInterrupted is how a command ends that somebody told to end while it waited.
var errInterrupted error = finding.New("interrupted", nil)

// await returns what do returns, or [errInterrupted] as soon as ctx ends: reading
// from a pipe or a terminal, and opening a pipe, cannot be ended. Do then goes on
// behind it, until the program ends.
func await[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := do()
		done <- result{value, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, errInterrupted
	}
}

// confirm asks a question, and reports whether the answer is yes.
func (e Env) confirm(ctx context.Context, question string) (bool, error) {
	fmt.Fprint(e.Err, question+" ")
	line, err := await(ctx, func() (string, error) {
		line, err := bufio.NewReader(e.In).ReadString('\n')
		if err == io.EOF {
			err = nil
		}
		return line, err
	})
	return e.speech().IsYes(line), err
}

// source is a file to import.
type source struct {
	name    string
	spooled *os.File // its content, of what is no regular file
}

// sources finds the files called names, - being standard input. What is no regular
// file is read to its end: a slow writer at its other side must not keep the
// store's lock waiting. Who has no use for them any more closes them.
func (e Env) sources(ctx context.Context, names []string) (list []source, err error) {
	for _, name := range names {
		s := source{name: name}
		if s.spooled, err = e.spooled(ctx, name); err != nil {
			closeAll(list)
			return nil, err
		}
		list = append(list, s)
	}
	return list, nil
}

func closeAll(list []source) {
	for _, s := range list {
		if s.spooled != nil {
			s.spooled.Close()
		}
	}
}

// open returns the content of the file, from its beginning.
func (s source) open() (io.ReadSeekCloser, error) {
	if s.spooled == nil {
		f, err := os.Open(s.name)
		if err != nil {
			return nil, fileError(s.name, err)
		}
		return f, nil
	}
	if _, err := s.spooled.Seek(0, io.SeekStart); err != nil {
		return nil, fileError(s.name, err)
	}
	return s.spooled, nil
}

// spooled returns the content of what is no regular file; nil for one that is.
func (e Env) spooled(ctx context.Context, name string) (*os.File, error) {
	if name == "-" {
		return await(ctx, func() (*os.File, error) { return spool(name, e.In) })
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, fileError(name, err)
	case info.Mode().IsRegular():
		return nil, nil
	case info.IsDir():
		return nil, fileProblem(name, "import.folder", nil, nil)
	}
	return await(ctx, func() (*os.File, error) {
		f, err := os.Open(name)
		if err != nil {
			return nil, fileError(name, err)
		}
		defer f.Close()
		return spool(name, f)
	})
}

// spool copies r, which is called name, to a file without a name.
func spool(name string, r io.Reader) (*os.File, error) {
	f, err := os.CreateTemp("", "kpiwall-import-*.csv")
	if err != nil {
		return nil, fileError(os.TempDir(), err)
	}
	os.Remove(f.Name()) // its content stays for as long as it is open
	if _, err = io.Copy(f, r); err != nil {
		f.Close()
		return nil, fileError(name, err)
	}
	return f, nil
}
