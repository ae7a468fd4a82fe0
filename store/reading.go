package store

import (
	"context"
	"database/sql"
)

// consistently reads several things that belong together. It holds no long
// transaction, for that would block a commit: where somebody wrote meanwhile,
// it reads again, and only the third time in a transaction. read must set all
// its results anew each time.
func (b *Book) consistently(ctx context.Context, doing string, read func(querier) error) error {
	conn, err := b.readers.Conn(ctx)
	if err != nil {
		return explain(b.params.Path, doing, err)
	}
	defer conn.Close()
	version := func() (v int64, err error) {
		return v, conn.QueryRowContext(ctx, "PRAGMA data_version").Scan(&v)
	}
	for range 2 {
		before, err := version()
		if err == nil {
			err = read(conn)
		}
		if err != nil {
			return explain(b.params.Path, doing, err)
		}
		if after, err := version(); err != nil {
			return explain(b.params.Path, doing, err)
		} else if after == before {
			return nil
		}
	}
	tx, err := conn.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explain(b.params.Path, doing, err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	return explain(b.params.Path, doing, read(tx))
}
