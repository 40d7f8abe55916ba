/* The bottom line: what can be pressed next, as far as there is room. */
#ifndef STEEPEST_SESSION_HINT_H
#define STEEPEST_SESSION_HINT_H

#include "base/text.h"
#include "session/command.h"
#include "session/session.h"

/*
 * All of these append a line of at most `columns` columns to a text: entries such as "hjkl probe",
 * two blanks apart and never cut, with the keys that stand for commands now. Where there is not
 * room for all, those of least worth are left out. Short memory shows in text->failed.
 */

/*
 * What can be pressed where the field is all there is; `? help` and `q quit` are worth most, then
 * what goes on with walks, parameters, critical points or a panel that is shown.
 */
void hint_append_field(const struct session *session, int columns, struct text *line);

/* A few of these, for who has never seen the program: how to move, to zoom, and to go on. */
void hint_append_first(const struct session *session, int columns, struct text *line);

/* Help, and the way out. */
void hint_append_ways_out(const struct session *session, int columns, struct text *line);

/* After the digits of a count: what takes one. */
void hint_append_counted(const struct session *session, int columns, struct text *line);

/* After the beginning of keys: how they may go on. */
void hint_append_next(const struct session *session, const char *begun, int columns,
                      struct text *line);

/* After the key of a command of kind LETTER. */
void hint_append_letter(const struct session *session, const struct command *command, int columns,
                        struct text *line);

/* As many of these entries as there is room for: ASCII, two blanks apart, the most worth first. */
void hint_append_fixed(const char *entries, int columns, struct text *line);

#endif
