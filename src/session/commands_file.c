/* Commands that write what is seen into files, and read commands from them. */
#include "session/state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xdg.h"
#include "out/output.h"
#include "session/picture_file.h"
#include "session/recipe.h"
#include "session/script.h"

enum {
    FIGURE_SAMPLES = 17, /* along an axis, as with --svg */
    FREE_NAME_SIZE = 32,
    FREE_NAMES_MOST = 999
};

/* A kind of file, known by how its name ends. */
struct file_kind {
    const char *ending;
    enum status (*write)(struct session *session, const char *path, const struct file_kind *kind,
                         struct failure *failure);
    enum table_format format; /* of a table */
};

static enum status write_text(struct session *session, const char *path,
                              const struct file_kind *kind, struct failure *failure)
{
    (void)kind;
    return picture_file_frame(session, PICTURE_PLAIN, path, failure);
}

static enum status write_colored(struct session *session, const char *path,
                                 const struct file_kind *kind, struct failure *failure)
{
    (void)kind;
    return picture_file_frame(session, PICTURE_ANSI, path, failure);
}

static enum status write_figure(struct session *session, const char *path,
                                const struct file_kind *kind, struct failure *failure)
{
    (void)kind;
    return picture_file_figure(session, FIGURE_SAMPLES, FIGURE_SAMPLES, path, failure);
}

static enum status write_table(struct session *session, const char *path,
                               const struct file_kind *kind, struct failure *failure)
{
    if (session->table_writer == NULL)
        return failure_set(failure, STATUS_FAILED, path, "tables cannot be written here");
    return session->table_writer(session, kind->format, path, failure);
}

static enum status write_script(struct session *session, const char *path,
                                const struct file_kind *kind, struct failure *failure)
{
    struct text script = TEXT_EMPTY;
    (void)kind;
    text_append(&script, "# A session of steepest: show it with steepest --script=FILE, or the "
                         "command source FILE\n");
    enum status status = recipe_append_script(session, &script, failure);
    return output_text(path, status, &script, failure);
}

static const struct file_kind kinds[] = {
    { ".txt", write_text, TABLE_tsv },     { ".ans", write_colored, TABLE_tsv },
    { ".svg", write_figure, TABLE_tsv },   { ".tsv", write_table, TABLE_tsv },
    { ".csv", write_table, TABLE_csv },    { ".json", write_table, TABLE_json },
    { ".npy", write_table, TABLE_npy },    { ".steepest", write_script, TABLE_tsv },
};

/* The kind of file that a path names, or NULL. */
static const struct file_kind *find_kind(const char *path)
{
    size_t length = strlen(path);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        size_t ending = strlen(kinds[i].ending);
        if (length > ending && strcmp(path + length - ending, kinds[i].ending) == 0)
            return &kinds[i];
    }
    return NULL;
}

/* Make the first argument a path in new memory, to be freed; a NUL would cut it. */
static enum status copy_path(const struct arguments *arguments, char **path,
                             struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    const char *bytes = arguments->source->bytes + word->start;
    const char *nul = memchr(bytes, '\0', word->length);
    *path = NULL;
    if (nul != NULL)
        return failure_at(failure, arguments->source, word->start + (size_t)(nul - bytes), 1,
                          "a path has no NUL");
    struct text typed = TEXT_EMPTY;
    xdg_append_typed(bytes, word->length, &typed);
    if (!typed.failed)
        *path = strdup(text_string(&typed));
    text_free(&typed);
    return *path == NULL ? failure_memory(failure) : STATUS_OK;
}

/*
 * Whether what the path names, if anything, is a FIFO, a device or a socket. On a screen those are
 * refused: it would stand still while one has nobody at its other end, or is the terminal.
 */
static bool is_special(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && !S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode);
}

static enum status refuse_special(const struct arguments *arguments, struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    return failure_at(failure, arguments->source, word->start, word->length,
                      "while there is a screen only a regular file will do");
}

static enum status write_path(struct session *session, const struct arguments *arguments,
                              const char *path, bool replacing, struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    const struct file_kind *kind = find_kind(path);
    char quoted[QUOTED_SIZE];
    if (kind == NULL)
        return failure_at(failure, arguments->source, word->start, word->length,
                          "a name is wanted that ends in .txt .ans .svg .tsv .csv .json .npy or "
                          ".steepest");
    if (!replacing && access(path, F_OK) == 0)
        return failure_at(failure, arguments->source, word->start, word->length,
                          "the file exists, use 'overwrite' to replace it");
    if (session->display.screen && is_special(path))
        return refuse_special(arguments, failure);
    enum status status = kind->write(session, path, kind, failure);
    if (status == STATUS_OK && session->display.screen)
        session_say(session, "written: %s", quote(path, strlen(path), quoted));
    return status;
}

static enum status write_file(struct session *session, const struct arguments *arguments,
                              bool replacing, struct failure *failure)
{
    char *path;
    enum status status = copy_path(arguments, &path, failure);
    if (status == STATUS_OK)
        status = write_path(session, arguments, path, replacing, failure);
    free(path);
    return status;
}

/* Write the figure under the first of steepest.svg, steepest-2.svg ... that is free. */
static enum status write_free(struct session *session, struct failure *failure)
{
    char path[FREE_NAME_SIZE] = "steepest.svg";
    for (int number = 2; access(path, F_OK) == 0 && number <= FREE_NAMES_MOST; number++)
        snprintf(path, sizeof path, "steepest-%d.svg", number);
    if (access(path, F_OK) == 0)
        return failure_set(failure, STATUS_CANNOT_CREATE, path,
                           "exists, as the names before it do; use 'write FILE'");
    enum status status = picture_file_figure(session, FIGURE_SAMPLES, FIGURE_SAMPLES, path,
                                             failure);
    if (status == STATUS_OK)
        session_tell(session, "written: %s", path);
    return status;
}

enum status run_write(struct session *session, const struct arguments *arguments,
                      struct failure *failure)
{
    if (arguments->count == 0)
        return write_free(session, failure);
    return write_file(session, arguments, false, failure);
}

enum status run_overwrite(struct session *session, const struct arguments *arguments,
                          struct failure *failure)
{
    return write_file(session, arguments, true, failure);
}

/*
 * Run the commands of a file; where one fails what can be undone is taken back, and switches; marks
 * and bindings stay.
 */
static enum status run_file(struct session *session, const char *path, struct failure *failure)
{
    struct text text = TEXT_EMPTY;
    struct source_text script;
    struct settings before = session->now;
    bool switches[SWITCH_COUNT];
    memcpy(switches, session->switches, sizeof switches);
    enum status status = script_read(path, &text, &script, failure);
    settings_hold(&before);
    session->sources++;
    if (status == STATUS_OK)
        status = script_run(session, &script, failure);
    session->sources--;
    if (status != STATUS_OK) {
        session->request = REQUEST_NONE;
        memcpy(session->switches, switches, sizeof switches);
        session_set_settings(session, &before);
    }
    settings_release(&before);
    text_free(&text);
    return status;
}

enum status run_source(struct session *session, const struct arguments *arguments,
                       struct failure *failure)
{
    const struct word *word = &arguments->words[0];
    if (session->sources == SOURCES_MOST)
        return failure_at(failure, arguments->source, word->start, word->length,
                          "files of commands lead at most %d deep into one another", SOURCES_MOST);
    if (session->display.screen && argument_is(arguments, 0, "-"))
        return failure_at(failure, arguments->source, word->start, word->length,
                          "standard input is no file of commands while there is a screen");
    char *path;
    enum status status = copy_path(arguments, &path, failure);
    if (status == STATUS_OK && session->display.screen && is_special(path))
        status = refuse_special(arguments, failure);
    if (status == STATUS_OK)
        status = run_file(session, path, failure);
    free(path);
    return status;
}
