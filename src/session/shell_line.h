/* A session's state as a line for a shell. Private to the session. */
#ifndef STEEPEST_SESSION_SHELL_LINE_H
#define STEEPEST_SESSION_SHELL_LINE_H

#include "base/failure.h"
#include "base/text.h"
#include "session/session.h"

/*
 * Append the call of the program that prints the frame that the session shows, without a newline,
 * quoted for a POSIX shell: settings as options, ways of the window as commands. Errors as
 * recipe_append.
 */
enum status shell_line_append(struct session *session, struct text *line,
                              struct failure *failure);

/* Append a word so that a POSIX shell reads it as one word. */
void shell_word_append(const char *bytes, size_t length, struct text *line);

#endif
