package org.dffmpeg.common.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the coordinators of one service are, any of which serves (PROTOCOL 4); at least one.
 * Immutable.
 *
 * @param addresses in the order in which they are tried
 * @param caFile the certificates to trust instead of the JDK's, for all of them
 */
public record Coordinators(List<CoordinatorAddress> addresses, Optional<Path> caFile) {
  private static final String VARIABLE = "DFFMPEG_COORDINATOR_URL";
  private static final String ONE = "coordinator";
  private static final String SEVERAL = "coordinators";
  private static final Pattern COMMA = Pattern.compile(",");

  /** Copies. */
  public Coordinators {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("at least one coordinator is needed");
    }
  }

  /**
   * Reads URLs with commas between them.
   *
   * @throws IllegalArgumentException naming what is no URL
   */
  public static List<CoordinatorAddress> ofUrls(String urls) {
    return COMMA.splitAsStream(urls).map(CoordinatorAddress::ofUrl).toList();
  }

  /**
   * Reads the section {@code coordinator} or the list {@code coordinators}, not both; {@code
   * DFFMPEG_COORDINATOR_URL}, one URL or several, beats either, but for {@code coordinator.ca_file}
   * (PROTOCOL 18). What is wrong is noted in the reader.
   */
  public static Coordinators read(SettingsReader settings) {
    SettingsReader section = settings.section(ONE);
    CoordinatorAddress one = CoordinatorAddress.read(section);
    Optional<Path> caFile = caFile(section);
    List<CoordinatorAddress> inFile = settings.has(SEVERAL) ? listed(settings) : List.of(one);
    if (settings.has(SEVERAL) && CoordinatorAddress.isGivenIn(section)) {
      settings.problem(
          SEVERAL, "expected without coordinator.scheme, .host, .port and .path_base beside it");
    }
    List<CoordinatorAddress> inEnvironment =
        settings.variable(VARIABLE).map(urls -> ofVariable(settings, urls)).orElse(List.of());
    return new Coordinators(
        Stream.of(inEnvironment, inFile, List.of(one))
            .filter(addresses -> !addresses.isEmpty())
            .findFirst()
            .orElseThrow(),
        caFile);
  }

  private static Optional<Path> caFile(SettingsReader section) {
    Optional<Path> caFile = section.path("ca_file");
    if (caFile.isPresent() && !Files.isReadable(caFile.get())) {
      section.problem("ca_file", "cannot be read: " + caFile.get());
    }
    return caFile;
  }

  private static List<CoordinatorAddress> listed(SettingsReader settings) {
    List<CoordinatorAddress> addresses = new ArrayList<>();
    List<String> urls = settings.texts(SEVERAL, List.of());
    if (urls.isEmpty()) {
      settings.problem(SEVERAL, "expected at least one URL");
    }
    for (String url : urls) {
      try {
        addresses.add(CoordinatorAddress.ofUrl(url));
      } catch (IllegalArgumentException e) {
        settings.problem(SEVERAL, expectedUrl("not '" + url + "'"));
      }
    }
    return addresses;
  }

  private static List<CoordinatorAddress> ofVariable(SettingsReader settings, String urls) {
    try {
      return ofUrls(urls);
    } catch (IllegalArgumentException e) {
      settings.variableProblem(VARIABLE, expectedUrl("not '" + urls + "'"));
      return List.of();
    }
  }

  private static String expectedUrl(String found) {
    return "expected http[s]://host[:port][/path], " + found;
  }

  /** The URLs with commas between them. */
  @Override
  public String toString() {
    return String.join(", ", addresses.stream().map(CoordinatorAddress::baseUrl).toList());
  }
}
