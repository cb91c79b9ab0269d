#include "arena.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

struct collate_chunk {
  collate_chunk *previous;
};

enum {
  // Every allocation is aligned so, and preceded by as many bytes that hold its size.
  ALIGNMENT = 16,
  FIRST_CHUNK = 64 * 1024,
  LARGEST_CHUNK = 4 * 1024 * 1024,
  // How many allocations go by between two looks at the clock.
  CLOCK_INTERVAL = 256,
};

// cmark's allocator functions are not told whom they serve.
static _Thread_local collate_arena *current;

// The thread's processor time: it never goes back, and a busy machine or a wait for the lock does not use it up.
static int64_t now(void) {
  struct timespec time;
  if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) != 0) return 0;
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void collate_arena_init(collate_arena *arena, size_t limit, uint32_t milliseconds) {
  memset(arena, 0, sizeof *arena);
  arena->limit = limit;
  arena->deadline = now() + milliseconds;
}

void collate_arena_drop(collate_arena *arena) {
  collate_chunk *chunk = arena->chunks;
  while (chunk != NULL) {
    collate_chunk *previous = chunk->previous;
    free(chunk);
    chunk = previous;
  }
  arena->chunks = NULL;
  arena->next = arena->end = arena->latest = NULL;
}

void collate_arena_use(collate_arena *arena) { current = arena; }

static size_t *size_of(void *allocation) { return (size_t *)((uint8_t *)allocation - ALIGNMENT); }

static size_t rounded(size_t size) { return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1); }

static void add_chunk(collate_arena *arena, size_t least) {
  size_t size = arena->reserved < FIRST_CHUNK ? FIRST_CHUNK : arena->reserved;
  if (size > LARGEST_CHUNK) size = LARGEST_CHUNK;
  if (size < least + ALIGNMENT) size = least + ALIGNMENT;
  if (size > arena->limit - arena->reserved) longjmp(arena->escape, 1);
  collate_chunk *chunk = malloc(size);
  if (chunk == NULL) longjmp(arena->escape, 1);
  chunk->previous = arena->chunks;
  arena->chunks = chunk;
  arena->reserved += size;
  arena->next = (uint8_t *)chunk + ALIGNMENT;
  arena->end = (uint8_t *)chunk + size;
}

static void *allocate(size_t size) {
  collate_arena *arena = current;
  if (++arena->allocations % CLOCK_INTERVAL == 0 && now() > arena->deadline) {
    arena->out_of_time = true;
    longjmp(arena->escape, 1);
  }
  if (size > arena->limit) longjmp(arena->escape, 1);
  size_t needed = rounded(size) + ALIGNMENT;
  if (needed > (size_t)(arena->end - arena->next)) add_chunk(arena, needed);
  uint8_t *result = arena->next + ALIGNMENT;
  arena->next += needed;
  arena->latest = result;
  *size_of(result) = size;
  return result;
}

static void *arena_calloc(size_t count, size_t size) {
  size_t total;
  if (__builtin_mul_overflow(count, size, &total)) longjmp(current->escape, 1);
  return memset(allocate(total), 0, total);
}

static void *arena_realloc(void *old, size_t size) {
  if (old == NULL) return allocate(size);
  size_t old_size = *size_of(old);
  if (size <= old_size) return old;
  collate_arena *arena = current;
  if (old == arena->latest && size <= arena->limit && rounded(size) <= (size_t)(arena->end - (uint8_t *)old)) {
    arena->next = (uint8_t *)old + rounded(size);
    *size_of(old) = size;
    return old;
  }
  void *result = allocate(size);
  memcpy(result, old, old_size);
  return result;
}

static void arena_free(void *allocation) { (void)allocation; }

cmark_mem *collate_arena_allocator(void) {
  static cmark_mem allocator = {arena_calloc, arena_realloc, arena_free};
  return &allocator;
}
