/* How a piece of work ended, and the exit status that tells the shell so. */
#ifndef STEEPEST_BASE_STATUS_H
#define STEEPEST_BASE_STATUS_H

/* One enumerator for each row of status.def: STATUS_OK is 0, everything else is a failure. */
enum status {
#define STATUS(name, exit_status, meaning) STATUS_##name,
#include "base/status.def"
#undef STATUS
    STATUS_COUNT
};

/* The process exit status for `status`; a value outside the enumeration counts as STATUS_FAILED. */
int status_exit(enum status status);

#endif
