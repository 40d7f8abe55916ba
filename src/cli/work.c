/* What a call does when its session is ready, and no screen is needed for it. */
#include "cli/work.h"

#include <unistd.h>

#include "cli/check.h"
#include "cli/field_table.h"
#include "cli/figure.h"
#include "cli/filter.h"
#include "cli/frame_print.h"
#include "cli/sweep_table.h"

static enum status check(const struct session *session, const struct invocation *invocation,
                         void (*tell)(const char *line), struct failure *failure)
{
    char summary[FAILURE_MESSAGE_SIZE];
    enum status status = check_run(session, invocation, summary, failure);
    if (status == STATUS_OK)
        tell(summary);
    return status;
}

enum status work_do(struct session *session, const struct invocation *invocation,
                    enum picture_form form, void (*tell)(const char *line),
                    struct failure *failure)
{
    switch (invocation->mode) {
    case MODE_TABLE:
        return field_table(session, invocation, failure);
    case MODE_SVG:
        return figure_write(session, invocation, failure);
    case MODE_GRADIENT:
        return filter_run(session, invocation, STDIN_FILENO, failure);
    case MODE_CHECK:
        return check(session, invocation, tell, failure);
    case MODE_SWEEP:
        return sweep_table(session, invocation, failure);
    case MODE_DESCRIBE:
        return frame_describe(session, invocation->output, failure);
    case MODE_EXPLORE:
    case MODE_PRINT:
    case MODE_LIST:
    case MODE_HELP:
    case MODE_VERSION:
        break;
    }
    return frame_print(session, form, invocation->describe != NULL, invocation->output, failure);
}
