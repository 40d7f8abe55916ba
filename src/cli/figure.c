/* The picture as a figure. */
#include "cli/figure.h"

#include "out/output.h"
#include "session/figure.h"

enum status figure_write(const struct session *session, const struct invocation *invocation,
                         struct failure *failure)
{
    struct output *output = NULL;
    struct text svg = TEXT_EMPTY;
    enum status status =
        session_figure(session, invocation->grid[0], invocation->grid[1], &svg, failure);
    if (status == STATUS_OK)
        status = output_open(invocation->output, &output, failure);
    if (status == STATUS_OK) {
        output_write(output, text_string(&svg), svg.length);
        status = output_close(output, failure);
    }
    text_free(&svg);
    return status;
}
