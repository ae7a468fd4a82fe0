package main

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestManagerOf(t *testing.T) {
	tests := []struct {
		name, text string
		want       manager
	}{
		{"Debian", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n", apt},
		{"Ubuntu", "ID=ubuntu\nID_LIKE=debian\n", apt},
		{"a child of Ubuntu", "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", apt},
		{"Fedora", "NAME='Fedora Linux'\nID=fedora\r\n", dnf},
		{"a child of RHEL", "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", dnf},
		{"Arch", "ID=arch", pacman},
		{"openSUSE", "ID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"\n", zypper},
		{"one nobody has heard of", "ID=plan9\nID_LIKE=unix\n# ID=debian\n", manager{}},
		{"an empty file", "", manager{}},
	}
	for _, test := range tests {
		if got := managerOf([]byte(test.text)); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got.name, test.want.name)
		}
	}
}

// get is the beginning of every call of apt-get.
const get = "env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "

func TestSetUpInstallsWhatIsMissing(t *testing.T) {
	install := get + "install -y --no-install-recommends "
	tests := []struct {
		name   string
		change func(*invented)
		want   []string
		err    string
	}{
		{name: "nothing is missing", change: func(*invented) {}},
		{
			name:   "one thing is missing",
			change: func(m *invented) { m.take(t, "Wayland") },
			want:   []string{install + "libwayland-dev"},
		},
		{
			name:   "a compiler that finds no headers, and no pkg-config",
			change: func(m *invented) { m.take(t, "a C compiler", "pkg-config", "qpdf") },
			want: []string{
				install + "gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev qpdf",
			},
		},
		{
			name:   "a file is missing",
			change: func(m *invented) { m.take(t, "PDFBox") },
			want:   []string{install + "libpdfbox2-java"},
		},
		{
			name: "a fresh machine has no package lists",
			change: func(m *invented) {
				m.take(t, "xclip")
				delete(m.fs, "var/lib/apt/lists/a_Packages")
			},
			want: []string{get + "update", install + "xclip"},
		},
		{
			name:   "not root",
			change: func(m *invented) { m.take(t, "xclip"); m.uid = 1000; m.tools["sudo"] = true },
			want:   []string{"sudo " + install + "xclip"},
		},
		{
			name:   "not root, and no sudo",
			change: func(m *invented) { m.take(t, "xclip"); m.uid = 1000 },
			err:    "As root, run\n\n  apt-get install -y --no-install-recommends xclip\n",
		},
		{
			name:   "the lists are old, and new ones do not help",
			change: func(m *invented) { m.take(t, "xclip"); m.fails[install] = 100 },
			want:   []string{install + "xclip", get + "update", install + "xclip"},
			err:    "env ended with status 100",
		},
		{
			name: "off line",
			change: func(m *invented) {
				m.take(t, "xclip")
				m.fails[get] = 100
				m.says[get+"update"] = "Could not resolve\n"
			},
			want: []string{install + "xclip", get + "update"},
			err:  "apt-get: env ended with status 100",
		},
		{
			name:   "the package does not bring it",
			change: func(m *invented) { m.take(t, "xclip", "Java"); clear(m.brings) },
			want:   []string{install + "xclip default-jre-headless"},
			err:    "xclip and Java cannot be found",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := newInvented(t)
			test.change(m)
			err := m.setUp(t.Context(), slices.Concat(buildNeeds, testNeeds)...)
			equal(t, "ran", m.lines(), test.want)
			if (err == nil) != (test.err == "") || err != nil && !strings.Contains(err.Error(), test.err) {
				t.Errorf("got error %v, want %q", err, test.err)
			}
			if told := strings.Contains(m.err.String(), "Could not resolve"); told != (test.name == "off line") {
				t.Errorf("apt-get's own words shown: %v", told)
			}
			if m.out.Len() > 0 {
				t.Errorf("set-up wrote to standard output: %q", m.out.String())
			}
		})
	}
}

func TestSetUpElsewhereSaysTheLine(t *testing.T) {
	tests := []struct {
		name, goos, osRelease string
		missing               []string
		want                  string // "" where nothing that is missing can or need be had
	}{
		{"Fedora", "linux", "ID=fedora", []string{"OpenGL", "qpdf"}, "  sudo dnf install mesa-libGL-devel qpdf\n"},
		{"Arch", "linux", "ID=arch", []string{"Wayland"}, "  sudo pacman -S --needed wayland\n"},
		{"openSUSE", "linux", "ID=opensuse-leap", []string{"poppler's tools"}, "  sudo zypper install poppler-tools\n"},
		{"PDFBox is not to be had", "linux", "ID=fedora", []string{"PDFBox"}, ""},
		{
			"unheard of", "linux", "ID=plan9",
			[]string{"a C compiler", "qpdf"},
			"lacks a C compiler and qpdf, and dev knows no package manager here.\nOn Debian these are the packages gcc libc6-dev qpdf;",
		},
		{"macOS", "darwin", "", []string{"a C compiler", "qpdf"}, "  xcode-select --install\n  brew install qpdf\n"},
		{"macOS, compiler only", "darwin", "", []string{"a C compiler"}, "  xcode-select --install\n\n"},
		{"macOS has no X11", "darwin", "", []string{"the X11 libraries", "Xvfb", "pkg-config"}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := newInvented(t)
			m.goos = test.goos
			m.fs["etc/os-release"] = &fstest.MapFile{Data: []byte(test.osRelease)}
			m.take(t, test.missing...)
			err := m.setUp(t.Context(), slices.Concat(buildNeeds, testNeeds)...)
			equal(t, "ran", m.lines(), nil)
			if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v\nwant %q", err, test.want)
			}
		})
	}
}

// TestEveryNeedHasItsPackage: a need without a way to look for it would always
// be met, one without a package on Debian never.
func TestEveryNeedHasItsPackage(t *testing.T) {
	for _, n := range slices.Concat(buildNeeds, testNeeds) {
		if !n.compiler && n.tool == "" && len(n.modules) == 0 && n.file == "" {
			t.Errorf("%s: dev cannot look for it", n.what)
		}
		if len(n.packages[apt]) == 0 {
			t.Errorf("%s: no package on Debian", n.what)
		}
	}
}
