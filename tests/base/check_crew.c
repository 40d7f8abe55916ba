/* Tests src/base/crew.c: every item is worked on once, by workers that do not share a number. */
#include "../suite.h"

#include <pthread.h>
#include <string.h>

#include "base/crew.h"

enum { ITEMS_MOST = 1000, WORKERS_MOST = 9, RUNS = 200, RUNS_SLOWLY = 10 };

/* What was done. A worker's own count needs no guard if nobody else has its number. */
struct record {
    int done[ITEMS_MOST];
    size_t items_of[CREW_MOST];
    size_t workers;
};

static void note(void *context, size_t worker, size_t item)
{
    struct record *record = context;
    record->done[item]++;
    record->items_of[worker]++;
}

static void check_run(struct crew *crew, size_t items)
{
    struct record record;
    memset(&record, 0, sizeof record);
    crew_run(crew, items, note, &record);
    size_t sum = 0;
    for (size_t i = 0; i < ITEMS_MOST; i++)
        ck_assert_int_eq(record.done[i], i < items);
    for (size_t i = 0; i < CREW_MOST; i++)
        sum += record.items_of[i];
    for (size_t i = crew_size(crew); i < CREW_MOST; i++)
        ck_assert_uint_eq(record.items_of[i], 0);
    ck_assert_uint_eq(sum, items);
}

START_TEST(every_item_is_done_once)
{
    for (size_t workers = 1; workers <= WORKERS_MOST; workers += 4) {
        struct crew *crew = crew_new(workers);
        ck_assert_ptr_nonnull(crew);
        ck_assert_uint_ge(crew_size(crew), 1);
        ck_assert_uint_le(crew_size(crew), workers);
        size_t runs = getenv("TEST_UNDER_VALGRIND") == NULL ? RUNS : RUNS_SLOWLY;
        for (size_t run = 0; run < runs; run++)
            check_run(crew, run % 5 == 0 ? run % 3 : run * 7 % ITEMS_MOST);
        crew_free(crew);
    }
}
END_TEST

/* An item waits for another: only threads of their own can do both. */
struct meeting {
    pthread_mutex_t mutex;
    pthread_cond_t met;
    int there;
};

static void meet(void *context, size_t worker, size_t item)
{
    struct meeting *meeting = context;
    (void)worker;
    (void)item;
    pthread_mutex_lock(&meeting->mutex);
    if (++meeting->there == 2)
        pthread_cond_broadcast(&meeting->met);
    while (meeting->there < 2)
        pthread_cond_wait(&meeting->met, &meeting->mutex);
    pthread_mutex_unlock(&meeting->mutex);
}

START_TEST(workers_work_at_the_same_time)
{
    struct meeting meeting = { .mutex = PTHREAD_MUTEX_INITIALIZER,
                               .met = PTHREAD_COND_INITIALIZER };
    struct crew *crew = crew_new(2);
    ck_assert_ptr_nonnull(crew);
    ck_assert_uint_eq(crew_size(crew), 2);
    crew_run(crew, 2, meet, &meeting);
    ck_assert_int_eq(meeting.there, 2);
    crew_free(crew);
}
END_TEST

START_TEST(sizes_of_a_crew)
{
    struct crew *all = crew_new(0);
    ck_assert_ptr_nonnull(all);
    ck_assert_uint_ge(crew_size(all), 1);
    crew_free(all);
    struct crew *one = crew_new(1);
    ck_assert_uint_eq(crew_size(one), 1);
    check_run(one, 0);
    check_run(one, 10);
    crew_free(one);
    crew_free(NULL);
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, every_item_is_done_once);
    tcase_add_test(cases, workers_work_at_the_same_time);
    tcase_add_test(cases, sizes_of_a_crew);
}

SUITE_MAIN("base crew", add_cases)
