package org.dffmpeg.common.config;

import java.util.List;

/**
 * The configuration cannot be used. Carries every problem found, one line each, made for the person
 * who wrote the file: {@code file:line: key: what is wrong, expected …}. Never quotes a secret.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> problems;

  public ConfigurationException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
