/*
 * Every command of commands.def, by its keys and by its name: after each the screen is what
 * --print shows after the same commands.
 */
#include "../suite.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "pty.h"

enum {
    WORDS_MOST = 512,
    LINES_MOST = 160, /* of commands that one walk runs */
    LINE_SIZE = 96,
    KEYS_SIZE = 32,
    /* Steps of a walk from one comparison to the next, for which a program is started. */
    EVERY_SLOW = 24, /* under valgrind */
    EVERY_SANITIZED = 4
};

enum kind { MOVE, NUDGE, COUNTED, HISTORY, LETTER, PLAIN, SCREEN };

/* Away from the middle, so that home, centre and zoom have something to do, with a choice. */
static const char *const start[] = { "himmelblau", "--set=a=1:2:5", "--set=b=1",
                                     "--command=probe 1.5 -1", "--command=pan-left 3" };

enum { START_WORDS = sizeof start / sizeof start[0] };

static const struct {
    const char *name;
    const char *usage;
    const char *keys;
    enum kind kind;
} commands[] = {
#define COMMAND(name, function, usage, least, most, keys, kind, help) { #name, usage, keys, kind },
#include "session/commands.def"
#undef COMMAND
};

enum { COMMANDS = sizeof commands / sizeof commands[0] };

/* What may stand for an argument, by what commands.def calls it; those left out have none. */
static const char *const arguments[][2] = {
    { "[N]", "2" },
    { "N", "3" },
    { "X0 X1", "1/3 -pi/4" },
    { "[X0 X1]", "1/3 -pi/4" },
    { "OPTIMIZER", "adam" },
    { "R|auto|edge", "0.03" },
    { "LO:HI LO:HI", "-3:3 -2:4" },
    { "LO:HI", "-4:4" },
    { "LO:HI|auto", "1:100" },
    { "ASPECT", "fill" },
    { "auto|R", "0.4" },
    { "[H|auto]", "1e-6r" },
    { "[CURVES]", "one" },
    { "SCHEME", "central4" },
    { "[descent|ascent]", "ascent" },
    { "[GLYPHS]", "digits" },
    { "LAYER[,LAYER...]", "arrows,contour,legend" },
    { "QUANTITY", "f" },
    { "FORM", "linear" },
    { "BACKGROUND", "dark" },
    { "[FUNCTION]", "x*y^2 - x^3" },
    { "[g0; g1]", "2*x; 2*y" },
    { "NAME=VALUE|SWITCH", "a=1:2:5" },
    { "NAME", "b" },
    { "LETTER", "a" },
    { "KEY COMMAND", "Z zoom-in" },
    { "KEY", "Z" },
};

static bool is_among(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* Commands that have a test of their own: they ask for files, a variable more, a line typed. */
static bool is_left_out(size_t command)
{
    static const char *const names[] = { "reproduce", "at",     "write",
                                         "overwrite", "source", "repeat" };
    return commands[command].kind == SCREEN ||
           is_among(commands[command].name, names, sizeof names / sizeof names[0]);
}

/* Commands that have so much computed that the next key might stop them, or the one after that. */
static bool is_long(const char *name)
{
    static const char *const names[] = { "check", "find-critical" };
    return is_among(name, names, sizeof names / sizeof names[0]);
}

static const char *argument_of(size_t command)
{
    for (size_t i = 0; i < sizeof arguments / sizeof arguments[0]; i++)
        if (strcmp(arguments[i][0], commands[command].usage) == 0)
            return arguments[i][1];
    ck_assert_msg(commands[command].usage[0] == '\0', "nothing is known to stand for %s",
                  commands[command].usage);
    return "";
}

/* A program and the lines of the commands that it has been led through. */
struct walk {
    struct pty *pty;
    char lines[LINES_MOST][LINE_SIZE];
    int count;
};

/*
 * Wait until the screen is as printed after the same commands. What a command has told may stand
 * over the frame until the next key.
 */
static void compare(const struct walk *walk)
{
    static const char redraw[] = "\x0c";
    const char *words[WORDS_MOST];
    int count = 0;
    pty_send(walk->pty, redraw);
    for (; count < START_WORDS; count++)
        words[count] = start[count];
    for (int i = 0; i < walk->count; i++) {
        words[count++] = "-c";
        words[count++] = walk->lines[i];
    }
    words[count] = NULL;
    struct pty_picture *picture = pty_print(24, 80, words);
    pty_wait_picture(walk->pty, picture);
    pty_picture_free(picture);
}

static void begin(struct walk *walk)
{
    const char *words[START_WORDS + 1] = { NULL };
    for (int i = 0; i < START_WORDS; i++)
        words[i] = start[i];
    walk->pty = pty_start(NULL, words);
    walk->count = 0;
    compare(walk);
}

static int steps_to_comparison(void)
{
    if (pty_under_valgrind())
        return EVERY_SLOW;
    return SUITE_IS_SANITIZED ? EVERY_SANITIZED : 1;
}

/* The program has been led through one line more. */
static void step(struct walk *walk, const char *name, const char *argument)
{
    ck_assert_int_lt(walk->count, LINES_MOST);
    snprintf(walk->lines[walk->count++], LINE_SIZE, "%s %s", name, argument);
    if (walk->count % steps_to_comparison() == 0 || is_long(name))
        compare(walk);
}

static void end(struct walk *walk)
{
    compare(walk);
    pty_send(walk->pty, "q");
    int status = pty_wait_end(walk->pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_assert(pty_modes_are_back(walk->pty));
    pty_free(walk->pty);
}

/* Send a key of commands.def as a terminal does. */
static void press(struct pty *pty, const char *key)
{
    static const char *const named[][2] = {
        { "<Left>", "\x1b[D" },  { "<Down>", "\x1b[B" },   { "<Up>", "\x1b[A" },
        { "<Right>", "\x1b[C" },
    };
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        if (strcmp(named[i][0], key) == 0) {
            pty_send(pty, named[i][1]);
            return;
        }
    ck_assert_msg(key[0] != '<' || key[1] == '\0', "no bytes are known of %s", key);
    if (key[0] == '^' && key[1] != '\0')
        pty_send(pty, (char[]){ (char)(key[1] & 0x1f), '\0' });
    else
        pty_send(pty, key);
}

/* Press each of a command's keys. */
static void press_keys(struct walk *walk, size_t command)
{
    char keys[KEYS_SIZE];
    const char *letter = commands[command].kind == LETTER ? "a" : "";
    snprintf(keys, sizeof keys, "%s", commands[command].keys);
    for (char *key = strtok(keys, " "); key != NULL; key = strtok(NULL, " ")) {
        press(walk->pty, key);
        pty_send(walk->pty, letter);
        step(walk, commands[command].name, letter);
    }
}

START_TEST(every_key_does_what_its_command_does)
{
    struct walk walk;
    begin(&walk);
    for (size_t i = 0; i < COMMANDS; i++)
        if (!is_left_out(i))
            press_keys(&walk, i);
    end(&walk);
}
END_TEST

START_TEST(every_command_is_carried_out_by_its_name)
{
    struct walk walk;
    begin(&walk);
    for (size_t i = 0; i < COMMANDS; i++) {
        char line[LINE_SIZE];
        if (is_left_out(i))
            continue;
        snprintf(line, sizeof line, ":%s %s\r", commands[i].name, argument_of(i));
        pty_send(walk.pty, line);
        step(&walk, commands[i].name, argument_of(i));
    }
    end(&walk);
}
END_TEST

static bool marks_pastes(struct pty *pty, const void *context)
{
    (void)context;
    return pty_mode_is_on(pty, "2004");
}

/* The command line of a frame fits into a row, or stands where the shell was until a key comes. */
START_TEST(the_command_line_can_be_copied)
{
    static const char expected[] = "--layer=contour,arrows,trust,legend -c pan-left -c "
                                   "'probe 1.5 -1' himmelblau";
    static const char *const words[] = { "himmelblau", NULL };
    struct walk walk = { .pty = pty_start(NULL, words) };
    pty_wait_text(walk.pty, "? help");
    pty_send(walk.pty, "y");
    pty_wait_text(walk.pty, "steepest -p --size=80x24 himmelblau");
    ck_assert(pty_is_alternate(walk.pty));
    pty_send(walk.pty, ":set mouse\r");
    pty_wait_text(walk.pty, "mouse: click");
    ck_assert(pty_tells_mouse(walk.pty));
    pty_send(walk.pty, "Htc:probe 1.5 -1\ry");
    pty_wait_text(walk.pty, "(any key goes back)");
    ck_assert(!pty_is_alternate(walk.pty));
    /* The line is selected with the mouse. */
    ck_assert(!pty_tells_mouse(walk.pty));
    pty_wait(walk.pty, marks_pastes, NULL, "what is pasted here is no row of keys either");
    ck_assert_msg(strstr(pty_bytes(walk.pty), expected) != NULL, "no %s", expected);
    pty_resize(walk.pty, 20, 70);
    pty_resize(walk.pty, 24, 80);
    /* The key that goes back does nothing else. */
    pty_send(walk.pty, "q");
    pty_wait_text(walk.pty, "? help");
    ck_assert(pty_is_alternate(walk.pty));
    ck_assert(pty_tells_mouse(walk.pty));
    pty_send(walk.pty, "q");
    int status = pty_wait_end(walk.pty);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_assert(pty_modes_are_back(walk.pty));
    /* Nothing is left below the line, where the shell goes on. */
    for (int row = 0; row < 24; row++) {
        char text[PTY_TEXT_SIZE];
        ck_assert_ptr_null(strstr(pty_row(walk.pty, row, text), "any key"));
    }
    pty_free(walk.pty);
}
END_TEST

/* The other bytes that terminals send for the arrow keys. */
START_TEST(arrow_keys_of_applications_are_known)
{
    static const char *const keys[][2] = {
        { "\x1bOD", "left" }, { "\x1bOB", "down" }, { "\x1bOA", "up" }, { "\x1bOC", "right" },
        { "\x1bOC", "right" },
    };
    struct walk walk;
    begin(&walk);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        pty_send(walk.pty, keys[i][0]);
        step(&walk, keys[i][1], "");
    }
    end(&walk);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, every_key_does_what_its_command_does);
    tcase_add_test(cases, every_command_is_carried_out_by_its_name);
    tcase_add_test(cases, the_command_line_can_be_copied);
    tcase_add_test(cases, arrow_keys_of_applications_are_known);
}

SUITE_MAIN("pty walk", add_cases)
