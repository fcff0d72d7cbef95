"""Files and folders: the themes File and Folder, and System Documents."""
