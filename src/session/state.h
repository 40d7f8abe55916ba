/* What a session knows. Private to the session. */
#ifndef STEEPEST_SESSION_STATE_H
#define STEEPEST_SESSION_STATE_H

#include "session/arguments.h"
#include "session/command.h"
#include "session/extrema.h"
#include "session/history.h"
#include "session/maps.h"
#include "session/nullclines.h"
#include "session/session.h"
#include "session/settings.h"
#include "session/update.h"
#include "session/work.h"
#include "view/dots.h"
#include "view/error_panel.h"
#include "view/frame.h"
#include "view/relief.h"
#include "view/stream.h"
#include "view/stream_field.h"

enum {
    MARKS = 26,            /* named a to z */
    SOURCES_MOST = 8,      /* files of commands that are read by one another */
    STREAMS_PATH_MOST = 64 /* pans that keep streamlines; the next one has them drawn anew */
};

/* Where the window stood when streamlines were drawn, and after each pan that has moved them. */
struct streams_path {
    int64_t first[STREAMS_PATH_MOST][AXES];
    size_t count;
};

enum { MESSAGE_SIZE = 1 << 12 }; /* bytes of a message; a longer one is cut */

struct session {
    struct display display;
    int rows;
    int columns;
    double display_cell_aspect;
    struct layout layout;

    struct settings now;
    struct history history;
    struct settings *tried; /* what was shown when a trial began; NULL without one */
    bool greeting; /* the lines of a first start are shown */
    bool faded; /* what is shown is not what is being typed */
    const struct command *last; /* made the change that the next may join; NULL when none did */
    bool in_gesture; /* changes may join whatever made them */
    struct marked_view marks[MARKS];
    bool switches[SWITCH_COUNT];
    struct {
        size_t parameter; /* that is played, or was asked for */
        int direction;    /* 1 or -1 */
    } animation;
    struct tour *tour;  /* what it has put aside; NULL without one: session/tour.h */
    size_t tour_wanted; /* the page that was asked for */
    struct {
        size_t shown;     /* steps of the newest walk */
        size_t at_a_time; /* so many more next; 0 while the whole walk is shown */
        struct trail trails[WALKS_MOST]; /* as shown; their memory is that of the walks */
    } reveal;
    struct keymap *keymap;
    table_writer *table_writer; /* NULL while there is none */
    int sources;                /* files of commands that are being read */

    /* Computed from the above by session_draw, when stale. */
    bool field_stale; /* besides for another lattice than field_viewport's */
    size_t rows_computed; /* of the field, from below */
    size_t rows_found[NEED_COUNT]; /* of which something has been found out */
    int rims_found; /* and about what lies around it, for so many axes */
    bool probe_known; /* what the probe field holds, of this place */
    double probe_place[AXES];
    enum need probe_need; /* that is known there too */
    bool errors_known; /* what the panel of errors holds, of this place */
    double errors_place[AXES];
    enum errors_shown errors_known_for;
    struct field *field;
    struct viewport field_viewport; /* as it was when the field was computed */
    struct field *probe_field; /* one sample */
    struct field *rims[AXES];  /* what lies around the field; kept while the layer trust shows it */
    bool streams_stale; /* besides for another lattice than streams_viewport's */
    struct streams *streams;
    struct viewport streams_viewport;     /* as they were when the lines were drawn */
    struct projection streams_projection;
    struct streams_path streams_path;
    struct stream_field *stream_field;
    struct race_table race; /* filled by session_race */
    struct walks *walks; /* brought up to date by session_settle_walks */
    struct error_panel *error_panel;
    struct dots *dots;         /* for layers to draw with */
    double *scratch;           /* room for places, then for a magnitude of every sample */
    size_t scratch_size;
    struct extrema extrema;
    struct nullclines nullclines; /* known while the field's places stay */
    struct maps maps;          /* of these points */
    struct relief *relief;     /* kept up to date while a layer shows it */
    bool relief_stale;         /* besides for another lattice than relief_viewport's */
    struct viewport relief_viewport;

    interruption_asker *asker; /* NULL: nobody, and all is computed at once */
    void *asker_context;
    struct work work;
    struct interruption *interruption; /* the work's, once there is somebody to ask */
    bool unfinished;      /* the frame drawn last is */
    bool area_unfinished; /* between its axes */
    bool beyond_limit;    /* it takes more than WORK_LIMITED, as was found out since */

    enum request request;
    const struct command *helped; /* that REQUEST_HELP is about; NULL: all of them */
    char message[MESSAGE_SIZE];
    bool message_whole; /* an answer on a screen: shown in as many rows as it takes */
    struct text line; /* that REQUEST_LINE is about */
    struct text title;  /* that the last frame had: the function, and its values */
    struct text values;
    struct text told; /* lines that commands had to tell while there was no screen */
};

/* What carries a command out. On failure the session is as it was: see session_run. */
typedef enum status command_runner(struct session *session, const struct arguments *arguments,
                                     struct failure *failure);

#define COMMAND(name, function, usage, least, most, keys, kind, help)                              \
    command_runner run_##function;
#include "session/commands.def"
#undef COMMAND

/* How the samples stand for the present layout and settings. */
struct viewport_shape session_shape(const struct session *session);

/* Fit layout and viewport to the present size and settings. */
void session_reshape(struct session *session);

/*
 * Choose the colours' scale where a command has asked for another, so that commands that keep it
 * keep it whether or not a frame was drawn between. STATUS_OK, or STATUS_FAILED when memory is
 * short.
 */
enum status session_settle_scale(struct session *session);

/*
 * Draw the streamlines that are shown where a command has changed what they follow, so that a pan
 * keeps those before it whether or not a frame was drawn between; brings the field up to date.
 * STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status session_settle_streams(struct session *session);

/*
 * Walk where a command has changed which walks there are, or what they follow; needs no field.
 * STATUS_OK, or STATUS_FAILED when memory is short or the work was halted: what was walked stays.
 */
enum status session_settle_walks(struct session *session);

/* Forget the walks that a command has changed, so that none of them is shown. */
void session_keep_walks(struct session *session);

/* Where the last walk stands, in words; "" without one. */
const char *session_walk_words(const struct session *session);

/* The ways of the walks as a frame shows them: see session/reveal.h. Valid until the next command. */
const struct trail *session_trails(struct session *session);

/* Tell where the walk stands that is shown step by step; false while there is none. */
bool session_describe_reveal(const struct session *session, char text[WALK_TEXT_SIZE]);

/*
 * Bring all that is kept by a pan up to date, as every command does before it is carried out.
 * STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status session_settle(struct session *session);

/* Bring the field up to date. STATUS_OK, or STATUS_FAILED when memory is short. */
enum status session_settle_field(struct session *session);

/* Show a window from its middle. Errors as viewport_show. */
enum status session_show(struct session *session, const struct window *window,
                         struct failure *failure);

/*
 * The probe's place as columns of one number, one for each variable of the function, in new memory
 * to be freed; NULL when it is short. The numbers stay the session's.
 */
const double **session_probe_columns(const struct session *session);

/*
 * Bring the panel of errors against h up to date with the probe, where it is shown; else it is
 * empty. STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status session_sweep_errors(struct session *session);

/*
 * Fill `frame` with what session_draw draws, brought up to date but for the panel of errors and
 * without hints and settings: those are words of the caller's. Pointers are the session's.
 * STATUS_OK, or STATUS_FAILED when memory is short.
 */
enum status session_frame(struct session *session, struct frame *frame);

enum { DIFFERENCE_SIZE = 64 }; /* bytes of a difference's description */

/* How derivatives are computed, as the title says it: "central h=0.0001", "exact". */
void session_describe_difference(const struct session *session,
                                 char description[DIFFERENCE_SIZE]);

/* STATUS_OK on a screen; else STATUS_USAGE, for commands of kind SCREEN. */
enum status session_check_screen(const struct session *session,
                                 const struct arguments *arguments, struct failure *failure);

/* What lists the commands here, for messages about unknown ones: "?" on a screen. */
const char *session_lister(const struct session *session);

/* Show a message, as printf would. */
void session_say(struct session *session, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* As session_say, for what a command is there to tell, so that it is told without a screen too. */
void session_tell(struct session *session, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same for a text of any length. */
void session_tell_text(struct session *session, const char *text);

/*
 * Give everything that a person chose the values of a new session, with the seed's function.
 * Errors as subject_new, with nothing changed.
 */
enum status session_start_over(struct session *session, struct failure *failure);

/* End the check of a gradient, if there is one; colours that show it go back to magnitude. */
void session_end_check(struct session *session);

/* The glyphs in force: without UTF-8 none beyond ASCII. */
enum glyph_set session_glyphs(const struct session *session);

/* Let session->now be other settings, of which it holds a copy, ready for its drawing. */
void session_set_settings(struct session *session, const struct settings *settings);

/*
 * Make what belongs to session->now, which was exchanged for other settings, ready for its drawing;
 * `before` are those before, which may share less with it than they did.
 */
void session_changed_settings(struct session *session, const struct settings *before);

/* Whether the argument of `set` is no NAME=VALUE, and turning the switch that it should then be. */
bool session_means_switch(const struct arguments *arguments);
enum status session_set_switch(struct session *session, const struct arguments *arguments,
                               struct failure *failure);

/*
 * Put the present function with other parameters and fixed variables in place. Errors as
 * subject_new and subject_differentiate, with nothing changed.
 */
enum status session_remake(struct session *session, const struct parameters *parameters,
                           const struct fixed_variables *fixed, struct failure *failure);

/*
 * Move parameter `index` to a value between its limits, let it be the chosen one, and say so on a
 * screen. Errors as session_remake.
 */
enum status session_move_parameter(struct session *session, size_t index, double value,
                                   struct failure *failure);

/* Put another function in place, with the window as it is. Takes over `subject`. */
void session_set_subject(struct session *session, struct subject *subject);

#endif
