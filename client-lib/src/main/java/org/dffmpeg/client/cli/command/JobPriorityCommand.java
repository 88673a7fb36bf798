package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.JobOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Moves a waiting job in the queue. */
@Command(
    name = "priority",
    description = "Changes priority or class of a job that still waits.",
    mixinStandardHelpOptions = true)
final class JobPriorityCommand implements Action {
  private static final int HIGHEST = JobOptions.HIGHEST_PRIORITY;

  @Spec private @Nullable CommandSpec spec;

  @Mixin final JobArgument job = new JobArgument();

  @Option(
      names = "--priority",
      paramLabel = "N",
      description = "The new priority, from -100 to 100; the greater one first.")
  private @Nullable Integer priority;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      converter = Words.OfClass.class,
      description = "The new class: probe, live, normal or batch.")
  private @Nullable JobClass jobClass;

  @Override
  public int run(Session session) {
    check();
    if (jobClass != null) {
      session.client().setClass(job.id(), jobClass);
    }
    if (priority != null) {
      session.client().setPriority(job.id(), priority);
    }
    session.output().confirm(CommandAnswer.OK, "moved " + job.id());
    return ExitCode.OK.code();
  }

  private void check() {
    if (priority == null && jobClass == null) {
      throw wrong("give a --priority, a --class, or both");
    }
    if (priority != null && Math.abs(priority) > HIGHEST) {
      throw wrong("priority from -100 to 100: " + priority);
    }
  }

  private RuntimeException wrong(String message) {
    return spec == null
        ? new IllegalStateException(message)
        : new ParameterException(spec.commandLine(), message);
  }
}
