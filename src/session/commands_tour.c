/* The command that shows the tour. */
#include <string.h>

#include "session/state.h"
#include "session/tour.h"

/* Tell pages, from the first to before the last, a line at a time. */
static enum status tell_pages(struct session *session, size_t first, size_t last,
                              struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    tour_append_pages(first, last, !session->display.utf8, &text);
    char *line = text.failed ? NULL : text.bytes;
    while (line != NULL && *line != '\0') {
        size_t length = strcspn(line, "\n");
        line[length] = '\0';
        session_tell_text(session, line);
        line += length + 1;
    }
    text_free(&text);
    return line == NULL ? failure_memory(failure) : STATUS_OK;
}

enum status run_tour(struct session *session, const struct arguments *arguments,
                     struct failure *failure)
{
    int64_t number;
    size_t count = tour_page_count();
    enum status status = argument_count(arguments, 0, &number, failure);
    if (status != STATUS_OK)
        return status;
    if ((uint64_t)number > count)
        return failure_at(failure, arguments->source, arguments->words[0].start,
                          arguments->words[0].length, "the tour has %zu pages", count);
    size_t index = (size_t)number - 1;
    if (!session->display.screen)
        return arguments->count == 0 ? tell_pages(session, 0, count, failure)
                                     : tell_pages(session, index, index + 1, failure);
    session->tour_wanted = index;
    session->request = REQUEST_TOUR;
    return STATUS_OK;
}
