package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Gallery shows every component in its states on 1440 × 900, with invented
// names. It is there to be looked at: in the screenshots, beside the
// specification, when something was changed.
func Gallery() fyne.CanvasObject {
	columns := Row(16,
		Fixed(558, Column(16, Fixed(424, galleryCard("Buttons", galleryButtons())), Grow(1, galleryCard("Budget", galleryBudget())))),
		Grow(1, Column(16, Fixed(424, galleryCard("Ranked row", galleryRows())), Grow(1, galleryCard("Messages", galleryMessages())))),
	)
	return stacked(NewFill(Canvas), PadAll(columns, 24))
}

func galleryCard(title string, content fyne.CanvasObject) fyne.CanvasObject {
	head := NewLabel(title, Heading)
	return NewCard(PadAll(container.NewBorder(Pad(head, 0, 0, 12, 0), nil, nil, nil, content), 24))
}

func captioned(caption string, o fyne.CanvasObject) fyne.CanvasObject {
	return VBox(6, NewLabel(caption, Caption), o)
}

func galleryButtons() fyne.CanvasObject {
	primary := func(set func(*Button)) *Button {
		b := NewPrimary("Export…", func() {})
		set(b)
		return b
	}
	normal := func(set func(*Button)) *Button {
		b := NewButton("Cancel", func() {})
		set(b)
		return b
	}
	rest := func(*Button) {}
	hover := func(b *Button) { b.hovered = true }
	focus := func(b *Button) { b.focused = true }
	return VBox(16,
		HBox(16, captioned("Rest", primary(rest)), captioned("Hover", primary(hover)), captioned("Focus", primary(focus)),
			captioned("Disabled", primary(func(b *Button) { b.Disable() }))),
		HBox(16, captioned("Secondary", normal(rest)), captioned("Hover", normal(hover)), captioned("Focus", normal(focus)),
			captioned("Quiet", NewQuiet("Add reserve", func() {})), captioned("Small", NewSmall("Restore", func() {})),
			captioned("Icon", NewIconButton(IconMore, "More", func() {}))),
		galleryFields(),
	)
}

func galleryFields() fyne.CanvasObject {
	field := func(label string, set func(*Field)) Cell {
		f := NewField(label, "Job title")
		f.SetText("Director of Data")
		set(f)
		return Grow(1, f)
	}
	return VBox(12,
		NewLabel("Fields", Heading),
		Row(16, field("Rest", func(*Field) {}),
			field("Hover", func(f *Field) { f.frame.hovered = true }),
			field("Focus", func(f *Field) { f.frame.focused = true })),
		Row(16, field("Read only", func(f *Field) { f.SetReadOnly(true) }),
			field("Placeholder", func(f *Field) { f.SetText("") }),
			field("Error", func(f *Field) {
				f.SetText("12a")
				f.SetError("A number from 1 to 100")
			})),
	)
}

func galleryBudget() fyne.CanvasObject {
	meter := func(above, below string, share float64, full, over bool, token Token) Cell {
		m := NewMeter()
		m.Set(share, full, over)
		return Grow(1, VBox(4, NewLabel(above, SmallInk), m, NewLabel(below, Small.In(token))))
	}
	skeleton := NewSkeleton(44, 32)
	skeleton.shown = true
	skeleton.Show()
	return VBox(12,
		Row(22, meter("62 of 78 words · 9 of 11 lines", "Fits", 0.82, false, false, Accent),
			meter("77 of 78 words · 11 of 11 lines", "Full", 1, true, false, Warn)),
		Row(22, meter("91 of 78 words · 13 of 11 lines", "2 lines too many", 1, false, true, Error),
			meter("0 of 78 words", "Nothing chosen", 0, false, false, Ink3)),
		NewLabel("Empty and waiting", Heading),
		Row(16, Grow(1, NewEmpty(EmptyParams{
			Icon: IconInterviews, Missing: "No answers yet",
			Do: "Paste what Léa Fontanel wrote, or drop a file here", Action: "Paste answers",
		})), Grow(1, Sized(NewCard(skeleton), 0, 140))),
	)
}

func galleryMessages() fyne.CanvasObject {
	toast := newToastBox(Toast{Text: "Kwabena Ofori-Danso moved to 6", Action: "Undo"}, func() {})
	tip := newTipBox()
	tip.label.Set("Photo, credit, answers, excerpt, approval", SmallInk.In(Surface))
	on := NewFilterChip("In 2024", 100, nil)
	on.SetOn(true)
	return VBox(8,
		NewBanner(BannerParams{Tone: Error, Strong: "photos.zip could not be read.", Text: "It stops after 41 of 60 files. Nothing was changed.", Action: "Show files"}),
		NewBanner(BannerParams{Tone: Warn, Strong: "The answer changed under this excerpt.", Text: "Two sentences still match.", Action: "Compare"}),
		NewBanner(BannerParams{Tone: Info, Icon: IconLock, Strong: "2023 is frozen.", Text: "It prints as it was signed off; corrections become dated notes.", Action: "Add note"}),
		Pad(HBox(16, toast, tip), 4, 0, 4, 0),
		HBox(20, galleryMove(false, Accent, "9"), galleryMove(true, Error, "1"), NewLabel("=", Small.In(Ink3)), NewLabel("NEW", SmallBold.In(Info)),
			NewLine(Run{Text: "RE ", Style: SmallBold.In(Info)}, Run{Text: "2021", Style: Small}), NewLabel("INTO TOP TEN", SmallBold.In(Accent)),
			galleryStatus(IconDoubleCheck, Accent, "Signed off"), galleryStatus(IconCheck, Accent, "Confirmed"), galleryStatus(IconClock, Warn, "Shortlisted")),
		HBox(20, galleryStatus(IconSwap, Ink2, "Reserve"), galleryStatus(IconClose, Error, "Declined"), NewDots(DotThere, DotMissing, DotStale, DotThere, DotThere),
			NewKeycap("Ctrl K"), NewTag("EMEA"), NewCheck("Ticked", nil)),
		HBox(8, on, NewFilterChip("Photo", 3, nil), NewMissingChip("Excerpt is stale", IconWarning, false, nil), NewChip("Credit", Warn), NewChip("Photo", Error), NewChip("Changed", Info), NewChip("Same", Ink2),
			NewSegment([]string{"Ranking", "Status board", "Table"}, nil)),
	)
}

func galleryMove(down bool, token Token, places string) fyne.CanvasObject {
	return HBox(3, NewTriangle(8, down, token), NewLabel(places, SmallBold.In(token)))
}

func galleryStatus(icon IconName, token Token, word string) fyne.CanvasObject {
	return HBox(6, NewIcon(icon, 16, token), NewLabel(word, SmallInk))
}

// galleryRow is a ranked row as the specification measures it.
func galleryRow(rank, name, title string, frozen bool) fyne.CanvasObject {
	grip := NewIcon(IconGrip, 16, Ink3)
	if frozen {
		grip.Set(IconLock, Ink3)
	}
	number := NewLabel(rank, Rank)
	number.Align = fyne.TextAlignTrailing
	picture := NewPicture(32, 32)
	picture.SetMonogram(initials(name))
	page := NewLabel("20", Small)
	page.Align = fyne.TextAlignTrailing
	return Pad(MidRow(0,
		Fixed(24, grip), Fixed(52, number), Fixed(76, Pad(galleryMove(true, Error, "1"), 0, 0, 0, 20)),
		Fixed(44, Pad(picture, 0, 12, 0, 0)),
		Grow(1, VBox(0, NewElastic(name, BodyStrong), NewElastic(title, Small.In(Ink3)))),
		Fixed(88, NewDots(DotThere, DotThere, DotThere, DotThere, DotMissing)),
		Fixed(112, Pad(galleryStatus(IconDoubleCheck, Accent, "Signed off"), 0, 0, 0, 12)),
		Fixed(40, page)), 4, 12, 4, 8)
}

func initials(name string) string {
	letters, start := "", true
	for _, r := range name {
		if start && len(letters) < 2 {
			letters += string(r)
		}
		start = r == ' '
	}
	return letters
}

func galleryRows() fyne.CanvasObject {
	states := []struct {
		word  string
		state rowState
	}{
		{"Rest", rowState{}},
		{"Hover", rowState{hovered: true}},
		{"Focus", rowState{focused: true}},
		{"Selected", rowState{marked: true}},
		{"Frozen", rowState{}},
		{"Warning", rowState{ground: WarnSoft}},
	}
	rows := make([]fyne.CanvasObject, len(states))
	for i, s := range states {
		row := newListRow(galleryRow("4", "Marton Szentkiralyi", "Chief Data and Transformation Officer – Duna Insurance Group", s.word == "Frozen"), true)
		row.state(s.state)
		rows[i] = Row(0, Fixed(80, NewLabel(s.word, Caption)), Grow(1, Sized(row, 0, 44)))
	}
	return VBox(0, rows...)
}
