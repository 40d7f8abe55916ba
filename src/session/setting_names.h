/* What the values of settings are called in commands. Private to the session. */
#ifndef STEEPEST_SESSION_SETTING_NAMES_H
#define STEEPEST_SESSION_SETTING_NAMES_H

#include "session/settings.h"
#include "view/color_scale.h"
#include "view/palette.h"
#include "view/viewport.h"

extern const char *const setting_aspects[ASPECT_COUNT];
extern const char *const setting_backgrounds[BACKGROUND_COUNT];
extern const char *const setting_curves[ERRORS_COUNT]; /* of the panel of errors */
extern const char *const setting_scale_forms[SCALE_FORM_COUNT];

#endif
