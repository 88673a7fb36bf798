package org.dffmpeg.client.cli.run;

/**
 * How a command ends. {@code submit}, {@code job attach} and the proxy end with ffmpeg's own code
 * instead, once the job has one. The table in docs/cli.md is made of these.
 */
public enum ExitCode {
  OK(0, "done"),
  ERROR(1, "the coordinator cannot be reached, the settings are wrong, or anything unforeseen"),
  USAGE(2, "the command line is wrong"),
  NOT_FOUND(3, "no such job, worker or identity"),
  REFUSED(
      4, "the coordinator refused: key, clock, role, address or request; or --strict-paths did"),
  CANCELED(130, "the job was canceled"),
  READER_GONE(141, "nobody reads stdout any more; a job that was followed here was canceled");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
