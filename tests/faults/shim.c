/* Loaded into a server with LD_PRELOAD: slow fsync and a wrong clock, switched from outside while it runs.
 * The switches are 64-bit numbers at the beginning of the file that FAULTS_SWITCHES names, mapped by both sides:
 * how long each fsync takes longer (microseconds), and how far the wall clock is ahead (milliseconds). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

struct switches {
    volatile int64_t fsync_us;
    volatile int64_t clock_ms;
};

static struct switches off;
static struct switches *now = &off;

__attribute__((constructor)) static void map_switches(void) {
    const char *path = getenv("FAULTS_SWITCHES");
    int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0) return;
    void *found = mmap(NULL, sizeof(struct switches), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (found != MAP_FAILED) now = found;
    close(file);
}

static void rest(void) {
    int64_t us = now->fsync_us;
    struct timespec left = {us / 1000000, us % 1000000 * 1000};
    if (us > 0) nanosleep(&left, NULL);
}

int fsync(int file) {
    rest();
    return (int)syscall(SYS_fsync, file);
}

int fdatasync(int file) {
    rest();
    return (int)syscall(SYS_fdatasync, file);
}

int clock_gettime(clockid_t clock, struct timespec *out) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int answer = real ? real(clock, out) : (int)syscall(SYS_clock_gettime, clock, out);
    if (answer == 0 && clock == CLOCK_REALTIME && now->clock_ms) {
        int64_t ns = out->tv_nsec + now->clock_ms % 1000 * 1000000;
        out->tv_sec += now->clock_ms / 1000 + ns / 1000000000 - (ns < 0);
        out->tv_nsec = (ns % 1000000000 + 1000000000) % 1000000000;
    }
    return answer;
}

int gettimeofday(struct timeval *restrict out, void *restrict zone) {
    struct timespec found;
    (void)zone;
    int answer = clock_gettime(CLOCK_REALTIME, &found);
    out->tv_sec = found.tv_sec;
    out->tv_usec = found.tv_nsec / 1000;
    return answer;
}

time_t time(time_t *out) {
    struct timespec found;
    clock_gettime(CLOCK_REALTIME, &found);
    if (out) *out = found.tv_sec;
    return found.tv_sec;
}
