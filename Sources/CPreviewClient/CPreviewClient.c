#include "CPreviewClient.h"

// `#embed` is of C23, and every compiler that builds this package knows it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char script[] = {
#embed "files/client.js"
};
static const unsigned char style[] = {
#embed "files/client.css"
};

static const collate_client_file_t files[] = {
    {"client.js", script, sizeof(script)},
    {"client.css", style, sizeof(style)},
};

size_t collate_client_file_count(void) { return sizeof(files) / sizeof(files[0]); }

collate_client_file_t collate_client_file(size_t index) {
  if (index < collate_client_file_count()) return files[index];
  return (collate_client_file_t){NULL, NULL, 0};
}
