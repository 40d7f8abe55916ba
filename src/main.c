/* The program: the command line, or the screen, and the failure that either ends with. */
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/surroundings.h"
#include "tui/tui.h"

/* Tell something on standard error; where that fails too, nobody can be told. */
static void tell(const struct text *text)
{
    if (!text->failed)
        fputs(text_string(text), stderr);
    else
        fputs("steepest: out of memory\n", stderr);
}

static void tell_failure(const struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    failure_append_report(failure, !locale_is_utf8(), &text);
    tell(&text);
    text_free(&text);
}

/* Tell a line, if there is one, after what says who tells it. */
static void tell_after(const char *teller, const char *line)
{
    struct text text = TEXT_EMPTY;
    if (line[0] == '\0')
        return;
    text_append(&text, teller);
    text_append_inert(&text, line, strlen(line), !locale_is_utf8());
    text_append(&text, "\n");
    tell(&text);
    text_free(&text);
}

static void tell_line(const char *line)
{
    tell_after("steepest: ", line);
}

static void tell_answer(const char *line)
{
    tell_after("", line);
}

static enum status explore(struct session *session, const struct display *display,
                           bool colorless, int input, bool *shown, struct failure *failure)
{
    enum tui_end end = TUI_QUIT;
    char warning[TUI_WARNING_SIZE] = "";
    enum status status = tui_run(session, display, colorless, input, STDOUT_FILENO, &end, warning,
                                 failure);
    tell_line(warning);
    if (status == STATUS_OK && end == TUI_HUNG_UP)
        return failure_set(failure, STATUS_IO, "", "the terminal is gone");
    *shown = end != TUI_NO_SCREEN;
    return status;
}

int main(int argc, char *argv[])
{
    static const struct cli_screen screen = { tui_describe_terminal, explore, tell_line, tell_answer };
    struct failure failure;
    setlocale(LC_CTYPE, "");
    size_t count = argc > 1 ? (size_t)argc - 1 : 0;
    enum status status = cli_run(count, argv + (argc > 0 ? 1 : 0), &screen, &failure);
    if (status != STATUS_OK)
        tell_failure(&failure);
    return status_exit(status);
}
