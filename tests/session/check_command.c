/* Tests of the command table. */
#include "../suite.h"

#include <stdio.h>
#include <string.h>

#include "session/command.h"
#include "view/layer.h"

START_TEST(every_command_is_found_by_its_name)
{
    for (size_t i = 0; i < command_count(); i++) {
        const struct command *command = command_at(i);
        ck_assert_ptr_eq(command_find(command->name, strlen(command->name)), command);
        ck_assert_uint_gt(strlen(command->help), 0);
    }
    ck_assert_ptr_null(command_find("nothing", 7));
    ck_assert_ptr_null(command_find("lef", 3));
    ck_assert_ptr_null(command_find("", 0));
}
END_TEST

/* Call `visit` with each of the keys, which blanks separate. */
static void for_each_key(const char *keys, void (*visit)(const char *key, const void *context),
                         const void *context)
{
    char copy[64];
    ck_assert_uint_lt(strlen(keys), sizeof copy);
    strcpy(copy, keys);
    for (char *key = strtok(copy, " "); key != NULL; key = strtok(NULL, " "))
        visit(key, context);
}

static void is_key_of(const char *key, const void *command)
{
    ck_assert_msg(command_for_key(key) == command, "key %s belongs to two commands", key);
}

START_TEST(every_key_belongs_to_one_command)
{
    for (size_t i = 0; i < command_count(); i++)
        for_each_key(command_at(i)->keys, is_key_of, command_at(i));
}
END_TEST

START_TEST(other_keys_belong_to_none)
{
    static const char *const unbound[] = { "", " ", "b", "B", "<L", "<Lef", "^", "Z", "h <Left>" };
    for (size_t i = 0; i < sizeof unbound / sizeof unbound[0]; i++)
        ck_assert_ptr_null(command_for_key(unbound[i]));
}
END_TEST

/* ^S ^Q ^Z and ^\ belong to the terminal, Enter and Space to nobody. */
START_TEST(reserved_keys_are_free)
{
    static const char *const reserved[] = { "^S", "^Q", "^Z", "^\\", "^M", "^J", "<Enter>" };
    for (size_t i = 0; i < sizeof reserved / sizeof reserved[0]; i++)
        ck_assert_ptr_null(command_for_key(reserved[i]));
}
END_TEST

START_TEST(every_layer_can_be_toggled)
{
    for (int layer = 0; layer < LAYER_COUNT; layer++) {
        char name[64];
        snprintf(name, sizeof name, "toggle-%s", layer_name((enum layer)layer));
        const struct command *command = command_find(name, strlen(name));
        ck_assert_msg(command != NULL, "there is no command %s", name);
        ck_assert_uint_eq(strlen(command->keys), 2);
    }
}
END_TEST

START_TEST(every_command_is_in_one_group)
{
    size_t next = 0;
    for (size_t i = 0; i < command_group_count(); i++) {
        struct command_group group = command_group_at(i);
        ck_assert_uint_eq(group.first, next);
        ck_assert_uint_gt(group.count, 0);
        ck_assert_uint_gt(strlen(group.heading), 0);
        next += group.count;
    }
    ck_assert_uint_eq(next, command_count());
    ck_assert_str_eq(command_at(command_group_at(1).first)->name, "step-smaller");
}
END_TEST

START_TEST(a_line_begins_with_a_command)
{
    ck_assert_ptr_eq(command_of_line("step 1e-3"), command_find("step", 4));
    ck_assert_ptr_eq(command_of_line("step\t1e-3"), command_find("step", 4));
    ck_assert_ptr_eq(command_of_line("step"), command_find("step", 4));
    ck_assert_ptr_null(command_of_line("stepss"));
    ck_assert_ptr_null(command_of_line(""));
}
END_TEST

static void add_cases(TCase *cases)
{
    tcase_add_test(cases, every_command_is_found_by_its_name);
    tcase_add_test(cases, every_key_belongs_to_one_command);
    tcase_add_test(cases, other_keys_belong_to_none);
    tcase_add_test(cases, reserved_keys_are_free);
    tcase_add_test(cases, every_layer_can_be_toggled);
    tcase_add_test(cases, every_command_is_in_one_group);
    tcase_add_test(cases, a_line_begins_with_a_command);
}

SUITE_MAIN("session command", add_cases)
