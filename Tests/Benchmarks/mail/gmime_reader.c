/* Reads and decodes all of a Maildir's mails with GMime and counts: what `make bench-mail`
 * compares the product's reader with. Not part of the package.
 *
 * cc -O2 -o gmime-reader gmime_reader.c $(pkg-config --cflags --libs gmime-3.0)
 * Usage: gmime-reader FOLDER
 */

#include <dirent.h>
#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>

static size_t total_bytes, mails, leaves, decoded;

static void take_leaf(GMimeObject *part)
{
	leaves++;
	if (GMIME_IS_TEXT_PART(part) &&
	    !g_mime_part_is_attachment(GMIME_PART(part))) {
		char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
		if (text) {
			decoded += strlen(text);
			g_free(text);
		}
		return;
	}
	GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(part));
	if (!content)
		return;
	GMimeStream *memory = g_mime_stream_mem_new();
	g_mime_data_wrapper_write_to_stream(content, memory);
	decoded += g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory))->len;
	g_object_unref(memory);
}

static void take(GMimeObject *parent, GMimeObject *part, gpointer data)
{
	if (GMIME_IS_MESSAGE_PART(part)) {
		GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
		if (inner)
			g_mime_message_foreach(inner, take, data);
	} else if (GMIME_IS_PART(part)) {
		take_leaf(part);
	}
}

static void take_fields(GMimeMessage *message)
{
	const char *subject = g_mime_message_get_subject(message);
	decoded += subject ? strlen(subject) : 0;
	decoded += internet_address_list_length(g_mime_message_get_from(message));
	decoded += internet_address_list_length(g_mime_message_get_to(message));
	decoded += g_mime_message_get_date(message) != NULL;
	const char *value = g_mime_object_get_header(GMIME_OBJECT(message), "References");
	if (value) {
		GMimeReferences *references = g_mime_references_parse(NULL, value);
		decoded += g_mime_references_length(references);
		g_mime_references_free(references);
	}
}

static void read_mail(const char *path)
{
	gchar *bytes;
	gsize length;
	if (!g_file_get_contents(path, &bytes, &length, NULL))
		return;
	total_bytes += length;
	mails++;
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, length);
	GMimeParser *parser = g_mime_parser_new_with_stream(stream);
	GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
	if (message) {
		take_fields(message);
		g_mime_message_foreach(message, take, NULL);
		g_object_unref(message);
	}
	g_object_unref(parser);
	g_object_unref(stream);
	g_free(bytes);
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fprintf(stderr, "usage: gmime-reader FOLDER\n");
		return 64;
	}
	g_mime_init();
	DIR *folder = opendir(argv[1]);
	if (!folder)
		return 66;
	struct dirent *entry;
	while ((entry = readdir(folder)))
		if (entry->d_name[0] != '.') {
			gchar *path = g_build_filename(argv[1], entry->d_name, NULL);
			read_mail(path);
			g_free(path);
		}
	closedir(folder);
	printf("%zu mails, %zu bytes, %zu parts, %zu decoded\n", mails, total_bytes, leaves, decoded);
	return 0;
}
