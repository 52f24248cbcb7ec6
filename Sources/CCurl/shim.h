/* curl_easy_setopt and curl_easy_getinfo take a variable list of arguments, which Swift cannot
   call. Here is one function for each kind of argument. */
#include <curl/curl.h>

typedef size_t (*curl_transfer_function)(char *bytes, size_t size, size_t count, void *context);
typedef int (*curl_record_function)(CURL *handle, curl_infotype kind, char *bytes, size_t size,
                                    void *context);

static inline CURLcode curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_context(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_transfer(CURL *handle, CURLoption option,
                                         curl_transfer_function value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_set_record(CURL *handle, CURLoption option,
                                       curl_record_function value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_get_number(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode curl_get_socket(CURL *handle, curl_socket_t *value) {
  return curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, value);
}
