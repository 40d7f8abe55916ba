/* What a session has to say. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "session/state.h"

void session_say(struct session *session, const char *format, ...)
{
    char message[FAILURE_MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    session_set_message(session, message);
}

void session_tell(struct session *session, const char *format, ...)
{
    char message[MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    session_tell_text(session, message);
}

void session_set_whole_message(struct session *session, const char *message)
{
    session_set_message(session, message);
    session->message_whole = session->display.screen;
}

void session_tell_text(struct session *session, const char *text)
{
    session_set_whole_message(session, text);
    if (session->display.screen)
        return;
    text_append_inert(&session->told, text, strlen(text), false);
    text_append(&session->told, "\n");
}

const char *session_line(const struct session *session)
{
    return text_string(&session->line);
}

const char *session_told(const struct session *session)
{
    return text_string(&session->told);
}

void session_set_message(struct session *session, const char *message)
{
    size_t length = strlen(message);
    size_t used = 0;
    for (size_t at = 0; at < length;) {
        char form[INERT_LONGEST];
        size_t width;
        at += inert_character(message + at, length - at, false, form, &width);
        if (used + strlen(form) >= sizeof session->message)
            break;
        memcpy(session->message + used, form, strlen(form));
        used += strlen(form);
    }
    session->message[used] = '\0';
    session->message_whole = false;
}

const char *session_message(const struct session *session)
{
    return session->message;
}
