package org.dffmpeg.worker.capability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * By what a file is told from the one that was there before: where the links lead, which inode, how
 * long, how old. Immutable.
 */
record FileMark(String file, String key, long size, FileTime modified) {
  private static final FileTime NEVER = FileTime.fromMillis(0);

  /** Reads no content; a file that is not there has a mark too. */
  static FileMark of(Path path) {
    try {
      Path file = path.toRealPath();
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileMark(
          file.toString(),
          String.valueOf(attributes.fileKey()),
          attributes.size(),
          attributes.lastModifiedTime());
    } catch (IOException e) {
      return new FileMark(path.toString(), "", 0, NEVER);
    }
  }
}
