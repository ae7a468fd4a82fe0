package main

import (
	"bufio"
	"bytes"
	"context"
	"io/fs"
	"slices"
	"strings"
)

// manager is a package manager and what stands before the names of packages on
// its command line.
type manager struct {
	name    string
	install string
}

var (
	apt    = manager{"apt", "apt-get install -y --no-install-recommends"}
	dnf    = manager{"dnf", "sudo dnf install"}
	pacman = manager{"pacman", "sudo pacman -S --needed"}
	zypper = manager{"zypper", "sudo zypper install"}
	brew   = manager{"brew", "brew install"}
)

// need is something the machine must have beside Go. It is looked for itself,
// not for a package's name: however it got there, it will do.
type need struct {
	what string
	goos string // the one system that needs it; empty: all

	// How it is looked for: all of those given must be there.
	compiler bool     // Go's C compiler, with the C library's headers
	tool     string   // a program
	modules  []string // libraries with headers, as pkg-config knows them
	file     string   // a file, its path from /

	packages map[manager][]string // the packages that bring it; none: cannot be had there, and is not asked for
}

// buildNeeds is what building Laurel takes: SQLite and the window toolkit are
// partly written in C.
var buildNeeds = []need{
	{
		what: "a C compiler", compiler: true,
		packages: map[manager][]string{
			apt: {"gcc", "libc6-dev"}, dnf: {"gcc", "glibc-devel"}, pacman: {"gcc"}, zypper: {"gcc", "glibc-devel"},
			brew: {"gcc"}, // in name only: askFor offers Apple's own
		},
	},
	{
		what: "pkg-config", goos: "linux", tool: "pkg-config",
		packages: map[manager][]string{
			apt: {"pkg-config"}, dnf: {"pkgconf-pkg-config"}, pacman: {"pkgconf"}, zypper: {"pkgconf-pkg-config"},
		},
	},
	{
		what: "OpenGL", goos: "linux", modules: []string{"gl"},
		packages: map[manager][]string{
			apt: {"libgl1-mesa-dev"}, dnf: {"mesa-libGL-devel"}, pacman: {"libglvnd"}, zypper: {"Mesa-libGL-devel"},
		},
	},
	{
		what: "the X11 libraries", goos: "linux",
		modules: []string{"x11", "xcursor", "xrandr", "xinerama", "xi", "xxf86vm"},
		packages: map[manager][]string{
			apt: {"xorg-dev"},
			dnf: {
				"libX11-devel", "libXcursor-devel", "libXrandr-devel", "libXinerama-devel", "libXi-devel",
				"libXxf86vm-devel",
			},
			pacman: {"libx11", "libxcursor", "libxrandr", "libxinerama", "libxi", "libxxf86vm"},
			zypper: {
				"libX11-devel", "libXcursor-devel", "libXrandr-devel", "libXinerama-devel", "libXi-devel",
				"libXxf86vm-devel",
			},
		},
	},
	{
		what: "Wayland", goos: "linux", modules: []string{"wayland-client", "wayland-cursor", "wayland-egl"},
		packages: map[manager][]string{
			apt: {"libwayland-dev"}, dnf: {"wayland-devel"}, pacman: {"wayland"}, zypper: {"wayland-devel"},
		},
	},
	{
		what: "the keyboard library", goos: "linux", modules: []string{"xkbcommon"},
		packages: map[manager][]string{
			apt: {"libxkbcommon-dev"}, dnf: {"libxkbcommon-devel"}, pacman: {"libxkbcommon"}, zypper: {"libxkbcommon-devel"},
		},
	},
}

// displayNeeds is a display of dev's own: a screen in memory and a window
// manager, without which no window gets the keyboard.
var displayNeeds = []need{
	{
		what: "Xvfb", goos: "linux", tool: "Xvfb",
		packages: map[manager][]string{
			apt: {"xvfb"}, dnf: {"xorg-x11-server-Xvfb"}, pacman: {"xorg-server-xvfb"}, zypper: {"xorg-x11-server-Xvfb"},
		},
	},
	{
		what: "openbox", goos: "linux", tool: "openbox",
		packages: map[manager][]string{apt: {"openbox"}, dnf: {"openbox"}, pacman: {"openbox"}, zypper: {"openbox"}},
	},
}

// pageNeeds turns the pages of a PDF into pictures and text.
var pageNeeds = []need{{
	what: "poppler's tools", tool: "pdftoppm",
	packages: map[manager][]string{
		apt: {"poppler-utils"}, dnf: {"poppler-utils"}, pacman: {"poppler"}, zypper: {"poppler-tools"}, brew: {"poppler"},
	},
}}

// handNeeds are the hands that drive a window.
var handNeeds = []need{{
	what: "xdotool", goos: "linux", tool: "xdotool",
	packages: map[manager][]string{apt: {"xdotool"}, dnf: {"xdotool"}, pacman: {"xdotool"}, zypper: {"xdotool"}},
}}

// testNeeds is what the tests take beyond that: hands for the window tests and
// other people's judgement of our PDF files.
var testNeeds = slices.Concat(displayNeeds, handNeeds, pageNeeds, []need{
	{
		what: "xclip", goos: "linux", tool: "xclip",
		packages: map[manager][]string{apt: {"xclip"}, dnf: {"xclip"}, pacman: {"xclip"}, zypper: {"xclip"}},
	},
	{
		what: "qpdf", tool: "qpdf",
		packages: map[manager][]string{apt: {"qpdf"}, dnf: {"qpdf"}, pacman: {"qpdf"}, zypper: {"qpdf"}, brew: {"qpdf"}},
	},
	{
		what: "Ghostscript", tool: "gs",
		packages: map[manager][]string{
			apt: {"ghostscript"}, dnf: {"ghostscript"}, pacman: {"ghostscript"}, zypper: {"ghostscript"}, brew: {"ghostscript"},
		},
	},
	{
		what: "Java", goos: "linux", tool: "java",
		packages: map[manager][]string{apt: {"default-jre-headless"}},
	},
	{
		what: "PDFBox", goos: "linux", file: "usr/share/java/preflight.jar",
		packages: map[manager][]string{apt: {"libpdfbox2-java"}},
	},
	// Debian's PDFBox does not ask for what newer Java leaves out.
	{
		what: "Java's activation", goos: "linux", file: "usr/share/java/javax.activation.jar",
		packages: map[manager][]string{apt: {"libactivation-java"}},
	},
	{
		what: "Java's XML binding", goos: "linux", file: "usr/share/java/jaxb-api.jar",
		packages: map[manager][]string{apt: {"libjaxb-api-java"}},
	},
})

// missing is the part of needs that the machine does not have and that its
// package manager could bring.
func (d *dev) missing(ctx context.Context, needs []need) []need {
	m := d.manager()
	return slices.DeleteFunc(slices.Clone(needs), func(n need) bool {
		wanted := n.goos == "" || n.goos == d.goos
		obtainable := m == (manager{}) || len(n.packages[m]) > 0
		return !wanted || !obtainable || d.has(ctx, n)
	})
}

// has reports whether the machine has what is needed.
func (d *dev) has(ctx context.Context, n need) bool {
	if n.compiler && !d.compiles(ctx) {
		return false
	}
	if n.tool != "" {
		if _, err := d.runner.look(n.tool); err != nil {
			return false
		}
	}
	if len(n.modules) > 0 {
		args := append([]string{"--exists"}, n.modules...)
		if d.runner.run(ctx, process{name: "pkg-config", args: args}) != nil {
			return false
		}
	}
	if n.file != "" {
		if _, err := fs.Stat(d.files, n.file); err != nil {
			return false
		}
	}
	return true
}

// compiles tries Go's C compiler on a program that includes a standard header:
// Debian's gcc comes without the C library's.
func (d *dev) compiles(ctx context.Context) bool {
	cc, err := d.output(ctx, "go", "env", "CC")
	words := strings.Fields(cc)
	if err != nil || len(words) == 0 {
		return false
	}
	return d.runner.run(ctx, process{
		name: words[0], args: append(words[1:], "-fsyntax-only", "-x", "c", "-"),
		stdin: strings.NewReader("#include <stdlib.h>\n"),
	}) == nil
}

// manager is the machine's package manager; the zero value when it has none
// that dev knows.
func (d *dev) manager() manager {
	switch d.goos {
	case "darwin":
		return brew
	case "linux":
		text, err := fs.ReadFile(d.files, "etc/os-release")
		if err != nil {
			return manager{}
		}
		return managerOf(text)
	}
	return manager{}
}

// managerOf reads the package manager out of an os-release file
// (os-release(5)): from the system's own ID, else from those it is like.
func managerOf(osRelease []byte) manager {
	known := map[string]manager{
		"debian": apt, "ubuntu": apt,
		"fedora": dnf, "rhel": dnf, "centos": dnf,
		"arch": pacman, "archlinux": pacman,
		"suse": zypper, "opensuse": zypper, "opensuse-leap": zypper, "opensuse-tumbleweed": zypper, "sles": zypper,
	}
	values := map[string]string{}
	lines := bufio.NewScanner(bytes.NewReader(osRelease))
	for lines.Scan() {
		if key, value, ok := strings.Cut(lines.Text(), "="); ok {
			values[strings.TrimSpace(key)] = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	for _, id := range append([]string{values["ID"]}, strings.Fields(values["ID_LIKE"])...) {
		if m, ok := known[id]; ok {
			return m
		}
	}
	return manager{}
}
