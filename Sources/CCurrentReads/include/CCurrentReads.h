// What the current thread records its reads in: Swift has no thread-local variables of its own.
#ifndef COLLATE_CURRENT_READS_H
#define COLLATE_CURRENT_READS_H

extern _Thread_local void *collate_current_reads_place;

static inline void *collate_current_reads(void) { return collate_current_reads_place; }

static inline void collate_set_current_reads(void *reads) { collate_current_reads_place = reads; }

#endif
