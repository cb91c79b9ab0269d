// Reads cmark-gfm's nodes without its getters, which allocate where a text is not ended by NUL.
#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>
#include <string.h>

#include "cmark-gfm/houdini.h"
#include "parse.h"

extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

collate_status collate_markdown_status(const collate_markdown *document) { return document->status; }

int32_t collate_markdown_line(const collate_markdown *document) { return document->line; }

const collate_node *collate_markdown_root(const collate_markdown *document) { return document->root; }

const collate_definition *collate_markdown_definitions(const collate_markdown *document, size_t *count) {
  *count = document->definition_count;
  return document->definitions;
}

const collate_node *collate_node_first_child(const collate_node *node) { return node->first_child; }
const collate_node *collate_node_next(const collate_node *node) { return node->next; }
const collate_node *collate_node_parent(const collate_node *node) { return node->parent; }

static collate_text text(cmark_chunk chunk) {
  return (collate_text){chunk.data, chunk.data == NULL || chunk.len < 0 ? 0 : (size_t)chunk.len};
}

static collate_kind block_kind(const cmark_node *node) {
  switch (node->type) {
    case CMARK_NODE_BLOCK_QUOTE: return COLLATE_BLOCK_QUOTE;
    case CMARK_NODE_LIST: return COLLATE_LIST;
    case CMARK_NODE_ITEM: return collate_is_task_list(node->extension) ? COLLATE_TASK_ITEM : COLLATE_ITEM;
    case CMARK_NODE_CODE_BLOCK: return COLLATE_CODE_BLOCK;
    case CMARK_NODE_HTML_BLOCK: return COLLATE_HTML_BLOCK;
    case CMARK_NODE_PARAGRAPH: return COLLATE_PARAGRAPH;
    case CMARK_NODE_HEADING: return COLLATE_HEADING;
    case CMARK_NODE_THEMATIC_BREAK: return COLLATE_THEMATIC_BREAK;
    case CMARK_NODE_FOOTNOTE_DEFINITION: return COLLATE_FOOTNOTE_DEFINITION;
    default: break;
  }
  if (node->type == CMARK_NODE_TABLE) return COLLATE_TABLE;
  if (node->type == CMARK_NODE_TABLE_CELL) return COLLATE_TABLE_CELL;
  if (node->type != CMARK_NODE_TABLE_ROW) return COLLATE_OTHER;
  return cmark_gfm_extensions_get_table_row_is_header((cmark_node *)node) ? COLLATE_TABLE_HEADER : COLLATE_TABLE_ROW;
}

static collate_kind inline_kind(const cmark_node *node) {
  switch (node->type) {
    case CMARK_NODE_TEXT: return COLLATE_TEXT;
    case CMARK_NODE_SOFTBREAK: return COLLATE_SOFT_BREAK;
    case CMARK_NODE_LINEBREAK: return COLLATE_LINE_BREAK;
    case CMARK_NODE_CODE: return COLLATE_CODE;
    case CMARK_NODE_HTML_INLINE: return COLLATE_HTML_INLINE;
    case CMARK_NODE_EMPH: return COLLATE_EMPHASIS;
    case CMARK_NODE_STRONG: return COLLATE_STRONG;
    case CMARK_NODE_LINK: return COLLATE_LINK;
    case CMARK_NODE_IMAGE: return COLLATE_IMAGE;
    case CMARK_NODE_FOOTNOTE_REFERENCE: return COLLATE_FOOTNOTE_REFERENCE;
    default: return node->type == CMARK_NODE_STRIKETHROUGH ? COLLATE_STRIKETHROUGH : COLLATE_OTHER;
  }
}

static void read_reference(const cmark_node *node, collate_node_record *record) {
  const cmark_node *definition = node->parent_footnote_def;
  record->definition = definition;
  if (definition == NULL) return;
  record->literal = text(definition->as.literal);
  // What parse.c defines in a missing definition's place stands on no line.
  record->is_undefined = definition->start_line == 0;
}

static void read_list(const cmark_node *node, collate_node_record *record) {
  record->ordered = node->as.list.list_type == CMARK_ORDERED_LIST;
  record->number = node->as.list.start;
  record->tight = node->as.list.tight;
}

static void read_content(const cmark_node *node, collate_node_record *record) {
  switch (record->kind) {
    case COLLATE_LIST: read_list(node, record); break;
    case COLLATE_TASK_ITEM: record->checked = node->as.list.checked; break;
    case COLLATE_CODE_BLOCK:
      record->literal = text(node->as.code.literal);
      record->destination = text(node->as.code.info);
      record->fenced = node->as.code.fenced;
      break;
    case COLLATE_HEADING: record->number = node->as.heading.level; break;
    case COLLATE_TABLE:
      record->alignments = cmark_gfm_extensions_get_table_alignments((cmark_node *)node);
      record->column_count = cmark_gfm_extensions_get_table_columns((cmark_node *)node);
      break;
    case COLLATE_HTML_BLOCK:
    case COLLATE_TEXT:
    case COLLATE_CODE:
    case COLLATE_HTML_INLINE:
    case COLLATE_FOOTNOTE_DEFINITION: record->literal = text(node->as.literal); break;
    case COLLATE_LINK:
    case COLLATE_IMAGE:
      record->destination = text(node->as.link.url);
      record->title = text(node->as.link.title);
      break;
    case COLLATE_FOOTNOTE_REFERENCE: read_reference(node, record); break;
    default: break;
  }
}

collate_node_record collate_node_read(const collate_node *node) {
  collate_node_record record = {
      .start_line = node->start_line,
      .start_column = node->start_column,
      .end_line = node->end_line,
      .end_column = node->end_column,
  };
  bool is_inline = (node->type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
  record.kind = is_inline ? inline_kind(node) : block_kind(node);
  read_content(node, &record);
  return record;
}

size_t collate_entity(const uint8_t *bytes, size_t count, uint8_t result[8], size_t *result_count) {
  // The longest name has 31 letters; a longer look would only cost time.
  bufsize_t length = count > 40 ? 40 : (bufsize_t)count;
  cmark_strbuf buffer;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
  bufsize_t taken = houdini_unescape_ent(&buffer, bytes, length);
  *result_count = buffer.size > 8 ? 8 : (size_t)buffer.size;
  memcpy(result, buffer.ptr, *result_count);
  cmark_strbuf_free(&buffer);
  return taken < 0 ? 0 : (size_t)taken;
}
