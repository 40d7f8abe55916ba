/* What a call does when its session is ready, and no screen is needed for it. */
#include "cli/work.h"

#include <unistd.h>

#include "cli/check.h"
#include "cli/critical_list.h"
#include "cli/descent_table.h"
#include "cli/field_table.h"
#include "cli/filter.h"
#include "cli/sweep_table.h"
#include "session/picture_file.h"

static enum status check(const struct session *session, const struct invocation *invocation,
                         void (*tell)(const char *line), struct failure *failure)
{
    char summary[FAILURE_MESSAGE_SIZE];
    enum status status = check_run(session, invocation, summary, failure);
    if (status == STATUS_OK)
        tell(summary);
    return status;
}

/* Write a walk, and tell why it ended. */
static enum status descend(const struct session *session, const struct invocation *invocation,
                           void (*tell)(const char *line), struct failure *failure)
{
    char reason[DESCENT_TEXT_SIZE];
    enum status status = descent_table(session, invocation, reason, failure);
    if (status == STATUS_OK)
        tell(reason);
    return status;
}

/* List the critical points, and tell whether they are all. */
static enum status list_critical(const struct session *session,
                                 const struct invocation *invocation,
                                 void (*tell)(const char *line), struct failure *failure)
{
    char summary[CRITICAL_SUMMARY_SIZE];
    enum status status = critical_list(session, invocation, summary, failure);
    if (status == STATUS_OK)
        tell(summary);
    return status;
}

/* Write the errors of all schemes, or of the one that was asked for and has any. */
static enum status sweep(struct session *session, const struct invocation *invocation,
                         struct failure *failure)
{
    bool all =
        !invocation->sweep_one || scheme_is_exact(session_difference(session)->scheme);
    if (invocation->sweep_format == SWEEP_FORMAT_SVG)
        return picture_file_sweep(session, all, invocation->output, failure);
    return sweep_table(session, invocation, failure);
}

enum status work_do(struct session *session, const struct invocation *invocation,
                    enum picture_form form, void (*tell)(const char *line),
                    struct failure *failure)
{
    switch (invocation->mode) {
    case MODE_TABLE:
        return field_table(session, invocation, failure);
    case MODE_SVG:
        return picture_file_figure(session, invocation->grid[0], invocation->grid[1],
                                   invocation->output, failure);
    case MODE_GRADIENT:
        return filter_run(session, invocation, STDIN_FILENO, failure);
    case MODE_CHECK:
        return check(session, invocation, tell, failure);
    case MODE_SWEEP:
        return sweep(session, invocation, failure);
    case MODE_DESCEND:
        return descend(session, invocation, tell, failure);
    case MODE_CRITICAL:
        return list_critical(session, invocation, tell, failure);
    case MODE_DESCRIBE:
        return picture_file_words(session, invocation->output, failure);
    case MODE_EXPLORE:
    case MODE_PRINT:
    case MODE_TOUR:
    case MODE_LIST:
    case MODE_HELP:
    case MODE_VERSION:
        break;
    }
    if (invocation->described)
        return picture_file_described(session, form, invocation->output, failure);
    return picture_file_frame(session, form, invocation->output, failure);
}
