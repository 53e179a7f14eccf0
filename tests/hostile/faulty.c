/* Makes the disk fail on demand: from the n-th write or sync below a folder on, or at the n-th only.
   Built and preloaded by test_disk.py; armed from Python by way of ctypes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long left = 0;      /* calls until the disk fails; 0 for a sound one */
static int number = 0;     /* the error */
static int forever = 0;    /* whether all calls after it fail too */
static long calls = 0;     /* calls that were counted since arming */
static char root[4096];

void faulty_arm(const char *folder, long after, int error, int stays) {
    strncpy(root, folder, sizeof root - 1);
    left = after; number = error; forever = stays; calls = 0;
}

long faulty_calls(void) { return calls; }

static int fails(int handle) {
    char link[64], path[4096];
    if (!root[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (strncmp(path, root, strlen(root)) != 0) return 0;
    calls++;
    if (left == 0) return 0;
    if (left > 1) { left--; return 0; }
    if (!forever) left = 0;
    errno = number;
    return 1;
}

#define REAL(type, name) static type (*real)() = 0; if (!real) real = (type (*)())dlsym(RTLD_NEXT, name)

ssize_t write(int handle, const void *from, size_t size) {
    REAL(ssize_t, "write");
    return fails(handle) ? -1 : real(handle, from, size);
}
ssize_t pwrite(int handle, const void *from, size_t size, off_t at) {
    REAL(ssize_t, "pwrite");
    return fails(handle) ? -1 : real(handle, from, size, at);
}
ssize_t pwrite64(int handle, const void *from, size_t size, off64_t at) {
    REAL(ssize_t, "pwrite64");
    return fails(handle) ? -1 : real(handle, from, size, at);
}
int fsync(int handle) {
    REAL(int, "fsync");
    return fails(handle) ? -1 : real(handle);
}
int fdatasync(int handle) {
    REAL(int, "fdatasync");
    return fails(handle) ? -1 : real(handle);
}
