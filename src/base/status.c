/* The exit status of each way of ending. */
#include "base/status.h"

static const int exit_statuses[STATUS_COUNT] = {
#define STATUS(name, exit_status, meaning) [STATUS_##name] = (exit_status),
#include "base/status.def"
#undef STATUS
};

int status_exit(enum status status)
{
    if ((int)status < 0 || status >= STATUS_COUNT)
        return exit_statuses[STATUS_FAILED];
    return exit_statuses[status];
}
