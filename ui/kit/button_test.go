package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestButtonHeights(t *testing.T) {
	desk(t, NewFill(Surface), fyne.NewSize(10, 10))
	tests := []struct {
		button *Button
		height float32
	}{
		{NewPrimary("Export…", nil), 36},
		{NewButton("Cancel", nil), 36},
		{NewMedium("Tie", nil), 32},
		{NewSmall("Restore", nil), 28},
		{NewIconButton(IconMore, "More", nil), 32},
	}
	for _, tt := range tests {
		if got := tt.button.MinSize().Height; got != tt.height {
			t.Errorf("%q is %.0f high, want %.0f", tt.button.AccessibilityLabel(), got, tt.height)
		}
		if tt.button.AccessibilityLabel() == "" {
			t.Error("a button without a name")
		}
	}
}

func TestButtonByPointerAndKeyboard(t *testing.T) {
	pressed := 0
	b := NewButton("Cancel", func() { pressed++ })
	w, _ := desk(t, b, fyne.NewSize(200, 40))
	test.Tap(b)
	w.Canvas().Focus(b)
	press(w.Canvas(), fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter)
	if pressed != 4 {
		t.Errorf("pressed %d times, want 4", pressed)
	}
	r := test.WidgetRenderer(b).(*buttonRenderer)
	if !r.ring.rect.Visible() {
		t.Error("no focus ring")
	}
	press(w.Canvas(), fyne.KeyEscape)
	if w.Canvas().Focused() != nil || r.ring.rect.Visible() {
		t.Error("Esc did not leave the button")
	}
	b.Disable()
	test.Tap(b)
	if pressed != 4 {
		t.Error("a disabled button was pressed")
	}
}

func TestButtonColoursByState(t *testing.T) {
	b := NewPrimary("Export…", nil)
	desk(t, b, fyne.NewSize(200, 40))
	if fill, _, _ := b.colors(); fill != Accent {
		t.Errorf("at rest %s", fill)
	}
	b.MouseIn(&desktop.MouseEvent{})
	if fill, _, _ := b.colors(); fill != AccentHover {
		t.Errorf("hovered %s", fill)
	}
	b.Disable()
	if fill, edge, text := b.colors(); fill != Sunken || edge != Line || text != Ink3 {
		t.Errorf("disabled %s %s %s", fill, edge, text)
	}
	b.Enable()
	if fill, _, _ := b.colors(); fill != Accent {
		t.Errorf("enabled again while no longer pointed at: %s", fill)
	}
}

func TestSegmentChooses(t *testing.T) {
	var got []int
	s := NewSegment([]string{"Ranking", "Status board", "Table"}, func(i int) { got = append(got, i) })
	w, _ := desk(t, s, fyne.NewSize(400, 32))
	w.Canvas().Focus(s)
	press(w.Canvas(), fyne.KeyLeft, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyHome)
	edges := s.bounds()
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(edges[1]+4, 10)})
	s.Select(2)
	want := []int{1, 2, 0, 1}
	if len(got) != len(want) {
		t.Fatalf("changed to %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("changed to %v, want %v", got, want)
		}
	}
	if s.Selected() != 2 {
		t.Error("Select did not choose")
	}
}

func TestTabsChooseAndCount(t *testing.T) {
	got := -1
	tabs := NewTabs([]Tab{{Text: "Profile"}, {Text: "Photo", Counts: []Count{{N: 1, Tone: Warn}}}, {Text: "Interview"}}, func(i int) { got = i })
	w, _ := desk(t, tabs, fyne.NewSize(400, 44))
	tabs.Tapped(&fyne.PointEvent{Position: fyne.NewPos(tabs.width(0)+tabGap+2, 20)})
	if got != 1 {
		t.Errorf("tapped tab %d", got)
	}
	w.Canvas().Focus(tabs)
	press(w.Canvas(), fyne.KeyRight)
	if got != 2 {
		t.Errorf("→ went to tab %d", got)
	}
	before := tabs.MinSize().Width
	tabs.SetCounts(2, Count{N: 12, Tone: Error})
	if tabs.MinSize().Width <= before {
		t.Error("a count takes no room")
	}
	tabs.SetCounts(2, Count{N: 0, Tone: Error})
	if tabs.MinSize().Width != before {
		t.Error("a count of 0 is shown")
	}
}

func TestChipsSwitchAndCheckTicks(t *testing.T) {
	var on []bool
	chip := NewFilterChip("Photo", 3, func(b bool) { on = append(on, b) })
	check := NewCheck("Include", func(b bool) { on = append(on, b) })
	w, _ := desk(t, HBox(8, chip, check), fyne.NewSize(400, 40))
	test.Tap(chip)
	w.Canvas().Focus(chip)
	press(w.Canvas(), fyne.KeySpace)
	test.Tap(check)
	check.SetOn(false)
	if len(on) != 3 || !on[0] || on[1] || !on[2] || check.On() {
		t.Errorf("told %v", on)
	}
	went := false
	missing := NewMissingChip("Photo credit", IconPhoto, true, func() { went = true })
	test.Tap(missing)
	if !went || missing.face.tone != Error {
		t.Error("a missing chip leads nowhere, or is not red where it stops the book")
	}
}

func TestEveryIconIsThere(t *testing.T) {
	desk(t, NewFill(Surface), fyne.NewSize(10, 10))
	for _, name := range []IconName{
		IconArrowDown, IconArrowUp, IconBack, IconBook, IconCalendar, IconCamera, IconChart, IconCheck, IconChevronDown,
		IconChevronLeft, IconChevronRight, IconChevronUp, IconClock, IconClose, IconCopy, IconCrop, IconDocument,
		IconDoubleCheck, IconEdit, IconError, IconExport, IconExternal, IconEye, IconFile, IconFilm, IconFilter, IconFit,
		IconFocal, IconFolder, IconForward, IconGap, IconGlobe, IconGrip, IconHelp, IconHistory, IconImport, IconInfo,
		IconInterviews, IconKeyboard, IconLaurel, IconLink, IconList, IconLock, IconMail, IconMerge, IconMinus, IconMore,
		IconMove, IconOrganisation, IconPage, IconPages, IconPaste, IconPeople, IconPerson, IconPhoto, IconPlay, IconPlus,
		IconQuote, IconRanking, IconRedo, IconRefresh, IconRestore, IconRing, IconSearch, IconSettings, IconSort, IconStar,
		IconStarFilled, IconSwap, IconTable, IconTie, IconTrash, IconUndo, IconUnlock, IconWarning, IconZoomIn, IconZoomOut,
	} {
		img := renderIcon(t, name)
		if img == 0 {
			t.Errorf("%s draws nothing", name)
		}
	}
}

// renderIcon counts the pixels that an icon covers with ink.
func renderIcon(t *testing.T, name IconName) int {
	t.Helper()
	w := test.NewWindow(NewIcon(name, 24, Ink))
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(24, 24))
	img := w.Canvas().Capture()
	n := 0
	for y := range 24 {
		for x := range 24 {
			if r, _, _, _ := img.At(x, y).RGBA(); r>>8 < 0x60 {
				n++
			}
		}
	}
	return n
}

func TestIconsTakeTheTokensColour(t *testing.T) {
	desk(t, NewFill(Surface), fyne.NewSize(10, 10))
	light := colouredIcon(IconCheck, Accent)
	SetMode(Dark)
	dark := colouredIcon(IconCheck, Accent)
	if light.Name() == dark.Name() || string(light.Content()) == string(dark.Content()) {
		t.Error("the icon is the same in light and dark")
	}
}

func TestLongTextOfAButtonGivesWay(t *testing.T) {
	const name = "The Exceptionally Long Name of a List of Leaders in Public Service 2026"
	b := NewTitleButton(name, nil).WithMenu()
	b.SetTag("EMEA")
	row := MidRow(8, Giving(160, b), Cell{Object: NewFill(Canvas), Size: 200, Grow: 1})
	w, _ := desk(t, row, fyne.NewSize(1200, 60))
	if b.Tooltip() != "" || b.Size().Width < b.MinSize().Width {
		t.Errorf("with room enough the tooltip says %q", b.Tooltip())
	}
	w.Resize(fyne.NewSize(500, 60))
	row.Resize(fyne.NewSize(500, 60))
	if got := b.Size().Width; got != 292 {
		t.Errorf("it is %g wide, want what the field beside it leaves", got)
	}
	if got := b.Tooltip(); got != name+" (EMEA)" {
		t.Errorf("cut, the tooltip says %q", got)
	}
	row.Resize(fyne.NewSize(1200, 60))
	if b.Tooltip() != "" {
		t.Error("with room again it is still cut")
	}
}
