/* Threads that share a work out among themselves. */
#include "base/crew.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

/* A thread and what it must know. */
struct worker {
    struct crew *crew;
    size_t index;
    pthread_t thread;
};

struct crew {
    pthread_mutex_t mutex; /* guards what follows, up to `workers` */
    pthread_cond_t begun;  /* a work was given out, or the crew ends */
    pthread_cond_t done;   /* all have left the work */
    crew_work *work;
    void *context;
    size_t count;      /* items of the work */
    size_t next;       /* the first that nobody has taken */
    size_t working;    /* threads that have not left it */
    unsigned long run; /* counts works, so that a thread knows a new one */
    bool ended;
    struct worker workers[CREW_MOST]; /* the first is the caller, without a thread */
    size_t size;
};

/* Take items until there are none left; the mutex is held, except during an item. */
static void take_items(struct crew *crew, size_t worker)
{
    while (crew->next < crew->count) {
        size_t item = crew->next++;
        pthread_mutex_unlock(&crew->mutex);
        crew->work(crew->context, worker, item);
        pthread_mutex_lock(&crew->mutex);
    }
}

static void *run_worker(void *argument)
{
    const struct worker *worker = argument;
    struct crew *crew = worker->crew;
    unsigned long seen = 0;
    pthread_mutex_lock(&crew->mutex);
    for (;;) {
        while (!crew->ended && crew->run == seen)
            pthread_cond_wait(&crew->begun, &crew->mutex);
        if (crew->ended)
            break;
        seen = crew->run;
        take_items(crew, worker->index);
        if (--crew->working == 0)
            pthread_cond_signal(&crew->done);
    }
    pthread_mutex_unlock(&crew->mutex);
    return NULL;
}

/* Start the threads; where the system gives no more the crew is smaller. */
static void start(struct crew *crew, size_t workers)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (crew->size = 1; crew->size < workers; crew->size++) {
        struct worker *worker = &crew->workers[crew->size];
        *worker = (struct worker){ .crew = crew, .index = crew->size };
        if (pthread_create(&worker->thread, NULL, run_worker, worker) != 0)
            break;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static size_t processors(void)
{
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (size_t)online : 1;
}

struct crew *crew_new(size_t workers)
{
    struct crew *made = calloc(1, sizeof *made);
    if (made == NULL)
        return NULL;
    pthread_mutex_init(&made->mutex, NULL);
    pthread_cond_init(&made->begun, NULL);
    pthread_cond_init(&made->done, NULL);
    workers = workers == 0 ? processors() : workers;
    start(made, workers < CREW_MOST ? workers : CREW_MOST);
    return made;
}

void crew_free(struct crew *crew)
{
    if (crew == NULL)
        return;
    pthread_mutex_lock(&crew->mutex);
    crew->ended = true;
    pthread_cond_broadcast(&crew->begun);
    pthread_mutex_unlock(&crew->mutex);
    for (size_t i = 1; i < crew->size; i++)
        pthread_join(crew->workers[i].thread, NULL);
    pthread_cond_destroy(&crew->done);
    pthread_cond_destroy(&crew->begun);
    pthread_mutex_destroy(&crew->mutex);
    free(crew);
}

size_t crew_size(const struct crew *crew)
{
    return crew->size;
}

void crew_run(struct crew *crew, size_t count, crew_work *work, void *context)
{
    pthread_mutex_lock(&crew->mutex);
    crew->work = work;
    crew->context = context;
    crew->count = count;
    crew->next = 0;
    if (crew->size > 1 && count > 1) {
        crew->working = crew->size - 1;
        crew->run++;
        pthread_cond_broadcast(&crew->begun);
    }
    take_items(crew, 0);
    while (crew->working > 0)
        pthread_cond_wait(&crew->done, &crew->mutex);
    pthread_mutex_unlock(&crew->mutex);
}
