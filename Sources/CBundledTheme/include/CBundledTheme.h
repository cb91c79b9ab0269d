#ifndef COLLATE_BUNDLED_THEME_H
#define COLLATE_BUNDLED_THEME_H

#include <stddef.h>

/// One file of the theme that is compiled into the program.
typedef struct {
  /// Its path below `Templates`.
  const char *name;
  const unsigned char *bytes;
  size_t size;
} collate_theme_file_t;

size_t collate_theme_file_count(void);

/// The file at an index below the count; all members are 0 at any other.
collate_theme_file_t collate_theme_file(size_t index);

#endif
