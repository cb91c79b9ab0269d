// Memory for one parse, dropped whole. When its budget of bytes or time is spent it leaves the parser by longjmp,
// as cmark-gfm survives neither a null allocation nor an interruption.
#ifndef COLLATE_ARENA_H
#define COLLATE_ARENA_H

#include <cmark-gfm.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct collate_chunk collate_chunk;

typedef struct {
  collate_chunk *chunks;
  uint8_t *next, *end;
  // The latest allocation, which may grow in place.
  uint8_t *latest;
  size_t reserved, limit;
  int64_t deadline;
  uint32_t allocations;
  bool out_of_time;
  jmp_buf escape;
} collate_arena;

void collate_arena_init(collate_arena *arena, size_t limit, uint32_t milliseconds);
void collate_arena_drop(collate_arena *arena);

// Makes an arena the one that this thread's allocations come from; NULL: none.
void collate_arena_use(collate_arena *arena);

// The allocator to hand to cmark. It may only be used while the thread uses an arena whose `escape` is set.
cmark_mem *collate_arena_allocator(void);

#endif
