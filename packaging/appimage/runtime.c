/* The head of the AppImage (type 2): a program whose file goes on with a squashfs image of the AppDir.

   It mounts the image by FUSE and starts AppRun in it; where there is no FUSE, it unpacks the image into a
   temporary folder instead and removes that afterwards. Linked statically, it needs nothing of the system.
   packaging/appimage.py compiles it and puts the image behind it. */

#define _GNU_SOURCE
#define FUSE_USE_VERSION 30

#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <squashfuse/squashfuse.h>
#include <squashfuse/ll.h>

#define CHUNK (1 << 20)

static const char USAGE[] =
    "--appimage-extract   unpack into the folder squashfs-root\n"
    "--appimage-mount     mount, say where, and wait for Ctrl+C\n"
    "--appimage-offset    say at which byte the image begins\n"
    "--appimage-help      say this\n"
    "APPIMAGE_EXTRACT_AND_RUN=1 in the environment: unpack and run, without FUSE\n";

static char self[PATH_MAX];

static void die(const char *what) {
    fprintf(stderr, "AppImage: %s: %s\n", what, strerror(errno));
    exit(127);
}

/* Where the program ends and the image begins: the table of sections is the last thing in an ELF file. */
static size_t image_offset(void) {
    Elf64_Ehdr head;
    int fd = open(self, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || pread(fd, &head, sizeof head, 0) != sizeof head) die(self);
    close(fd);
    return head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
}

/* --- unpacking ------------------------------------------------------------------------------------------ */

static int write_file(sqfs *fs, sqfs_inode *inode, const char *path) {
    static char buffer[CHUNK];
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, inode->base.mode & 0777);
    sqfs_off_t at = 0;
    if (fd < 0) return -1;
    for (;;) {
        sqfs_off_t size = sizeof buffer;
        if (sqfs_read_range(fs, inode, at, &size, buffer)) goto failed;
        if (size == 0) break;
        for (sqfs_off_t done = 0; done < size;) {
            ssize_t now = write(fd, buffer + done, (size_t)(size - done));
            if (now < 0) goto failed;
            done += now;
        }
        at += size;
    }
    return close(fd);
failed:
    close(fd);
    return -1;
}

static int write_link(sqfs *fs, sqfs_inode *inode, const char *path) {
    char target[PATH_MAX];
    size_t size = sizeof target;
    return sqfs_readlink(fs, inode, target, &size) ? -1 : symlink(target, path);
}

static void unpack(const char *folder) {
    sqfs fs;
    sqfs_traverse walk;
    sqfs_err err = SQFS_OK;
    char path[2 * PATH_MAX];
    if (sqfs_open_image(&fs, self, image_offset())) die("the image is damaged");
    if (sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs))) die("the image is damaged");
    while (sqfs_traverse_next(&walk, &err)) {
        sqfs_inode inode;
        if (walk.dir_end) continue;
        snprintf(path, sizeof path, "%s/%s", folder, walk.path);
        if (sqfs_inode_get(&fs, &inode, walk.entry.inode)) die(path);
        int failed = S_ISDIR(inode.base.mode)   ? mkdir(path, 0755)
                     : S_ISLNK(inode.base.mode) ? write_link(&fs, &inode, path)
                                                : write_file(&fs, &inode, path);
        if (failed) die(path);
    }
    if (err) die("the image is damaged");
    sqfs_traverse_close(&walk);
    sqfs_fd_close(fs.fd);
    sqfs_destroy(&fs);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *walk) {
    (void)st, (void)kind, (void)walk;
    return remove(path);
}

/* --- mounting ------------------------------------------------------------------------------------------- */

struct watch {
    int alive;
    struct fuse_session *session;
    const char *folder;
};

/* The other end of the pipe is held by the program in the image; when the last of its processes is gone, so is
   the need for the mount. */
static void *unmount_when_unused(void *given) {
    struct watch *watch = given;
    char byte;
    while (read(watch->alive, &byte, 1) < 0 && errno == EINTR) {}
    fuse_session_exit(watch->session);
    struct stat st;
    char wake[PATH_MAX + 8];
    snprintf(wake, sizeof wake, "%s/.wake", watch->folder);
    stat(wake, &st); /* the session looks at the wish to end when it is asked for something */
    return NULL;
}

/* In a child: serve the image until it is not needed any more. Says through `ready` whether it is mounted. */
static void serve(const char *folder, int ready, int alive) {
    struct fuse_lowlevel_ops ops = {
        .getattr = sqfs_ll_op_getattr, .opendir = sqfs_ll_op_opendir, .releasedir = sqfs_ll_op_releasedir,
        .readdir = sqfs_ll_op_readdir, .lookup = sqfs_ll_op_lookup, .open = sqfs_ll_op_open,
        .release = sqfs_ll_op_release, .read = sqfs_ll_op_read, .readlink = sqfs_ll_op_readlink,
        .forget = sqfs_ll_op_forget, .statfs = stfs_ll_op_statfs,
    };
    static char name[] = "restorer", option[] = "-o", options[] = "ro,subtype=AppImage";
    char *words[] = {name, option, options, NULL};
    struct fuse_args args = FUSE_ARGS_INIT(3, words);
    sqfs_ll ll;
    sqfs_ll_chan channel;
    pthread_t watcher;
    memset(&ll, 0, sizeof ll);
    setsid();
    int quiet = open("/dev/null", O_WRONLY | O_CLOEXEC);
    int loud = dup(2);
    dup2(quiet, 2); /* that there is no FUSE is no news to anybody: the image is unpacked then */
    if (sqfs_open_image(&ll.fs, self, image_offset()) || sqfs_ll_init(&ll)) _exit(1);
    if (sqfs_ll_mount(&channel, folder, &args, &ops, sizeof ops, &ll)) _exit(1);
    dup2(loud, 2);
    close(loud);
    struct watch watch = {alive, channel.session, folder};
    if (pthread_create(&watcher, NULL, unmount_when_unused, &watch)) _exit(1);
    if (write(ready, "m", 1) != 1) _exit(1);
    close(ready);
    fuse_session_loop(channel.session);
    sqfs_ll_unmount(&channel, folder);
    rmdir(folder);
    _exit(0);
}

/* Mount into `folder`; returns whether that worked. What stays open in this process keeps the mount alive. */
static int mount_image(const char *folder) {
    int ready[2], alive[2];
    char byte;
    if (pipe(ready) || pipe(alive)) die("pipe");
    pid_t child = fork();
    if (child < 0) die("fork");
    if (child == 0) {
        close(ready[0]);
        close(alive[1]);
        serve(folder, ready[1], alive[0]);
    }
    close(ready[1]);
    close(alive[0]);
    int mounted = read(ready[0], &byte, 1) == 1;
    close(ready[0]);
    if (!mounted) {
        close(alive[1]);
        waitpid(child, NULL, 0);
    }
    return mounted;
}

/* --- starting ------------------------------------------------------------------------------------------- */

static int start(const char *folder, char **words) {
    char program[PATH_MAX + 16];
    snprintf(program, sizeof program, "%s/AppRun", folder);
    setenv("APPIMAGE", self, 1);
    setenv("APPDIR", folder, 1);
    if (!getenv("ARGV0")) setenv("ARGV0", words[0], 1);
    execv(program, words);
    return 127;
}

static int unpack_and_start(const char *folder, char **words) {
    unpack(folder);
    pid_t child = fork();
    if (child < 0) die("fork");
    if (child == 0) _exit(start(folder, words));
    signal(SIGINT, SIG_IGN); /* meant for the program; this one still has to tidy up */
    signal(SIGTERM, SIG_IGN);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    nftw(folder, remove_one, 32, FTW_DEPTH | FTW_PHYS);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int count, char **words) {
    const char *asked = count > 1 ? words[1] : "";
    const char *temporary = getenv("TMPDIR");
    char folder[PATH_MAX];
    if (!realpath("/proc/self/exe", self)) die("/proc/self/exe");
    if (!strcmp(asked, "--appimage-help")) return fputs(USAGE, stdout) < 0;
    if (!strcmp(asked, "--appimage-offset")) return printf("%zu\n", image_offset()) < 0;
    if (!strcmp(asked, "--appimage-extract")) {
        if (mkdir("squashfs-root", 0755)) die("squashfs-root");
        unpack("squashfs-root");
        return 0;
    }
    snprintf(folder, sizeof folder, "%s/.mount_restorerXXXXXX", temporary && *temporary ? temporary : "/tmp");
    if (!mkdtemp(folder)) die(folder);
    int mounted = !getenv("APPIMAGE_EXTRACT_AND_RUN") && mount_image(folder);
    if (!strcmp(asked, "--appimage-mount")) {
        if (!mounted) return rmdir(folder), fputs("AppImage: there is no FUSE here.\n", stderr), 127;
        puts(folder);
        fflush(stdout);
        pause();
    }
    return mounted ? start(folder, words) : unpack_and_start(folder, words);
}
