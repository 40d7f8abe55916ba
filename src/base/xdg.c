/* Where files of the program's own have their place. */
#include "base/xdg.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    FOLDERS_MADE_MOST = 3, /* above a file: ~/.local/state/steepest has the most */
    MODE_FOLDER = 0700
};

/* For each kind the variable that names its folder, and where it is below ~ otherwise. */
static const struct {
    const char *variable;
    const char *usual;
} kinds[] = {
    [XDG_CONFIG] = { "XDG_CONFIG_HOME", ".config" },
    [XDG_STATE] = { "XDG_STATE_HOME", ".local/state" },
};

bool xdg_append_path(enum xdg_kind kind, const char *name, struct text *path)
{
    const char *folder = getenv(kinds[kind].variable);
    const char *home = getenv("HOME");
    if (folder != NULL && folder[0] == '/')
        text_append_format(path, "%s/steepest/%s", folder, name);
    else if (home != NULL && home[0] == '/')
        text_append_format(path, "%s/%s/steepest/%s", home, kinds[kind].usual, name);
    else
        return false;
    return true;
}

void xdg_append_typed(const char *typed, size_t length, struct text *path)
{
    const char *home = getenv("HOME");
    if (length > 1 && memcmp(typed, "~/", 2) == 0 && home != NULL && home[0] == '/') {
        text_append(path, home);
        typed++;
        length--;
    }
    text_append_bytes(path, typed, length);
}

/* Where the last slash before `end` is; 0 for that of the root. */
static size_t slash_before(const char *path, size_t end)
{
    while (end > 0 && path[--end] != '/')
        continue;
    return end;
}

/* Make the folder whose path ends at `end`, and before it at most `most` - 1 that are above it. */
static enum status make_folder(char *path, size_t end, int most, struct failure *failure)
{
    char after = path[end];
    path[end] = '\0';
    bool made = end == 0 || mkdir(path, MODE_FOLDER) == 0 || errno == EEXIST;
    enum status status = STATUS_OK;
    if (!made && errno == ENOENT && most > 1) {
        status = make_folder(path, slash_before(path, end), most - 1, failure);
        made = status != STATUS_OK || mkdir(path, MODE_FOLDER) == 0 || errno == EEXIST;
    }
    if (!made)
        status = failure_set(failure, errno == ENOENT ? STATUS_NO_INPUT : STATUS_CANNOT_CREATE,
                             path, "cannot create: %s", strerror(errno));
    path[end] = after;
    return status;
}

enum status xdg_make_folders(const char *path, struct failure *failure)
{
    char *copy = strdup(path);
    if (copy == NULL)
        return failure_memory(failure);
    enum status status =
        make_folder(copy, slash_before(path, strlen(path)), FOLDERS_MADE_MOST, failure);
    free(copy);
    return status;
}
