package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// Hint turns an error of a keeper into a reason and a thing to do, which ends in how to try again.
func Hint(err error, again string) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Sprintf("the disk is full. Free some room, then %s.", again)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Sprintf("the folder may not be written. Allow it, then %s.", again)
	}
	return err.Error() + "."
}
