#ifndef COLLATE_CCMARKGFM_H
#define COLLATE_CCMARKGFM_H
#include <cmark-gfm.h>
#endif
