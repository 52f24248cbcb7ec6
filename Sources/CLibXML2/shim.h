/* Debian's libxml2 is built with ICU, whose headers clash with the ICU in Foundation. Only one
   structure behind a pointer depends on the macro, and nothing here looks into it. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlerror.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlIO.h>
