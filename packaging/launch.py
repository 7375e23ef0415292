"""The frozen program starts here."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a child process that reads photos for training ends here
    from restorer.__main__ import main

    sys.exit(main())
