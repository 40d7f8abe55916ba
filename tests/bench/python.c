/* The opponents in Python. */
#include "python.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "process.h"

enum { ANSWER_SIZE = 64 };

struct python {
    pid_t id;
    FILE *requests;
    FILE *answers;
};

static void introduce_functions(struct python *python)
{
    for (int i = 0; i < FUNCTION_COUNT; i++) {
        enum test_function function = (enum test_function)i;
        fprintf(python->requests, "function %s %.17g %s\n", function_name(function),
                function_half(function), function_text(function));
    }
}

struct python *python_new(const char *program, const char *script)
{
    const char *const arguments[] = { program, script, NULL };
    int requests = -1;
    int answers = -1;
    struct python *python = calloc(1, sizeof *python);
    if (python == NULL)
        return NULL;
    python->id = process_start(arguments, &requests, &answers);
    python->requests = requests < 0 ? NULL : fdopen(requests, "w");
    python->answers = answers < 0 ? NULL : fdopen(answers, "r");
    if (python->id < 0 || python->requests == NULL || python->answers == NULL) {
        python_free(python);
        return NULL;
    }
    introduce_functions(python);
    return python;
}

void python_free(struct python *python)
{
    struct process_cost cost;
    if (python == NULL)
        return;
    if (python->requests != NULL)
        fclose(python->requests);
    if (python->answers != NULL)
        fclose(python->answers);
    if (python->id >= 0)
        process_wait(python->id, &cost);
    free(python);
}

/* Send what has been written and read a line; false when Python is gone or lacks the opponent. */
static bool answered(struct python *python, char answer[ANSWER_SIZE])
{
    return fflush(python->requests) == 0 && fgets(answer, ANSWER_SIZE, python->answers) != NULL
        && strcmp(answer, "missing\n") != 0;
}

double python_seconds(struct python *python, const char *opponent, enum test_function function,
                      size_t size, size_t jobs)
{
    char answer[ANSWER_SIZE];
    if (python == NULL)
        return (double)NAN;
    fprintf(python->requests, "time %s %s %zu %zu\n", opponent, function_name(function), size,
            jobs);
    return answered(python, answer) ? strtod(answer, NULL) : (double)NAN;
}

bool python_values(struct python *python, const char *opponent, enum test_function function,
                   size_t size, const struct slopes *slopes)
{
    char answer[ANSWER_SIZE];
    if (python == NULL)
        return false;
    fprintf(python->requests, "values %s %s %zu\n", opponent, function_name(function), size);
    if (!answered(python, answer))
        return false;
    for (int axis = 0; axis < 2; axis++) {
        if (fread(slopes->along[axis], sizeof(double), size * size, python->answers)
            != size * size)
            return false;
    }
    return true;
}
