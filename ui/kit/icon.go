package kit

import (
	"bytes"
	"fmt"
	"io/fs"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"laurel/assets"
)

// IconName names a drawing of assets/icons, without its ending.
type IconName string

// The drawings of the interface.
const (
	IconArrowDown    IconName = "arrow-down"
	IconArrowUp      IconName = "arrow-up"
	IconBack         IconName = "back"
	IconBook         IconName = "book"
	IconCalendar     IconName = "calendar"
	IconCamera       IconName = "camera"
	IconChart        IconName = "chart"
	IconCheck        IconName = "check"
	IconChevronDown  IconName = "chevron-down"
	IconChevronLeft  IconName = "chevron-left"
	IconChevronRight IconName = "chevron-right"
	IconChevronUp    IconName = "chevron-up"
	IconClock        IconName = "clock"
	IconClose        IconName = "close"
	IconCopy         IconName = "copy"
	IconCrop         IconName = "crop"
	IconDocument     IconName = "document"
	IconDoubleCheck  IconName = "double-check"
	IconEdit         IconName = "edit"
	IconError        IconName = "error"
	IconExport       IconName = "export"
	IconExternal     IconName = "external"
	IconEye          IconName = "eye"
	IconFile         IconName = "file"
	IconFilm         IconName = "film"
	IconFilter       IconName = "filter"
	IconFit          IconName = "fit"
	IconFocal        IconName = "focal"
	IconFolder       IconName = "folder"
	IconForward      IconName = "forward"
	IconGap          IconName = "gap"
	IconGlobe        IconName = "globe"
	IconGrip         IconName = "grip"
	IconHelp         IconName = "help"
	IconHistory      IconName = "history"
	IconImport       IconName = "import"
	IconInfo         IconName = "info"
	IconInterviews   IconName = "interviews"
	IconKeyboard     IconName = "keyboard"
	IconLaurel       IconName = "laurel"
	IconLink         IconName = "link"
	IconList         IconName = "list"
	IconLock         IconName = "lock"
	IconMail         IconName = "mail"
	IconMerge        IconName = "merge"
	IconMinus        IconName = "minus"
	IconMore         IconName = "more"
	IconMove         IconName = "move"
	IconOrganisation IconName = "organisation"
	IconPage         IconName = "page"
	IconPages        IconName = "pages"
	IconPaste        IconName = "paste"
	IconPeople       IconName = "people"
	IconPerson       IconName = "person"
	IconPhoto        IconName = "photo"
	IconPlay         IconName = "play"
	IconPlus         IconName = "plus"
	IconQuote        IconName = "quote"
	IconRanking      IconName = "ranking"
	IconRedo         IconName = "redo"
	IconRefresh      IconName = "refresh"
	IconRestore      IconName = "restore"
	IconRing         IconName = "ring"
	IconSearch       IconName = "search"
	IconSettings     IconName = "settings"
	IconSort         IconName = "sort"
	IconStar         IconName = "star"
	IconStarFilled   IconName = "star-filled"
	IconSwap         IconName = "swap"
	IconTable        IconName = "table"
	IconTie          IconName = "tie"
	IconTrash        IconName = "trash"
	IconUndo         IconName = "undo"
	IconUnlock       IconName = "unlock"
	IconWarning      IconName = "warning"
	IconZoomIn       IconName = "zoom-in"
	IconZoomOut      IconName = "zoom-out"
)

// toolkitIcons says which drawing stands for one the toolkit asks for by its own name.
var toolkitIcons = map[fyne.ThemeIconName]IconName{
	theme.IconNameCancel:        IconClose,
	theme.IconNameConfirm:       IconCheck,
	theme.IconNameDelete:        IconTrash,
	theme.IconNameSearch:        IconSearch,
	theme.IconNameMenuExpand:    IconChevronRight,
	theme.IconNameArrowDropDown: IconChevronDown,
	theme.IconNameArrowDropUp:   IconChevronUp,
	theme.IconNameNavigateBack:  IconChevronLeft,
	theme.IconNameNavigateNext:  IconChevronRight,
	theme.IconNameFolder:        IconFolder,
	theme.IconNameFile:          IconFile,
	theme.IconNameContentAdd:    IconPlus,
	theme.IconNameContentCopy:   IconCopy,
	theme.IconNameContentPaste:  IconPaste,
	theme.IconNameContentUndo:   IconUndo,
	theme.IconNameContentRedo:   IconRedo,
	theme.IconNameWarning:       IconWarning,
	theme.IconNameError:         IconError,
	theme.IconNameInfo:          IconInfo,
	theme.IconNameMoreVertical:  IconMore,
	theme.IconNameSettings:      IconSettings,
	theme.IconNameList:          IconList,
	theme.IconNameGrid:          IconTable,
}

var (
	drawings sync.Map // IconName → []byte in currentColor
	coloured sync.Map // name and colour → fyne.Resource
)

func drawing(name IconName) []byte {
	if d, ok := drawings.Load(name); ok {
		return d.([]byte)
	}
	data, err := fs.ReadFile(assets.Icons(), string(name)+".svg")
	if err != nil {
		fyne.LogError("read the icon "+string(name), err)
		data = []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"/>`)
	}
	drawings.Store(name, data)
	return data
}

// colouredIcon gives a drawing in a token's present colour. The colour is part
// of the name, because the toolkit keeps what it rendered by name.
func colouredIcon(name IconName, token Token) fyne.Resource {
	colour := hex(token)
	key := fmt.Sprintf("%s-%s.svg", name, colour[1:])
	if r, ok := coloured.Load(key); ok {
		return r.(fyne.Resource)
	}
	r, _ := coloured.LoadOrStore(key, fyne.NewStaticResource(key, bytes.ReplaceAll(drawing(name), []byte("currentColor"), []byte(colour))))
	return r.(fyne.Resource)
}

// IconResource gives a drawing for the toolkit's own menus and buttons. It
// follows a change between light and dark.
func IconResource(name IconName) fyne.Resource { return themedIcon{name} }

type themedIcon struct{ name IconName }

func (t themedIcon) Name() string    { return colouredIcon(t.name, Ink2).Name() }
func (t themedIcon) Content() []byte { return colouredIcon(t.name, Ink2).Content() }

var _ fyne.Widget = (*Icon)(nil)

// Icon shows a drawing in a token's colour.
type Icon struct {
	widget.BaseWidget
	name  IconName
	token Token
	size  float32
	// Tip is what a list shows when the pointer rests on the icon.
	Tip string
}

// NewIcon gives a drawing; sizes in use are 24 in the rail, 20, and 16 in small text.
func NewIcon(name IconName, size float32, token Token) *Icon {
	i := &Icon{name: name, size: size, token: token}
	i.ExtendBaseWidget(i)
	return i
}

// Set changes drawing and colour; an empty name shows nothing.
func (i *Icon) Set(name IconName, token Token) {
	if i.name == name && i.token == token {
		return
	}
	i.name, i.token = name, token
	i.Refresh()
}

// Tooltip is the icon's Tip.
func (i *Icon) Tooltip() string { return i.Tip }

// CreateRenderer is called by the toolkit.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	i.ExtendBaseWidget(i)
	r := &iconRenderer{i: i, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.Refresh()
	return r
}

type iconRenderer struct {
	i     *Icon
	image *canvas.Image
}

func (r *iconRenderer) Destroy()                     {}
func (r *iconRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }
func (r *iconRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(r.i.size) }

func (r *iconRenderer) Layout(size fyne.Size) {
	r.image.Move(fyne.NewPos((size.Width-r.i.size)/2, (size.Height-r.i.size)/2))
	r.image.Resize(fyne.NewSquareSize(r.i.size))
}

func (r *iconRenderer) Refresh() {
	if r.i.name == "" {
		r.image.Hide()
		return
	}
	r.image.Resource = colouredIcon(r.i.name, r.i.token)
	r.image.Show()
	r.image.Refresh()
}
