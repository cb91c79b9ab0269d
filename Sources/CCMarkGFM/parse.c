// The one place that drives cmark-gfm. Its traps: every cmark_parser_finish fills and clears a table of special
// characters that all threads share; undefined footnote references end as text and unused definitions vanish; labels
// of footnotes have no public call.
#include "parse.h"

#include <cmark-gfm-core-extensions.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cmark-gfm/map.h"
#include "cmark-gfm/parser.h"

enum {
  EXTENSION_COUNT = 5,
  // Labels longer than this are no slips of the pen.
  LONGEST_LABEL = 200,
};

static const char *const extension_names[EXTENSION_COUNT] = {"table", "strikethrough", "autolink", "tagfilter",
                                                             "tasklist"};
static cmark_syntax_extension *extensions[EXTENSION_COUNT];
static pthread_once_t registration = PTHREAD_ONCE_INIT;
static pthread_mutex_t finishing = PTHREAD_MUTEX_INITIALIZER;

static void register_extensions(void) {
  cmark_gfm_core_extensions_ensure_registered();
  for (int i = 0; i < EXTENSION_COUNT; i++) extensions[i] = cmark_find_syntax_extension(extension_names[i]);
}

bool collate_is_task_list(const cmark_syntax_extension *extension) {
  return extension != NULL && extension == extensions[EXTENSION_COUNT - 1];
}

// The node after this one in the order of the source, without recursion.
static cmark_node *following(cmark_node *node) {
  if (node->first_child != NULL) return node->first_child;
  while (node != NULL && node->next == NULL) node = node->parent;
  return node == NULL ? NULL : node->next;
}

// Lists the definitions while they still stand where they were written.
static void collect_definitions(collate_markdown *document, cmark_node *root) {
  cmark_mem *memory = collate_arena_allocator();
  size_t capacity = 0;
  for (cmark_node *node = root; node != NULL; node = following(node)) {
    if (node->type != CMARK_NODE_FOOTNOTE_DEFINITION) continue;
    if (document->definition_count == capacity) {
      capacity = capacity == 0 ? 16 : capacity * 2;
      document->definitions = memory->realloc(document->definitions, capacity * sizeof(collate_definition));
    }
    cmark_chunk label = node->as.literal;
    unsigned char *key = normalize_map_label(memory, &label);
    document->definitions[document->definition_count++] = (collate_definition){
        .node = node,
        .label = {label.data, (size_t)label.len},
        .key = {key, key == NULL ? 0 : strlen((const char *)key)},
        .line = node->start_line,
    };
  }
}

// Defines a label for cmark, so that a reference to it is kept as one instead of becoming text.
static void define(cmark_node *root, const uint8_t *label, size_t count) {
  cmark_mem *memory = collate_arena_allocator();
  cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_FOOTNOTE_DEFINITION, memory);
  node->as.literal = (cmark_chunk){memory->calloc(count + 1, 1), (bufsize_t)count, 1};
  memcpy(node->as.literal.data, label, count);
  cmark_node_append_child(root, node);
}

// Defines every label that is spelled `[^label]` anywhere. Later definitions of a label count for nothing, so that
// only references without a definition of their own end at these; whether they are references at all, cmark knows.
static void define_spelled_labels(cmark_node *root, const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i + 2 < count; i++) {
    if (bytes[i] != '[' || bytes[i + 1] != '^') continue;
    size_t start = i + 2, nested = 0;
    bool is_first = true;
    for (size_t j = start; j < count && j - start <= LONGEST_LABEL && bytes[j] != '\n'; j++) {
      if (bytes[j] == '\\') {
        j++;
      } else if (bytes[j] == '[') {
        nested++;
      } else if (bytes[j] == ']') {
        // Both the nearest bracket and the one that balances may end the label.
        if (j > start && (is_first || nested == 0)) define(root, bytes + start, j - start);
        is_first = false;
        if (nested == 0) break;
        nested--;
      }
    }
  }
}

static void parse(collate_markdown *document, const uint8_t *bytes, size_t count) {
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, collate_arena_allocator());
  document->parser = parser;
  for (int i = 0; i < EXTENSION_COUNT; i++) {
    if (extensions[i] != NULL) cmark_parser_attach_syntax_extension(parser, extensions[i]);
  }
  cmark_parser_feed(parser, (const char *)bytes, count);
  // The last line is only looked at once it has ended.
  if (count > 0 && bytes[count - 1] != '\n') cmark_parser_feed(parser, "\n", 1);
  collect_definitions(document, parser->root);
  define_spelled_labels(parser->root, bytes, count);
  pthread_mutex_lock(&finishing);
  document->is_locked = true;
  document->root = cmark_parser_finish(parser);
}

collate_markdown *collate_markdown_parse(const uint8_t *bytes, size_t count, collate_limits limits) {
  pthread_once(&registration, register_extensions);
  collate_markdown *document = calloc(1, sizeof *document);
  if (document == NULL) return NULL;
  collate_arena_init(&document->arena, limits.memory, limits.milliseconds);
  collate_arena_use(&document->arena);
  if (setjmp(document->arena.escape) == 0) {
    parse(document, bytes, count);
  } else {
    document->status = document->arena.out_of_time ? COLLATE_OUT_OF_TIME : COLLATE_OUT_OF_MEMORY;
    document->line = document->is_locked || document->parser == NULL ? 0 : document->parser->line_number;
    document->root = NULL;
    document->definition_count = 0;
  }
  if (document->is_locked) pthread_mutex_unlock(&finishing);
  collate_arena_use(NULL);
  if (document->root == NULL) collate_arena_drop(&document->arena);
  return document;
}

void collate_markdown_free(collate_markdown *document) {
  if (document == NULL) return;
  collate_arena_drop(&document->arena);
  free(document);
}
