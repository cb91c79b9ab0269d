// Parses Markdown with the system's libcmark-gfm under a budget of memory and time, and hands out its finished tree.
#ifndef COLLATE_CCMARKGFM_H
#define COLLATE_CCMARKGFM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A parsed document: its tree and all the memory behind it.
typedef struct collate_markdown collate_markdown;

// A node of the tree; it lives as long as the document.
typedef struct cmark_node collate_node;

typedef struct {
  // The most bytes that the parser may take.
  size_t memory;
  // The most processor time that the parser may take.
  uint32_t milliseconds;
} collate_limits;

typedef enum {
  COLLATE_PARSED,
  COLLATE_OUT_OF_MEMORY,
  COLLATE_OUT_OF_TIME,
} collate_status;

// Bytes inside the document, not ended by NUL.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} collate_text;

typedef enum {
  COLLATE_OTHER,
  COLLATE_BLOCK_QUOTE,
  COLLATE_LIST,
  COLLATE_ITEM,
  COLLATE_TASK_ITEM,
  COLLATE_CODE_BLOCK,
  COLLATE_HTML_BLOCK,
  COLLATE_PARAGRAPH,
  COLLATE_HEADING,
  COLLATE_THEMATIC_BREAK,
  COLLATE_FOOTNOTE_DEFINITION,
  COLLATE_TABLE,
  COLLATE_TABLE_HEADER,
  COLLATE_TABLE_ROW,
  COLLATE_TABLE_CELL,
  COLLATE_TEXT,
  COLLATE_SOFT_BREAK,
  COLLATE_LINE_BREAK,
  COLLATE_CODE,
  COLLATE_HTML_INLINE,
  COLLATE_EMPHASIS,
  COLLATE_STRONG,
  COLLATE_STRIKETHROUGH,
  COLLATE_LINK,
  COLLATE_IMAGE,
  COLLATE_FOOTNOTE_REFERENCE,
} collate_kind;

// What a node is. Lines and columns count from 1, columns in bytes; an end is inside the node.
typedef struct {
  collate_kind kind;
  int32_t start_line, start_column, end_line, end_column;
  // Text, code, HTML, or a footnote's label.
  collate_text literal;
  // A code block's info string, or the address of a link or image.
  collate_text destination;
  collate_text title;
  // A heading's level, or a list's first number.
  int32_t number;
  bool ordered, tight, checked, fenced;
  // One of `l`, `c`, `r` or 0 for each column of a table.
  const uint8_t *alignments;
  size_t column_count;
  // Of a footnote reference: what it refers to; `is_undefined` where the document has no such definition.
  const collate_node *definition;
  bool is_undefined;
} collate_node_record;

// A footnote definition, in the order of the source.
typedef struct {
  const collate_node *node;
  collate_text label;
  // The label folded as cmark compares it.
  collate_text key;
  int32_t line;
} collate_definition;

// Parses a document. The result is to be freed whatever its status; NULL only when the system has no memory at all.
collate_markdown *collate_markdown_parse(const uint8_t *bytes, size_t count, collate_limits limits);
void collate_markdown_free(collate_markdown *document);

collate_status collate_markdown_status(const collate_markdown *document);
// The line that the parser had reached when it ran out of memory or time; 0 after the last one.
int32_t collate_markdown_line(const collate_markdown *document);
// The root of the tree; NULL unless the status is COLLATE_PARSED.
const collate_node *collate_markdown_root(const collate_markdown *document);
const collate_definition *collate_markdown_definitions(const collate_markdown *document, size_t *count);

// None of these allocates.
collate_node_record collate_node_read(const collate_node *node);
const collate_node *collate_node_first_child(const collate_node *node);
const collate_node *collate_node_next(const collate_node *node);
const collate_node *collate_node_parent(const collate_node *node);

// Decodes the entity after an `&`: how many bytes it takes (0: no entity), its text in `result` (at most 8 bytes).
size_t collate_entity(const uint8_t *bytes, size_t count, uint8_t result[8], size_t *result_count);

#endif
