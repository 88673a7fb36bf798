package org.dffmpeg.client.cli.command;

import java.util.Objects;
import org.dffmpeg.common.id.JobId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The job a command is about. */
final class JobArgument {
  @Parameters(paramLabel = "ID", converter = Converter.class, description = "The job's id.")
  private @Nullable JobId id;

  JobId id() {
    return Objects.requireNonNull(id, "picocli sets it: it is required");
  }

  /** 26 characters in upper case (PROTOCOL 2). */
  static final class Converter implements ITypeConverter<JobId> {
    @Override
    public JobId convert(String text) {
      try {
        return new JobId(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'" + text + "' is not a job id (26 characters, as 'job list' shows them)");
      }
    }
  }
}
