/* What the engine costs besides: compiling a text, and the field of one frame. */
#include "bench.h"

#include <math.h>
#include <stdio.h>

/* A text and the set that evaluates it. */
struct text_case {
    const char *text;
    const char *set;
};

static bool compile_once(const void *context)
{
    const struct text_case *which = context;
    struct engine *engine = NULL;
    struct failure failure;
    bool made = engine_new(which->text, 2, which->set, &engine, &failure) == STATUS_OK;
    engine_free(engine);
    return made;
}

bool bench_compile(struct bench *bench, struct failure *failure)
{
    (void)failure;
    printf("from a text to a function and back to nothing, set %s; %zu rounds\n", bench->sets[0],
           bench->rounds);
    for (int i = 0; i < FUNCTION_COUNT; i++) {
        enum test_function function = (enum test_function)i;
        struct text_case which = { function_text(function), bench->sets[0] };
        double times[ROUNDS_MOST];
        for (size_t round = 0; round < bench->rounds; round++)
            times[round] = seconds_of(compile_once, &which);
        printf("  %s %9.3g microseconds\n", function_name(function),
               1e6 * median(times, bench->rounds));
    }
    return true;
}

/* The samples of a frame, and whose. */
struct field_case {
    struct engine *engine;
    size_t columns;
    size_t rows;
    double half;
};

static bool field_once(const void *context)
{
    const struct field_case *which = context;
    return engine_field(which->engine, which->columns, which->rows, which->half);
}

static double field_seconds(const struct bench *bench, const struct field_case *which)
{
    double times[ROUNDS_MOST];
    for (size_t round = 0; round < bench->rounds; round++)
        times[round] = seconds_of(field_once, which);
    return median(times, bench->rounds);
}

bool bench_field(struct bench *bench, struct failure *failure)
{
    printf("microseconds of a frame's field, verdicts included; %zu rounds\n"
           "     80x24: 37x17  200x60: 97x53\n", bench->rounds);
    for (int i = 0; i < FUNCTION_COUNT; i++) {
        enum test_function function = (enum test_function)i;
        struct field_case small = { NULL, 37, 17, function_half(function) };
        if (engine_new(function_text(function), 2, bench->sets[0], &small.engine, failure)
            != STATUS_OK)
            return false;
        struct field_case large = { small.engine, 97, 53, small.half };
        printf("  %s %12.4g %14.4g\n", function_name(function),
               1e6 * field_seconds(bench, &small), 1e6 * field_seconds(bench, &large));
        engine_free(small.engine);
    }
    return true;
}
