/* Words that may stand next in the line being typed, shown above it. */
#include "tui/completion_list.h"

#include <string.h>

#include "base/utf8.h"
#include "tui/keys.h"

enum { GAP = 2 }; /* columns between two words */

/* Replace what stands before the place by a word. */
static bool put(const struct completion_list *list, struct prompt *prompt, const char *word,
                size_t length)
{
    size_t start = list->found.start;
    return prompt_replace(prompt, start, prompt->cursor, word, length);
}

/* Whether nothing but the end of the line follows, so that a blank may be put behind a word. */
static bool is_at_end(const struct prompt *prompt)
{
    return prompt->cursor == prompt->length;
}

/* Put the only word in, with a blank behind it where another may follow. */
static enum completion_answer put_only(struct completion_list *list, struct prompt *prompt)
{
    const char *word = completions_at(&list->found, 0);
    size_t length = strlen(word);
    bool is_command = completion_command(prompt->bytes, list->found.start) == NULL;
    if (!put(list, prompt, word, length))
        return COMPLETION_REFUSED;
    if (is_command && is_at_end(prompt))
        prompt_insert(prompt, " ", 1);
    return COMPLETION_DONE;
}

/* Find the words, and complete as far as they agree; where they do not, open the list. */
static enum completion_answer begin(struct completion_list *list, struct prompt *prompt,
                                    const struct session *session)
{
    if (completions_find(session, prompt->bytes, prompt->cursor, &list->found) != STATUS_OK ||
        list->found.count == 0)
        return COMPLETION_REFUSED;
    if (list->found.count == 1)
        return put_only(list, prompt);
    size_t common = completions_common(&list->found);
    if (common > prompt->cursor - list->found.start &&
        !put(list, prompt, completions_at(&list->found, 0), common))
        return COMPLETION_REFUSED;
    list->open = true;
    list->chosen = false;
    return COMPLETION_DONE;
}

/* Put the next word in, or the one before. */
static enum completion_answer cycle(struct completion_list *list, struct prompt *prompt, bool back)
{
    size_t count = list->found.count;
    if (!list->chosen)
        list->index = back ? count - 1 : 0;
    else
        list->index = (list->index + (back ? count - 1 : 1)) % count;
    const char *word = completions_at(&list->found, list->index);
    if (!put(list, prompt, word, strlen(word)))
        return COMPLETION_REFUSED;
    list->chosen = true;
    return COMPLETION_DONE;
}

enum completion_answer completion_list_key(struct completion_list *list, struct prompt *prompt,
                                           const struct session *session, const char *key)
{
    bool back = strcmp(key, KEY_NAME_BACK_TAB) == 0;
    if (back || strcmp(key, KEY_NAME_TAB) == 0) {
        if (list->open)
            return cycle(list, prompt, back);
        return begin(list, prompt, session);
    }
    bool was_open = list->open;
    list->open = false;
    return was_open && strcmp(key, KEY_NAME_ESCAPE) == 0 ? COMPLETION_DONE : COMPLETION_PASSED;
}

/* The columns that the widest word takes, with the gap behind it. */
static int find_width(const struct completion_list *list, bool ascii)
{
    int width = 1;
    for (size_t i = 0; i < list->found.count; i++) {
        struct text shown = TEXT_EMPTY;
        const char *word = completions_at(&list->found, i);
        text_append_inert(&shown, word, strlen(word), ascii);
        int columns = canvas_text_width(text_string(&shown));
        width = columns > width ? columns : width;
        text_free(&shown);
    }
    return width + GAP;
}

static void draw_word(const struct completion_list *list, struct canvas *canvas, size_t index,
                      int row, int column, bool ascii)
{
    static const struct pen reverse = { COLOR_DEFAULT, COLOR_DEFAULT, ATTRIBUTE_REVERSE };
    struct text shown = TEXT_EMPTY;
    const char *word = completions_at(&list->found, index);
    text_append_inert(&shown, word, strlen(word), ascii);
    canvas_text(canvas, row, column, canvas_columns(canvas), text_string(&shown),
                list->chosen && index == list->index ? reverse : PEN_PLAIN);
    text_free(&shown);
}

void completion_list_draw(const struct completion_list *list, struct canvas *canvas, int row,
                          bool ascii)
{
    int columns = canvas_columns(canvas);
    if (!list->open || row < 1 || columns < 1)
        return;
    int width = find_width(list, ascii);
    int across = columns / width > 0 ? columns / width : 1;
    int lines = ((int)list->found.count + across - 1) / across;
    int rows = lines < row ? lines : row;
    int chosen = list->chosen ? (int)list->index / across : 0;
    int first = chosen < rows ? 0 : chosen - rows + 1;
    for (int i = 0; i < rows; i++) {
        canvas_clear_row(canvas, row - rows + i);
        for (int j = 0; j < across; j++) {
            size_t index = (size_t)(first + i) * (size_t)across + (size_t)j;
            if (index < list->found.count)
                draw_word(list, canvas, index, row - rows + i, j * width, ascii);
        }
    }
}

const char *completion_list_hint(void)
{
    return "Tab next  Esc close the list  Enter run  BackTab before";
}

void completion_list_free(struct completion_list *list)
{
    list->open = false;
    completions_free(&list->found);
}
