#include "CBundledTheme.h"
