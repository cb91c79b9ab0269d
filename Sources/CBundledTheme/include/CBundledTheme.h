#ifndef COLLATE_BUNDLED_THEME_H
#define COLLATE_BUNDLED_THEME_H
#include <stddef.h>
#endif
