package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Follows a job that was submitted earlier or elsewhere, from the start of its kept output. */
@Command(
    name = "attach",
    description = {
      "Follows a job to its end, as if it had been submitted here: prints its output from the start,",
      "ends with its exit code, and ends it on Ctrl-C."
    },
    mixinStandardHelpOptions = true)
final class JobAttachCommand implements Action {
  @Mixin final JobArgument job = new JobArgument();

  @Override
  public int run(Session session) {
    return new Watch(session).attach(job.id());
  }
}
