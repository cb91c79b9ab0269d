#include "CBundledTheme.h"

// `#embed` is of C23, and every compiler that builds this package knows it.
#pragma clang diagnostic ignored "-Wc23-extensions"
// Written by Scripts/list-theme; a test compares it with the folder.
#include "ThemeFiles.inc"

size_t collate_theme_file_count(void) { return sizeof(files) / sizeof(files[0]); }

collate_theme_file_t collate_theme_file(size_t index) {
  if (index < collate_theme_file_count()) return files[index];
  return (collate_theme_file_t){NULL, NULL, 0};
}
