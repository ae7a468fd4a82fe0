//go:build unix

package store

import (
	"errors"
	"os"
)

// syncDir forces the names in a folder onto the disk.
func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
