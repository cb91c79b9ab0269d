// What the libraries alone cost on the documents of a site: libyaml's events of the front matter, and cmark's parse and HTML of
// the rest, with the arena allocator. Prints the microseconds of processor time of each.
//
//     floors FILE…

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yaml.h>

static const char *const extensions[] = {"table", "strikethrough", "autolink", "tasklist"};

static double microseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static char *read_whole(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*size + 1);
  if (bytes && fread(bytes, 1, *size, file) != *size) *size = 0;
  if (bytes) bytes[*size] = 0;
  fclose(file);
  return bytes;
}

static void count_events(const char *text, size_t size) {
  yaml_parser_t parser;
  yaml_event_t event;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, (const unsigned char *)text, size);
  for (int done = 0; !done;) {
    if (!yaml_parser_parse(&parser, &event)) break;
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

static void render(const char *text, size_t size) {
  cmark_mem *memory = cmark_get_arena_mem_allocator();
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, memory);
  for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
  cmark_parser_feed(parser, text, size);
  cmark_node *root = cmark_parser_finish(parser);
  cmark_render_html_with_mem(root, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser), memory);
  cmark_arena_reset();
}

int main(int count, char **paths) {
  double yaml = 0, markdown = 0;
  cmark_gfm_core_extensions_ensure_registered();
  for (int i = 1; i < count; i++) {
    size_t size = 0;
    char *bytes = read_whole(paths[i], &size);
    char *end = bytes && strncmp(bytes, "---\n", 4) == 0 ? strstr(bytes + 4, "\n---\n") : NULL;
    if (!end) {
      fprintf(stderr, "%s has no front matter\n", paths[i]);
      return 1;
    }
    char *body = end + 5;
    double start = microseconds();
    count_events(bytes + 4, (size_t)(end - bytes) - 3);
    double middle = microseconds();
    render(body, size - (size_t)(body - bytes));
    yaml += middle - start;
    markdown += microseconds() - middle;
    free(bytes);
  }
  printf("libyaml: %.0f\ncmark: %.0f\n", yaml, markdown);
  return 0;
}
