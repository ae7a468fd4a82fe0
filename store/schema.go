package store

import (
	"context"
	"database/sql"
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/mattn/go-sqlite3"

	"laurel/model"
)

// applicationID marks a SQLite file as a book: "Larl".
const applicationID = 0x4C61726C

//go:embed schema.sql
var schemaV1 string

// toV2 makes version 2 out of version 1: what the book is made with (logos,
// fonts, pictures of free pages), and what a
// curator adds to people (fields of their own, saved searches, merges).
//
//go:embed schema2.sql
var toV2 string

// version is one version of the file's schema.
type version struct {
	schema  string // its whole text
	migrate string // the statements that make it out of the version before
}

// versions holds every schema there has been, version 1 first. A version that
// has been released is never changed: a new one is added. A schema's text is
// that of the version before and the statements that lead on from it, so a new
// book and one brought up to date are the same row for row.
var versions = []version{{schema: schemaV1}, {schema: schemaV1 + toV2, migrate: toV2}}

// logged are the tables whose changes make the history. Pictures are not among
// them: a blob never changes, and the history only points at it.
var logged = []string{"organisation", "person", "photo", "list", "edition", "placement", "member", "answer", "yearbook", "asset", "search", "custom_field", "custom_value", "merged", "unlike", "erratum"}

// shape is what SQLite itself says of a schema: what a file is compared with,
// and from what the triggers of the history are made.
type shape struct {
	rows    []string // sqlite_schema, one line a row
	columns map[string][]string
}

func currentShape() (shape, error) { return shapeOf(versions[len(versions)-1].schema) }

var shapes sync.Map // of schema text to shape

// shapeOf gives the shape of a schema.
func shapeOf(schema string) (shape, error) {
	if known, ok := shapes.Load(schema); ok {
		return known.(shape), nil
	}
	s, err := buildShape(schema)
	if err == nil {
		shapes.Store(schema, s)
	}
	return s, err
}

// buildShape builds a schema in memory and reads it back.
func buildShape(schema string) (shape, error) {
	ctx := context.Background()
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		return shape{}, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return shape{}, fmt.Errorf("build the schema: %w", err)
	}
	s := shape{columns: map[string][]string{}}
	if s.rows, err = schemaRows(ctx, db); err != nil {
		return shape{}, err
	}
	for _, t := range logged {
		if s.columns[t], err = texts(ctx, db, "SELECT name FROM pragma_table_info(?)", t); err != nil {
			return shape{}, err
		}
	}
	return s, nil
}

func schemaRows(ctx context.Context, q querier) ([]string, error) {
	return texts(ctx, q, "SELECT type||'|'||name||'|'||tbl_name||'|'||coalesce(sql,'') FROM sqlite_schema ORDER BY type,name")
}

// checkSchema refuses a file whose schema is not, row for row, the known text
// of its version: nothing else stops a trigger hidden in a file.
func checkSchema(ctx context.Context, q querier, schema string) error {
	known, err := shapeOf(schema)
	if err != nil {
		return err
	}
	rows, err := schemaRows(ctx, q)
	if err != nil {
		return err
	}
	if len(rows) != len(known.rows) {
		return errStrangeSchema
	}
	for i, row := range rows {
		if row != known.rows[i] {
			return errStrangeSchema
		}
	}
	return nil
}

var errStrangeSchema = model.Faultf(model.ErrDamaged, "The file holds things that Laurel did not put there: it is not opened. Open a backup instead.")

// logChanges gives a writing connection its triggers: an update logs one row
// for every changed field, an insert a marker, a delete the row that was lost.
// They are TEMP, so no book ever holds a trigger, and they write only while a
// step is under way (temp.step holds its number).
func logChanges(c *sqlite3.SQLiteConn) error {
	s, err := currentShape()
	if err != nil {
		return err
	}
	if _, err := c.Exec("CREATE TEMP TABLE step(op INT)", nil); err != nil {
		return err
	}
	for _, t := range logged {
		if len(s.columns[t]) == 0 {
			continue // older than this table
		}
		for _, ddl := range triggers(t, s.columns[t]) {
			if _, err := c.Exec(ddl, nil); err != nil {
				return fmt.Errorf("log the changes of %s: %w", t, err)
			}
		}
	}
	return nil
}

func triggers(table string, columns []string) []string {
	const create = "CREATE TEMP TRIGGER %s_%s AFTER %s ON main.%s %s BEGIN INSERT INTO change(op,tbl,row,kind,%s) SELECT op,'%s',%s FROM temp.step; END"
	var all, lost []string
	for _, c := range columns {
		// One for each column: an edit of one field runs one of them.
		all = append(all, fmt.Sprintf(create, table, "changed_"+c, "UPDATE OF "+c, table, fmt.Sprintf("WHEN old.%[1]s IS NOT new.%[1]s", c),
			"col,old,new", table, fmt.Sprintf("old.id,'U','%[1]s',old.%[1]s,new.%[1]s", c)))
		lost = append(lost, fmt.Sprintf("'%[1]s',old.%[1]s", c))
	}
	return append(all,
		fmt.Sprintf(create, table, "made", "INSERT", table, "", "col", table, "new.id,'I',''"),
		fmt.Sprintf(create, table, "lost", "DELETE", table, "", "old", table, "old.id,'D',json_object("+strings.Join(lost, ",")+")"))
}
