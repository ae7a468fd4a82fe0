// Package kit is the program's widget set: theme, text, buttons, fields, lists,
// dialogs, pictures and the background runner. Everything a screen puts on the
// window comes from here, so that colour, size, keyboard and focus are decided
// once.
//
// The kit knows no word of the domain, no file and no database. It never
// decides what happens after a click: widgets are dumb and expose OnX hooks,
// screens connect them. All of it runs on the UI goroutine except the work
// given to a Runner and the loader of a PictureCache.
//
// # Constructors by file
//
//	tokens.go     Canvas Surface Sunken … Star Scrim · Chart(i)
//	theme.go      NewTheme(mode) · SetMode · SetScale · Color(token) · Variant
//	style.go      Brand Name Title PanelTitle Rank Question Reading Story AsPrinted
//	              Heading Body BodyStrong Small SmallInk SmallBold Caption; style.In(token), style.Strong()
//	text.go       NewLabel NewElastic (ends in …) NewLine(runs…) · paragraph.go NewParagraph
//	shape.go      NewFill NewFrame NewCard NewHLine NewVLine NewDashed WithGround
//	layout.go     Row MidRow Column of cells Fixed Natural Grow Space · HBox VBox Pad PadAll Sized Middle
//	icon.go       NewIcon(name, size, token) · IconResource(name) for the toolkit's menus
//	button.go     NewPrimary NewButton (36) NewMedium (32) NewSmall (28) NewQuiet NewIconButton
//	segment.go    NewSegment NewIconSegment · tabs.go NewTabs · check.go NewCheck
//	chip.go       NewFilterChip NewChip NewStateChip NewMissingChip NewTag NewKeycap · Number
//	field.go      NewField NewSerifField NewSearchField · area.go NewArea NewReadingArea
//	choice.go     NewChoice Options · dropdown.go Fold
//	list.go       NewList · ranklist.go NewRankList
//	scroll.go     NewScroll · split.go NewSplit
//	dialog.go     NewDialog ModalOpen · dialogs.go Message Confirm Form ChooseFrom
//	root.go       NewRoot · toast.go Root.Toast · tooltip.go WithTip · menu.go MenuItem ShowMenu ShowMenuAt
//	banner.go     NewBanner · empty.go NewEmpty NewSkeleton · progress.go NewProgressLine NewJobBar
//	meter.go      NewMeter NewStackBar NewSwatch · dots.go NewDots · triangle.go NewTriangle
//	rail.go       NewRailItem NewSearchBar · statusline.go NewStatusLine NewStatus
//	picture.go    NewPicture · picturecache.go NewPictureCache
//	runner.go     NewRunner Fetch · Queue for tests · clock.go SetTimer for tests
//	goroutine.go  Do · SetDo for tests
//	input.go      UndoTyping RedoTyping ForwardShortcut Typing, for the Edit menu
//	files.go      OpenFile SaveFile
//	gallery.go    Gallery: every component in every state
//
// # Rules a screen has to know
//
// The window's content is a *Root, or tooltips and toasts have nowhere to go.
// Forms that scroll go into NewScroll, or their fields swallow the wheel. Fields
// are built once and refilled: Field.SetText never fires OnChanged. Menu actions
// begin with "if kit.ModalOpen(window) { return }", because the toolkit fires
// menu shortcuts under dialogs too.
package kit
