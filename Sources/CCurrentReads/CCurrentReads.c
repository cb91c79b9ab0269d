#include "CCurrentReads.h"

_Thread_local void *collate_current_reads_place;
