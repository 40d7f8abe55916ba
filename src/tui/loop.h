/* Keys and signals in, frames out, until the end. */
#ifndef STEEPEST_TUI_LOOP_H
#define STEEPEST_TUI_LOOP_H

#include "base/failure.h"
#include "session/session.h"
#include "tui/terminal.h"
#include "tui/tui.h"

/*
 * Show frames and obey keys on the taken terminal until the end, which is stored in *end. `input`
 * and `output` are its descriptors. Sleeps whenever there is nothing to do. STATUS_OK, or
 * STATUS_FAILED when memory is short.
 */
enum status loop_run(struct session *session, struct terminal *terminal,
                     int input, int output, enum tui_end *end, struct failure *failure);

#endif
