//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peakMemory is the most memory an ended process held at once, in bytes. The
// system counts in bytes on macOS and in KiB elsewhere (getrusage(2)).
func peakMemory(state *os.ProcessState) int64 {
	rusage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int64(rusage.Maxrss)
	}
	return int64(rusage.Maxrss) * 1024
}
