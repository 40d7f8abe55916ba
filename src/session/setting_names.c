/* What the values of settings are called in commands. */
#include "session/setting_names.h"

const char *const setting_aspects[ASPECT_COUNT] = {
#define ASPECT(name, meaning) #name,
#include "view/aspects.def"
#undef ASPECT
};

const char *const setting_backgrounds[BACKGROUND_COUNT] = {
#define BACKGROUND(name, meaning) #name,
#include "view/backgrounds.def"
#undef BACKGROUND
};

const char *const setting_curves[ERRORS_COUNT] = {
    [ERRORS_OFF] = "off", [ERRORS_ONE] = "one", [ERRORS_ALL] = "all"
};

const char *const setting_scale_forms[SCALE_FORM_COUNT] = {
#define SCALE_FORM(name, meaning) #name,
#include "view/scale_forms.def"
#undef SCALE_FORM
};
