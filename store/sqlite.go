package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"github.com/mattn/go-sqlite3"
)

// Sizes and times every connection keeps to.
const (
	// pageSize keeps a page of an interview in one page of the file.
	pageSize = 16384
	// longestValue is the longest text or picture SQLite may hand us: a photo
	// of the largest size allowed, and room for its row.
	longestValue = maxPhotoBytes + 1<<20
	// busyTimeout is how long a connection waits for another process, in ms.
	busyTimeout = 10000
)

// connector opens connections to one file. Settings reach every connection of
// a pool only here: what one runs later on a pool reaches whichever connection
// happens to be free.
type connector struct {
	dsn    string
	driver *sqlite3.SQLiteDriver
}

func (c connector) Connect(context.Context) (driver.Conn, error) {
	if err := hardened(); err != nil {
		return nil, err
	}
	return c.driver.Open(c.dsn)
}

// hardened makes SQLite defend itself, once for all connections.
var hardened = sync.OnceValue(harden)

func (c connector) Driver() driver.Driver { return c.driver }

// mode is how a file is opened.
type mode string

const (
	readOnly  mode = "ro"
	readWrite mode = "rw"
	// unsafeFill is for a file that nobody can see yet: it is synced as a
	// whole before it gets its name.
	unsafeFill mode = "fill"
)

// connect gives a pool of connections to the file at path. setUp, which may be
// nil, runs on each of them after the settings.
func connect(path string, m mode, setUp func(*sqlite3.SQLiteConn) error) *sql.DB {
	options := "mode=ro&_txlock=deferred"
	pragmas := "PRAGMA query_only=ON;"
	switch m {
	case readWrite:
		// DELETE+EXTRA is the one setting that lost no acknowledged commit in
		// a model of power loss; the driver's own default is NORMAL.
		options = "mode=rw&_txlock=immediate&_journal_mode=DELETE&_synchronous=EXTRA"
		pragmas = ""
	case unsafeFill:
		options = "mode=rw&_txlock=immediate&_journal_mode=MEMORY&_synchronous=OFF"
		pragmas = fmt.Sprintf("PRAGMA page_size=%d;", pageSize)
	}
	pragmas += "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
	dsn := fileURI(path) + "?" + options + fmt.Sprintf("&_foreign_keys=1&_busy_timeout=%d", busyTimeout)
	return sql.OpenDB(connector{dsn: dsn, driver: &sqlite3.SQLiteDriver{
		ConnectHook: func(c *sqlite3.SQLiteConn) error {
			c.SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, longestValue)
			if m != unsafeFill { // where VACUUM needs one
				c.SetLimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
			}
			if _, err := c.Exec(pragmas, nil); err != nil {
				return err
			}
			if setUp != nil {
				return setUp(c)
			}
			return nil
		},
	}})
}

// fileURI writes a path as a URI, so that % ? # in it name the file and not
// options. https://www.sqlite.org/uri.html
func fileURI(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	path = filepath.ToSlash(path)
	path = strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
	if !strings.HasPrefix(path, "/") { // C:/…
		path = "/" + path
	}
	// A share of a Windows network begins with two slashes of its own.
	return "file://" + path
}

// querier is what a transaction and a pool have in common for reading.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// collect reads all rows of a query, one value each.
func collect[T any](ctx context.Context, q querier, scan func(func(...any) error) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		v, err := scan(rows.Scan)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}

// texts reads a query of one column of text.
func texts(ctx context.Context, q querier, query string, args ...any) ([]string, error) {
	return collect(ctx, q, func(scan func(...any) error) (string, error) {
		var s string
		err := scan(&s)
		return s, err
	}, query, args...)
}
