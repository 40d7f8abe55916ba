/* How keys are called. */
#ifndef STEEPEST_SESSION_KEY_NAMES_H
#define STEEPEST_SESSION_KEY_NAMES_H

/* Names of keys that are no characters. Control keys are `^A` to `^_`, and `^@`. */
#define KEY_NAME_BACK_TAB "<BackTab>"
#define KEY_NAME_BACKSPACE "<Backspace>"
#define KEY_NAME_DELETE "<Delete>"
#define KEY_NAME_DOWN "<Down>"
#define KEY_NAME_END "<End>"
#define KEY_NAME_ENTER "<Enter>"
#define KEY_NAME_ESCAPE "<Esc>"
#define KEY_NAME_HOME "<Home>"
#define KEY_NAME_LEFT "<Left>"
#define KEY_NAME_PAGE_DOWN "<PageDown>"
#define KEY_NAME_PAGE_UP "<PageUp>"
#define KEY_NAME_RIGHT "<Right>"
#define KEY_NAME_SPACE "<Space>"
#define KEY_NAME_TAB "<Tab>"
#define KEY_NAME_UP "<Up>"

#endif
