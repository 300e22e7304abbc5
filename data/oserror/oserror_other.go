//go:build !windows

package oserror

import "syscall"

var (
	full     = []error{syscall.ENOSPC, syscall.EDQUOT}
	readOnly = []error{syscall.EROFS}
	busy     []error
)
