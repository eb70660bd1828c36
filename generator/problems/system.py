"""Why the system refuses a file, in Danish: its own words come in another language."""

import errno

_REASONS = {
    errno.EACCES: "du har ikke adgang til at bruge den",
    errno.EPERM: "du har ikke adgang til at bruge den",
    errno.EROFS: "drevet kan kun læses",
    errno.ENOSPC: "der er ikke mere plads på drevet",
    errno.ENOENT: "den findes ikke",
    errno.EISDIR: "det er en mappe",
    errno.ENOTDIR: "en del af stien er en fil",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "genvejene fører i ring",
    errno.EMFILE: "for mange filer er åbne på én gang",
    errno.EFBIG: "filen bliver for stor",
    errno.EDQUOT: "du har ikke mere plads på drevet",
}


def reason(error: OSError) -> str:
    """What stood in the way; of what is rare, the system's own words."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
