package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.run.Action;

/** The command that names a program: it knows what was said for all of them. */
public interface Root extends Action {
  /** What every command takes. */
  GlobalOptions options();
}
