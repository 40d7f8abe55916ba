/* What a key does, and what stands over the frame while typing or reading: all but the terminal. */
#ifndef STEEPEST_TUI_CONTROL_H
#define STEEPEST_TUI_CONTROL_H

#include <stdbool.h>

#include "base/failure.h"
#include "session/session.h"
#include "tui/catalogue_list.h"
#include "tui/completion_list.h"
#include "tui/critical_page.h"
#include "tui/function_edit.h"
#include "tui/help.h"
#include "tui/keys.h"
#include "tui/line_history.h"
#include "tui/paste.h"
#include "tui/prompt.h"
#include "view/canvas.h"

enum {
    KEY_COUNT_MOST = 99999, /* the largest count before a key */
    REPEATS_MOST = 999  /* of a line that takes no count itself: nothing ends it before */
};

/* What keys go to. */
enum control_mode { CONTROL_FIELD, CONTROL_PROMPT, CONTROL_HELP, CONTROL_LINE,
                    CONTROL_EDIT, CONTROL_CATALOGUE, CONTROL_ANIMATION, CONTROL_CRITICAL };

/* What a hand on the mouse is at. */
enum hand_state { HAND_FREE, HAND_PRESSES, HAND_DRAGS, HAND_ZOOMS };

/* It may be far ahead of what is shown: control_settle does what is due. All zero when free. */
struct hand {
    enum hand_state state;
    int row; /* cell where the button went down, or where the wheel turned last */
    int column;
    int wanted[AXES]; /* HAND_DRAGS: samples that the field is to move, right and up, in all */
    int moved[AXES];  /* of which it has moved */
    int turns;        /* HAND_ZOOMS: of the wheel, still to be carried out */
    bool zooms_in;
};

/* A person's dealings with a session. Start with control_start. */
struct control {
    struct session *session; /* not owned */
    int rows;                /* of the screen */
    int columns;
    enum control_mode mode;
    struct {
        bool field_shown; /* where there is no room for it and the page */
        int line;         /* of the page where it stands alone: the first that is seen */
    } tour;
    int count;   /* typed before a key; 0 when there is none */
    char pending[KEYS_SIZE]; /* typed of a key of several characters; "" when none is */
    const struct command *lettered; /* waits for the letter that is its argument, or NULL */
    struct hand hand;
    bool ring;   /* a key was refused; for the caller to clear */
    bool redraw; /* everything is to be sent anew; for the caller to clear */
    bool ended;  /* the end was asked for */
    const char *notice; /* said in the hint row until the next key, or NULL */
    struct paste paste;
    struct prompt prompt;
    struct text killed; /* in any line, for ^Y in any */
    struct completion_list completion;
    struct line_history lines; /* run at `:` */
    struct text typed;         /* the last of them in this run that was no `repeat`; "" before */
    struct function_edit edit;
    struct catalogue_list catalogue;
    struct critical_page critical;
    struct help help;
};

/* Begin with the field of `session`, which must outlive the control. */
void control_start(struct control *control, struct session *session);

/* Free what it holds; the session stays. */
void control_end(struct control *control);

/*
 * Obey one key by its name (tui/keys.h). What goes wrong becomes the session's message. What is
 * pasted goes into the line that is edited, and nowhere else.
 */
void control_key(struct control *control, const char *key);

/* Do what was asked of the screen before there was one; to be called when its size is known. */
void control_obey(struct control *control);

/*
 * Obey a mouse, if the switch `mouse` of the session is on. What many events add up to is carried
 * out by control_settle, or before the next key.
 */
void control_mouse(struct control *control, const struct mouse_event *event);

/* Carry out what the mouse has done; to be called before a frame is drawn. */
void control_settle(struct control *control);

/*
 * Draw the frame with the prompt or the pending count over it, or a page that covers it, into the
 * canvas. STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status control_draw(const struct control *control, struct canvas *canvas,
                         struct failure *failure);

/*
 * Milliseconds from a frame until control_tick is due, unless a key or a signal comes before; -1
 * while nothing is.
 */
int control_wait(const struct control *control);

/* Do what is due. What goes wrong becomes the session's message. */
void control_tick(struct control *control);

/* Whether the frame that was drawn last is shown and unfinished: draw again to go on with it. */
bool control_is_unfinished(const struct control *control);

/* Fit to a screen of that size, all of which is then to be sent anew. */
void control_resize(struct control *control, int rows, int columns);

#endif
