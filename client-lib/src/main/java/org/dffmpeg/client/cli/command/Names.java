package org.dffmpeg.client.cli.command;

import java.util.function.Function;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.WorkerId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Arguments that name identities and workers. */
final class Names {
  private Names() {}

  /** An identity. */
  static final class OfIdentity implements ITypeConverter<ClientId> {
    @Override
    public ClientId convert(String text) {
      return valid(text, ClientId::new);
    }
  }

  /** A worker. */
  static final class OfWorker implements ITypeConverter<WorkerId> {
    @Override
    public WorkerId convert(String text) {
      return valid(text, WorkerId::new);
    }
  }

  private static <T> T valid(String text, Function<String, T> type) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
