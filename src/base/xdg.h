/* Where files of the program's own have their place: XDG Base Directory Specification, 0.8. */
#ifndef STEEPEST_BASE_XDG_H
#define STEEPEST_BASE_XDG_H

#include <stdbool.h>

#include "base/failure.h"
#include "base/text.h"

/* What a file holds, which decides on its folder. */
enum xdg_kind {
    XDG_CONFIG, /* what a person has chosen: XDG_CONFIG_HOME, else ~/.config */
    XDG_STATE   /* what is kept from one run to the next: XDG_STATE_HOME, else ~/.local/state */
};

/*
 * Append the path of the program's own file `name` of that kind. A variable that is unset or no
 * absolute path is passed over; false, with nothing appended, where the environment knows no place.
 * Short memory shows in path->failed.
 */
bool xdg_append_path(enum xdg_kind kind, const char *name, struct text *path);

/*
 * Append the `length` bytes of a path as a person typed it, with $HOME for the ~ of a leading `~/`
 * where that variable holds an absolute path. Short memory shows in path->failed.
 */
void xdg_append_typed(const char *typed, size_t length, struct text *path);

/*
 * Make the folders above such a file that are missing, for their owner alone; no more of them than
 * stand below ~, so that no home is made for somebody who has none. STATUS_OK; STATUS_NO_INPUT
 * where what is above these is missing; STATUS_CANNOT_CREATE, named after the folder; STATUS_FAILED
 * when memory is short.
 */
enum status xdg_make_folders(const char *path, struct failure *failure);

#endif
