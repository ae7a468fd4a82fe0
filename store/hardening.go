//go:build cgo && (linux || windows)

package store

/*
typedef struct sqlite3 sqlite3;
// Weak, because the object that holds them is linked only with the program.
extern int sqlite3_auto_extension(void (*)(void)) __attribute__((weak));
extern int sqlite3_db_config(sqlite3*, int, ...) __attribute__((weak));

static int laurel_harden(sqlite3 *db, char **message, const void *api) {
	int now = 0;
	sqlite3_db_config(db, 1010, 1, &now); // SQLITE_DBCONFIG_DEFENSIVE
	if (!now) return 1;
	sqlite3_db_config(db, 1017, 0, &now); // SQLITE_DBCONFIG_TRUSTED_SCHEMA
	sqlite3_db_config(db, 1013, 0, &now); // SQLITE_DBCONFIG_DQS_DML
	sqlite3_db_config(db, 1014, 0, &now); // SQLITE_DBCONFIG_DQS_DDL
	sqlite3_db_config(db, 1015, 0, &now); // SQLITE_DBCONFIG_ENABLE_VIEW
	return 0;
}

static int laurel_harden_all(void) {
	if (!sqlite3_auto_extension || !sqlite3_db_config) return -1;
	return sqlite3_auto_extension((void (*)(void))laurel_harden);
}
*/
import "C"

import "fmt"

// harden makes SQLite defend itself on every connection of this process before
// it has read a byte of a file. The driver has no way to ask for it.
// https://www.sqlite.org/security.html
func harden() error {
	if r := C.laurel_harden_all(); r != 0 {
		return fmt.Errorf("sqlite3_auto_extension answers %d", int(r))
	}
	return nil
}
