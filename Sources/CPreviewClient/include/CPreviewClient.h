#ifndef COLLATE_PREVIEW_CLIENT_H
#define COLLATE_PREVIEW_CLIENT_H

#include <stddef.h>

/// One file that `collate serve` adds to pages, compiled into the program.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} collate_client_file_t;

size_t collate_client_file_count(void);

/// The file at an index below the count; all members are 0 at any other.
collate_client_file_t collate_client_file(size_t index);

#endif
