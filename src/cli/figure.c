/* Figures: the picture, and error against h. */
#include "cli/figure.h"

#include "out/output.h"
#include "session/figure.h"
#include "session/sweep_figure.h"

/* Write a figure that was made, as `status` says, where the invocation wants it, and free it. */
static enum status deliver(enum status status, struct text *svg,
                           const struct invocation *invocation, struct failure *failure)
{
    struct output *output = NULL;
    if (status == STATUS_OK)
        status = output_open(invocation->output, &output, failure);
    if (status == STATUS_OK) {
        output_write(output, text_string(svg), svg->length);
        status = output_close(output, failure);
    }
    text_free(svg);
    return status;
}

enum status figure_write(const struct session *session, const struct invocation *invocation,
                         struct failure *failure)
{
    struct text svg = TEXT_EMPTY;
    enum status status =
        session_figure(session, invocation->grid[0], invocation->grid[1], &svg, failure);
    return deliver(status, &svg, invocation, failure);
}

enum status figure_write_sweep(struct session *session, const struct invocation *invocation,
                               struct failure *failure)
{
    struct text svg = TEXT_EMPTY;
    bool all = !invocation->sweep_one ||
               scheme_is_exact(session_difference(session)->scheme);
    enum status status = session_sweep_figure(session, all, &svg, failure);
    return deliver(status, &svg, invocation, failure);
}
