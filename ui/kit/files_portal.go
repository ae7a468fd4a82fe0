//go:build (linux || freebsd || openbsd || netbsd) && !android

package kit

import (
	"fmt"
	"net/url"
	"os"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/rymdport/portal/filechooser"
)

// desktopChooser tells whether it is worth asking the desktop: without a
// session bus there is no portal, and looking for one takes time.
func desktopChooser() bool { return os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" }

// parentHandle names the window to the portal, so that its dialog lies above it.
func parentHandle(w fyne.Window) string {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return ""
	}
	handle := ""
	native.RunNative(func(context any) {
		if x11, ok := context.(driver.X11WindowContext); ok {
			handle = "x11:" + strconv.FormatUint(uint64(x11.WindowHandle), 16)
		}
	})
	return handle
}

// chooseFile asks the desktop portal and waits. An empty path is a cancelled dialog.
func chooseFile(parent string, p FileParams, save bool) (string, error) {
	var filters []*filechooser.Filter
	if len(p.Filter.Endings) > 0 {
		f := &filechooser.Filter{Name: p.Filter.Name}
		for _, e := range p.Filter.Endings {
			f.Rules = append(f.Rules, filechooser.Rule{Type: filechooser.GlobPattern, Pattern: "*" + e})
		}
		filters = append(filters, f)
	}
	var uris []string
	var err error
	if save {
		uris, err = filechooser.SaveFile(parent, p.Title, &filechooser.SaveFileOptions{
			AcceptLabel: p.Accept, Filters: filters, CurrentFolder: p.Folder, CurrentName: p.Name,
		})
	} else {
		uris, err = filechooser.OpenFile(parent, p.Title, &filechooser.OpenFileOptions{
			AcceptLabel: p.Accept, Filters: filters, CurrentFolder: p.Folder, Directory: p.Directory,
		})
	}
	if err != nil {
		return "", fmt.Errorf("%w: %w", errNoChooser, err)
	}
	if len(uris) == 0 {
		return "", nil
	}
	u, err := url.Parse(uris[0])
	if err != nil {
		return "", fmt.Errorf("read the answer %q of the file dialog: %w", uris[0], err)
	}
	return u.Path, nil
}
