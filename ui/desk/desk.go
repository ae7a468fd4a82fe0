// Package desk is what a screen and the window round it know of each other:
// where one can go, what can be asked for, how changes arrive. It holds no
// widget of its own and no rule of the domain.
package desk

import (
	"context"

	"fyne.io/fyne/v2"

	"laurel/export/yearbook"
	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
	"laurel/ui/pages"
)

// Name names a screen.
type Name string

// The screens, in the order of the rail.
const (
	People     Name = "people"
	Edition    Name = "edition"
	Interviews Name = "interviews"
	Yearbook   Name = "yearbook"
	Insights   Name = "insights"
	History    Name = "history"
	Import     Name = "import" // not in the rail: one comes there with something to import
)

// Place is somewhere one can go, and what Back returns to.
type Place struct {
	Screen      Name
	EditionID   model.ID // empty: the present one
	PersonID    model.ID
	PlacementID model.ID
	AnswerID    model.ID
	Field       string // one of model.Field…: the field to focus
	// Start and End are the bytes of what the field prints that are meant; both
	// 0: the whole of it. Equal ones mean a letter.
	Start, End int
	Page       int // page of the book, from 1
	// View is how the screen stood there (sort, filter, scroll), in the screen's
	// own words; empty: as it stands.
	View string
}

// FieldQuestions of a place on the Edition screen are the questions in the
// settings of the edition.
const FieldQuestions = "edition questions"

// Screen is one of the places of the window. All methods run on the UI goroutine.
type Screen interface {
	// Object is the screen's content; built once.
	Object() fyne.CanvasObject
	// Show brings a place of this screen up: selects, scrolls, focuses.
	Show(Place)
	// Place says what is shown now, for Back and for the next start.
	Place() Place
	// Changed tells what changed in the book; the screen fetches again.
	Changed([]store.Event)
	// Flush hands over what was typed and is not yet given to Do.
	Flush()
}

// Proof is the composed book of an edition as the data stood at a moment. It
// is made in the background after every change and never changed afterwards.
type Proof struct {
	EditionID model.ID
	Snapshot  *model.Snapshot
	Book      *yearbook.Book
}

// Reader is an optional ability: a screen that shows something of the composed
// book (pages, problems, how full a slot is) is given every new proof.
type Reader interface{ Proofed(*Proof) }

// Hider is an optional ability: a screen with work that only its own sight is
// worth is told when another one takes its place.
type Hider interface{ Hidden() }

// Dropper is an optional ability: it takes files dropped at a place on the
// window's canvas and reports whether they were meant for it.
type Dropper interface {
	Dropped(at fyne.Position, paths []string) bool
}

// Closer is an optional ability: a screen that holds something of its own (the
// page renderer) lets go of it when the book is closed.
type Closer interface{ Close() error }

// Tabbed is an optional ability of a screen with tabs: to show one of them.
type Tabbed interface {
	TabNames() []string
	ShowTab(i int)
}

// Actor is an optional ability: commands of the menus that a screen answers
// to while it is up. It reports whether it did anything.
type Actor interface{ Act(Command) bool }

// Command is something the menus, the palette and the keys can ask a screen for.
type Command string

// The commands that screens may answer to.
const (
	AddPerson        Command = "add person"
	Find             Command = "find here"
	SelectAll        Command = "select all"
	Trash            Command = "move to trash"
	BulkEdit         Command = "edit in bulk"
	FindReplace      Command = "find and replace"
	Duplicates       Command = "possible duplicates"
	CropPhoto        Command = "crop photo"
	EarlierValues    Command = "earlier values"
	Organisations    Command = "organisations"
	CustomFields     Command = "fields of your own"
	Columns          Command = "columns"
	AddPhoto         Command = "add photo"
	NewEdition       Command = "new edition"
	EditEdition      Command = "edition settings"
	AddEntry         Command = "add entry"
	MoveUp           Command = "move up"
	MoveDown         Command = "move down"
	MoveToRank       Command = "move to rank"
	Tie              Command = "tie"
	ToReserves       Command = "to reserves"
	SignOff          Command = "mark as signed off"
	RemoveEntry      Command = "remove from edition"
	SwapEntries      Command = "swap"
	NoteErratum      Command = "note an erratum"
	CloneEdition     Command = "clone to next year"
	FreezeEdition    Command = "freeze or unfreeze"
	SwitchBoard      Command = "list or status board"
	StatusBefore     Command = "to the status before"
	StatusAfter      Command = "to the next status"
	Leftwards        Command = "leftwards"  // Alt+←, where a screen has columns
	Rightwards       Command = "rightwards" // and Alt+→; else they are Back and Forward
	Confirm          Command = "confirm"    // Ctrl+Enter, where a screen waits to be told so
	ChooseSentence   Command = "choose sentence"
	PullQuote        Command = "pull quote"
	ClearExcerpt     Command = "clear excerpt"
	EditAnswer       Command = "edit answer"
	ApproveAnswer    Command = "approve answer"
	PreviousPerson   Command = "previous person"
	NextPerson       Command = "next person"
	PreviousQuestion Command = "previous question"
	NextQuestion     Command = "next question"
	ExportBook       Command = "export book"
	Preflight        Command = "preflight"
	NextProblem      Command = "next problem"
	PreviousProblem  Command = "previous problem"
	FacingPages      Command = "facing pages"
	CopyChart        Command = "copy the chart"
	SaveChart        Command = "save the chart"
	ChartInBook      Command = "put the chart in the book"
	SaveAllCharts    Command = "save all charts"
	ZoomIn           Command = "zoom in"
	ZoomOut          Command = "zoom out"
	ZoomFit          Command = "zoom fit"
	ShowOnPage       Command = "show on page"
	ShowInField      Command = "show in field"
)

// Memory keeps how the window looks for one book, on this machine, from start
// to start: widths of panes, chosen columns. What belongs to the list itself
// stands in the book, never here.
type Memory interface {
	Number(key string, otherwise float64) float64
	SetNumber(key string, n float64)
	Text(key, otherwise string) string
	SetText(key, text string)
}

// Remembered gives a split pane the size at which it was left in this book, and
// keeps where it is dragged to.
func Remembered(m Memory, key string, p kit.SplitParams) *kit.Split {
	p.Size = float32(m.Number(key, float64(p.Size)))
	p.OnChanged = func(size float32) { m.SetNumber(key, float64(size)) }
	return kit.NewSplit(p)
}

// Desk is what the window gives to its screens. All methods are called on the
// UI goroutine and return at once; done functions come back there too.
type Desk interface {
	Window() fyne.Window
	Book() *store.Book
	// EditionID is the edition chosen in the switcher; empty if there is none.
	EditionID() model.ID
	SetEdition(model.ID)
	// Do writes commands as one undoable step, in the order of the calls and
	// off the UI goroutine. done may be nil; a failure is told to the user by
	// the desk before done is called with it.
	Do(done func(store.Receipt, error), commands ...store.Command)
	// UndoTo takes every step back from the newest down to the given one.
	UndoTo(step int64)
	// Fetch reads off the UI goroutine. A later Fetch with the same key makes
	// an earlier one's result be dropped. Reading waits for the writes before it.
	Fetch(key string, read func(context.Context, *store.Book) (any, error), show func(any, error))
	// Proof is the newest composed book of the present edition; nil while there
	// is none yet.
	Proof() *Proof
	// Composer composes books as the proof was composed.
	Composer() *yearbook.Composer
	// Printer prints pages for the screen: one for the whole window.
	Printer() *pages.Printer
	// DataDir is the program's own folder, for caches.
	DataDir() string
	// Memory keeps how the curator has set up the window for this book.
	Memory() Memory
	// Thumbs gives small pictures of photos by the key of their master.
	Thumbs() *kit.PictureCache
	// Work runs long work with a name, progress (0…1) and Cancel in the status line.
	Work(name string, work func(ctx context.Context, progress func(float64)) error, done func(error))
	// Go shows another place; Back returns to this one.
	Go(Place)
	Back()
	// Tell shows a toast, with Undo where there is something to undo.
	Tell(text string, undo bool)
	// Fail tells an error as one sentence.
	Fail(error)
}
