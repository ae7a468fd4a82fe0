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
//	theme.go     NewTheme(mode) · Color(token) · SetMode · SetScale · Variant
//	tokens.go    Canvas Surface Sunken … Star Scrim, Chart(i)
//	text.go      NewLabel NewElastic NewLine(runs…) NewParagraph, styles Body Small Title …
//	shape.go     NewFill NewCard NewHLine NewVLine NewDashed
//	layout.go    HBox VBox Row(gap, cells…) Pad Sized MinWidth Centered Spread
//	icon.go      NewIcon(name, size, token) · IconResource(name) · Logo
//	button.go    NewPrimary NewButton NewMedium NewSmall NewQuiet NewIconButton
//	segment.go   NewSegment NewIconSegment          tabs.go  NewTabs
//	chip.go      NewFilterChip NewChip NewMissingChip NewTag NewKeycap
//	field.go     NewField NewSearchField            area.go  NewArea
//	check.go     NewCheck                           choice.go NewChoice
//	list.go      NewList                            ranklist.go NewRankList
//	scroll.go    NewScroll (wheel passes through fields)   split.go NewSplit
//	dialog.go    NewDialog Message Form ChooseFrom ModalOpen
//	root.go      NewRoot (tooltips, toasts)         toast.go Root.Toast
//	tooltip.go   WithTip                            menu.go  ShowMenu
//	banner.go    NewBanner                          empty.go NewEmpty NewSkeleton
//	progress.go  NewProgressLine NewJobBar          meter.go NewMeter NewStack
//	dots.go      NewDots                            triangle.go NewTriangle
//	rail.go      NewRailItem · NewSearchBar · NewStatusLine
//	picture.go   NewPicture                         thumbs.go NewPictureCache
//	runner.go    NewRunner                          files.go OpenFile SaveFile
//	gallery.go   Gallery: every component in every state
//
// # Rules a screen has to know
//
// The window's content is a *Root, or tooltips and toasts have nowhere to go.
// Forms that scroll go into NewScroll, or their fields swallow the wheel. Fields
// are built once and refilled: Field.SetText never fires OnChanged. Menu actions
// begin with "if kit.ModalOpen(window) { return }", because the toolkit fires
// menu shortcuts under dialogs too.
package kit
