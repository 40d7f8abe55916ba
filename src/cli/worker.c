/* What a thread computes gradients with. */
#include "cli/worker.h"

enum status worker_make(struct worker *worker, const struct formula *formula, size_t n, bool exact,
                        struct failure *failure)
{
    enum status status = formula_function_new(formula, n, &worker->function, failure);
    if (status == STATUS_OK && exact)
        status = formula_function_differentiate(worker->function, formula, failure);
    if (status != STATUS_OK)
        return status;
    worker->differentiator = differentiator_new(formula_function_fn(worker->function));
    return worker->differentiator == NULL ? failure_memory(failure) : STATUS_OK;
}

void worker_free(struct worker *worker)
{
    differentiator_free(worker->differentiator);
    formula_function_free(worker->function);
    *worker = (struct worker){ .function = NULL };
}
