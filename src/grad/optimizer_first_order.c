/* Weight updates from the gradient alone. Formulas and sources: optimizers.def. */
#include <math.h>

#include "grad/optimizer_steps.h"

static const double momentum_kept = 0.9;
static const double adagrad_epsilon = 1e-7;
static const double rmsprop_decay = 0.99;
static const double rmsprop_epsilon = 1e-7;
static const double adam_first_decay = 0.9;
static const double adam_second_decay = 0.999;
static const double adam_epsilon = 1e-8;

void optimizer_step_plain(struct walker *walker)
{
    for (size_t k = 0; k < walker->slope.fn->n; k++)
        walker->x[k] -= walker->learning_rate * walker->gradient[k];
}

/* Move with a velocity that a gradient has changed. */
static void move_on(struct walker *walker, const double *gradient)
{
    double *velocity = walker->memories[0];
    for (size_t k = 0; k < walker->slope.fn->n; k++) {
        velocity[k] = momentum_kept * velocity[k] - walker->learning_rate * gradient[k];
        walker->x[k] += velocity[k];
    }
}

void optimizer_step_momentum(struct walker *walker)
{
    move_on(walker, walker->gradient);
}

void optimizer_step_nesterov(struct walker *walker)
{
    double *ahead = walker->rooms[0];
    double *gradient = walker->rooms[1];
    double value;
    for (size_t k = 0; k < walker->slope.fn->n; k++)
        ahead[k] = walker->x[k] + momentum_kept * walker->memories[0][k];
    slope_at(&walker->slope, ahead, &value, gradient);
    move_on(walker, gradient);
}

void optimizer_step_adagrad(struct walker *walker)
{
    double *squares = walker->memories[0];
    for (size_t k = 0; k < walker->slope.fn->n; k++) {
        double g = walker->gradient[k];
        squares[k] += g * g;
        walker->x[k] -= walker->learning_rate * g / (sqrt(squares[k]) + adagrad_epsilon);
    }
}

void optimizer_step_rmsprop(struct walker *walker)
{
    double *squares = walker->memories[0];
    for (size_t k = 0; k < walker->slope.fn->n; k++) {
        double g = walker->gradient[k];
        squares[k] = rmsprop_decay * squares[k] + (1 - rmsprop_decay) * g * g;
        walker->x[k] -= walker->learning_rate * g / (sqrt(squares[k]) + rmsprop_epsilon);
    }
}

void optimizer_step_adam(struct walker *walker)
{
    double *means = walker->memories[0];
    double *squares = walker->memories[1];
    double step = (double)walker->steps + 1;
    double mean_bias = 1 - pow(adam_first_decay, step);
    double square_bias = 1 - pow(adam_second_decay, step);
    for (size_t k = 0; k < walker->slope.fn->n; k++) {
        double g = walker->gradient[k];
        means[k] = adam_first_decay * means[k] + (1 - adam_first_decay) * g;
        squares[k] = adam_second_decay * squares[k] + (1 - adam_second_decay) * g * g;
        walker->x[k] -= walker->learning_rate * (means[k] / mean_bias) /
                        (sqrt(squares[k] / square_bias) + adam_epsilon);
    }
}
