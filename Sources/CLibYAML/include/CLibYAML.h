#ifndef COLLATE_CLIBYAML_H
#define COLLATE_CLIBYAML_H

#include <yaml.h>

#endif
