package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestShorten(t *testing.T) {
	desk(t, NewFill(Surface), fyne.NewSize(10, 10))
	const name = "nominations-final (3).xlsx"
	full := Body.Width(name)
	tests := []struct {
		cut    Cut
		room   float32
		starts string
		ends   string
		whole  bool
	}{
		{CutEnd, full, "nominations", ".xlsx", true},
		{CutEnd, full / 2, "nomi", "…", false},
		{CutMiddle, full / 2, "nom", ".xlsx", false},
		{CutNever, 1, "nominations", ".xlsx", true},
		{CutEnd, 1, "…", "…", false},
	}
	for _, tt := range tests {
		got := Shorten(name, Body, tt.room, tt.cut)
		if !strings.HasPrefix(got, tt.starts) || !strings.HasSuffix(got, tt.ends) {
			t.Errorf("cut %d to %.0f: %q", tt.cut, tt.room, got)
		}
		if tt.whole != (got == name) {
			t.Errorf("cut %d to %.0f gave %q", tt.cut, tt.room, got)
		}
		if got != "…" && tt.cut != CutNever && Body.Width(got) > tt.room {
			t.Errorf("cut %d to %.0f: %q is %.1f wide", tt.cut, tt.room, got, Body.Width(got))
		}
	}
}

func TestTheTitleGivesWayBeforeTheOrganisation(t *testing.T) {
	l := NewLine(Run{Text: "Chief Data and Transformation Officer", Style: Small, Cut: CutEnd}, Run{Text: " – Duna Insurance", Style: Small})
	desk(t, l, fyne.NewSize(220, 20))
	if !strings.HasSuffix(l.Shown(), "… – Duna Insurance") {
		t.Errorf("shown is %q", l.Shown())
	}
	if l.Tooltip() != "Chief Data and Transformation Officer – Duna Insurance" {
		t.Errorf("the tooltip is %q", l.Tooltip())
	}
}

// A title keeps its first words before a long organisation: in part both say more.
func TestTheTitleKeepsItsFirstWords(t *testing.T) {
	const title, organisation = "Chief Data and Transformation Officer", " – The Royal Northern Institute for Applied Statistics"
	for _, c := range []struct {
		keep float32
		want string
	}{{0, "…"}, {100, "Chief Data and T…"}} {
		l := NewLine(Run{Text: title, Style: Small, Cut: CutEnd, Keep: c.keep}, Run{Text: organisation, Style: Small, Cut: CutEnd})
		desk(t, l, fyne.NewSize(280, 20))
		if l.shown[0] != c.want || Small.Width(l.Shown()) > 281 {
			t.Errorf("kept %.0f px, shown is %q", c.keep, l.Shown())
		}
	}
}

func TestAnUncutLabelHasNoTooltip(t *testing.T) {
	l := NewElastic("Corvane Bank", Body)
	desk(t, l, fyne.NewSize(300, 20))
	if l.Tooltip() != "" {
		t.Errorf("the tooltip of %q is %q", l.Shown(), l.Tooltip())
	}
}

func TestTooltipComesAfterAWhileAndGoes(t *testing.T) {
	l := NewElastic("Director of Information Strategy and Population Health", Body)
	w, clock := desk(t, narrow(l), fyne.NewSize(300, 100))
	tip := w.Content().(*Root).layer.tip
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 8))
	clock.pass(tipDelay / 2)
	if tip.Visible() {
		t.Fatal("the tooltip came at once")
	}
	clock.pass(tipDelay)
	if !tip.Visible() || tip.label.Text() != l.Text() {
		t.Fatalf("no tooltip after %v", tipDelay)
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(280, 90))
	if tip.Visible() {
		t.Error("the tooltip stayed")
	}
}

func narrow(o fyne.CanvasObject) fyne.CanvasObject {
	return VBox(0, Row(0, Fixed(120, o), Space()))
}

func TestParagraphWrapsAndCuts(t *testing.T) {
	p := NewParagraph("It stops after 41 of 60 files. Nothing was changed.\nTry again.", Body)
	desk(t, p, fyne.NewSize(160, 200))
	lines := len(p.broken(160))
	if lines < 4 || p.HeightFor(160) != float32(lines)*Body.Line {
		t.Errorf("%d lines, %.0f high", lines, p.HeightFor(160))
	}
	for _, l := range p.broken(160) {
		if Body.Width(l) > 160 {
			t.Errorf("line %q is too wide", l)
		}
	}
	if p.HeightFor(2000) != 2*Body.Line {
		t.Errorf("two paragraphs take %.0f", p.HeightFor(2000))
	}
	p.MaxLines, p.width = 2, -1
	if got := p.broken(160); len(got) != 2 || !strings.HasSuffix(got[1], "…") {
		t.Errorf("cut to two lines: %q", got)
	}
}

func TestANarrowLabelTakesTheSmallerStyleBeforeItIsCut(t *testing.T) {
	l := NewElastic("Dr Marijke van der Zwaluw", PanelTitle)
	l.Narrow = Narrow
	wide, narrow := PanelTitle.Width(l.Text()), Narrow.Width(l.Text())
	w, _ := desk(t, l, fyne.NewSize(wide+20, 40))
	for _, c := range []struct {
		width, size float32
		whole       bool
	}{{wide + 20, 20, true}, {narrow + 2, 16, true}, {narrow / 2, 16, false}} {
		w.Resize(fyne.NewSize(c.width, 40))
		text := test.WidgetRenderer(l).Objects()[0].(*canvas.Text)
		if text.TextSize != c.size || (l.Shown() == l.Text()) != c.whole {
			t.Errorf("%.0f px show %q at %.0f", c.width, l.Shown(), text.TextSize)
		}
	}
}

// A long tooltip breaks into lines instead of running out of the window.
func TestALongTooltipHasSeveralLines(t *testing.T) {
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(900, 300))
	tip := w.Content().(*Root).layer.tip
	ShowTip(w.Content(), strings.Repeat("Where is data changing your sector next? ", 5)+"\nAsk again.", fyne.NewPos(700, 20))
	if right := tip.Position().X + tip.Size().Width; right > 900 || tip.Size().Width > widestTip+20 {
		t.Errorf("%.0f px wide, it ends at %.0f", tip.Size().Width, right)
	}
	if lines := tip.label.lines; len(lines) < 4 || lines[len(lines)-1] != "Ask again." {
		t.Errorf("its lines are %q", lines)
	}
	ShowTip(w.Content(), "Short", fyne.NewPos(20, 20))
	if tip.Size().Width > 100 || len(tip.label.lines) != 1 {
		t.Errorf("a short one is %.0f px wide in lines %q", tip.Size().Width, tip.label.lines)
	}
}
