/*
 * `make bench`: how fast steepest is, beside others, in paired rounds. From the environment:
 *     BENCH_ROUNDS   rounds of the quick sections (15); the slow ones take a fifth
 *     BENCH_ONLY     the sections to run, separated by blanks (all)
 *     STEEPEST, PYTHON, BENCH_SCRIPT   the programs and opponents.py
 */
#include "bench.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROUNDS_DEFAULT = 15 };

struct section {
    const char *name;
    section_function *run;
};

static const struct section sections[] = {
#define SECTION(name) { #name, bench_##name },
#include "sections.def"
#undef SECTION
};

enum { SECTION_COUNT = sizeof sections / sizeof *sections };

static const char *environment(const char *name, const char *otherwise)
{
    const char *value = getenv(name);
    return value == NULL || *value == '\0' ? otherwise : value;
}

/* The length of the word at `list`, after its blanks, which *list is moved past. */
static size_t next_word(const char **list)
{
    *list += strspn(*list, " ,");
    return strcspn(*list, " ,");
}

static bool is_listed(const char *list, const char *name)
{
    for (size_t length = next_word(&list); length > 0; length = next_word(&list)) {
        if (strlen(name) == length && strncmp(list, name, length) == 0)
            return true;
        list += length;
    }
    return false;
}

/* Whether every word of the list names a section. */
static bool all_known(const char *list, struct failure *failure)
{
    for (size_t length = next_word(&list); length > 0; length = next_word(&list)) {
        bool known = false;
        for (size_t i = 0; i < SECTION_COUNT && !known; i++)
            known = strlen(sections[i].name) == length
                && strncmp(sections[i].name, list, length) == 0;
        if (!known) {
            failure_set(failure, STATUS_USAGE, "BENCH_ONLY", "no section '%.*s', see "
                        "tests/bench/sections.def", (int)length, list);
            return false;
        }
        list += length;
    }
    return true;
}

static bool read_rounds(size_t *rounds, struct failure *failure)
{
    const char *text = environment("BENCH_ROUNDS", "");
    char *end = NULL;
    *rounds = ROUNDS_DEFAULT;
    if (*text == '\0')
        return true;
    unsigned long number = strtoul(text, &end, 10);
    if (*end != '\0' || number < 1 || number > ROUNDS_MOST) {
        failure_set(failure, STATUS_USAGE, "BENCH_ROUNDS", "'%s' is not a number from 1 to %d",
                    text, ROUNDS_MOST);
        return false;
    }
    *rounds = number;
    return true;
}

static bool open_bench(struct bench *bench, struct failure *failure)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    *bench = (struct bench){
        .jobs = processors < 1 ? 1 : (size_t)processors,
        .program = environment("STEEPEST", "./steepest"),
        .python_program = environment("PYTHON", "python3"),
        .script = environment("BENCH_SCRIPT", "tests/bench/opponents.py"),
    };
    if (!read_rounds(&bench->rounds, failure)
        || !all_known(environment("BENCH_ONLY", ""), failure))
        return false;
    bench->set_count = engine_sets(bench->sets);
    printf("compiler %s, %zu processors\nC loop strict:%s\nC loop fast:%s\n\n", __VERSION__,
           bench->jobs, STRICT_FLAGS, FAST_FLAGS);
    bench->python = python_new(bench->python_program, bench->script);
    return true;
}

static bool run_sections(struct bench *bench, struct failure *failure)
{
    const char *only = environment("BENCH_ONLY", "");
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        if (*only != '\0' && !is_listed(only, sections[i].name))
            continue;
        double begin = seconds_now();
        printf("== %s\n", sections[i].name);
        fflush(stdout);
        if (!sections[i].run(bench, failure))
            return false;
        printf("(%.0f s)\n\n", seconds_now() - begin);
        fflush(stdout);
    }
    printf("%zu targets reached, %zu missed\n", bench->met, bench->missed);
    return true;
}

int main(void)
{
    struct bench bench;
    struct failure failure;
    signal(SIGPIPE, SIG_IGN);
    bool done = open_bench(&bench, &failure) && run_sections(&bench, &failure);
    if (!done)
        fprintf(stderr, "bench: %s: %s\n", failure.origin, failure.message);
    python_free(bench.python);
    return done && fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
