#ifndef COLLATE_PARSE_H
#define COLLATE_PARSE_H

#include "CCMarkGFM.h"
#include "arena.h"
#include "cmark-gfm/node.h"

struct collate_markdown {
  collate_arena arena;
  cmark_parser *parser;
  cmark_node *root;
  collate_definition *definitions;
  size_t definition_count;
  collate_status status;
  int32_t line;
  bool is_locked;
};

bool collate_is_task_list(const cmark_syntax_extension *extension);

#endif
