package org.dffmpeg.common.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Settings by key and type. A value that is wrong or missing is noted and a stand-in returned, so
 * that reading goes on; {@link #finish} then throws with all problems together. Each key may also
 * come from the environment, as {@code DFFMPEG_} and the key in capitals, dots as underscores.
 * Confined to the thread that loads. Long, because it is the whole vocabulary of settings; how a
 * text becomes a value is in {@link Kind}.
 */
public final class SettingsReader {
  private final Origin origin;
  private final Section section;
  private final Map<String, SettingsReader> sections = new LinkedHashMap<>();

  SettingsReader(Origin origin, Section section) {
    this.origin = origin;
    this.section = section;
  }

  /** The file that was read, if there is one. */
  public Optional<Path> file() {
    return Optional.ofNullable(origin.file());
  }

  /** The environment that lies over the file. */
  public Optional<String> variable(String name) {
    return origin.variable(name);
  }

  public boolean has(String key) {
    return section.find(key).isPresent();
  }

  /** Whether 'key: value' lines stand below that key. */
  public boolean isSection(String key) {
    return section.find(key).filter(setting -> setting.node() instanceof MappingNode).isPresent();
  }

  public Optional<String> text(String key) {
    return parsed(key, Kind.TEXT);
  }

  public String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  /** A text that must be there. */
  public String requiredText(String key) {
    if (!has(key)) {
      missing(key);
    }
    return text(key, "");
  }

  public Optional<Integer> integer(String key, int least, int most) {
    return parsed(key, Kind.integer(least, most));
  }

  public int integer(String key, int otherwise, int least, int most) {
    return integer(key, least, most).orElse(otherwise);
  }

  public double number(String key, double otherwise, double least, double most) {
    return parsed(key, Kind.number(least, most)).orElse(otherwise);
  }

  public boolean flag(String key, boolean otherwise) {
    return parsed(key, Kind.FLAG).orElse(otherwise);
  }

  /** A number of seconds, fractions allowed. */
  public Duration duration(String key, Duration otherwise, Duration least, Duration most) {
    return parsed(key, Kind.seconds(least, most)).orElse(otherwise);
  }

  /** A number of bytes; K, M, G and T behind it stand for powers of 1024. */
  public long size(String key, long otherwise, long least, long most) {
    return parsed(key, Kind.size(least, most)).orElse(otherwise);
  }

  /** A path; a relative one starts at the directory of the file. */
  public Optional<Path> path(String key) {
    return parsed(key, "a path", text -> origin.directory().resolve(text).normalize());
  }

  /** One of a few words. */
  public String oneOf(String key, String otherwise, List<String> words) {
    return parsed(key, Kind.oneOf(words)).orElse(otherwise);
  }

  /**
   * Any other type.
   *
   * @param expected what a right value looks like, for the message
   * @param parser throws IllegalArgumentException for a text that is none; its message is not shown
   */
  public <T> Optional<T> parsed(String key, String expected, Function<String, T> parser) {
    return parsed(key, new Kind<>(expected, parser));
  }

  private <T> Optional<T> parsed(String key, Kind<T> kind) {
    Setting setting = section.find(key).orElse(null);
    if (setting == null) {
      return Optional.empty();
    }
    Optional<String> text = setting.scalar();
    try {
      Optional<T> value = text.map(kind.parser());
      if (value.isPresent()) {
        return value;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, as a list or mapping in that place is.
    }
    String shown = text.map(wrong -> ", not '" + wrong + "'").orElse("");
    report(setting, "expected " + kind.expected() + shown);
    return Optional.empty();
  }

  /**
   * A list of texts; a single text is a list of one, and of the environment one split at commas.
   */
  public List<String> texts(String key, List<String> otherwise) {
    return section.find(key).map(setting -> Lists.texts(setting, origin)).orElse(otherwise);
  }

  /** Texts under keys that the user chooses, in the order of the file: all keys of this section. */
  public Map<String, String> textsHere() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : section.keysInFile()) {
      text(name).ifPresent(text -> texts.put(name, text));
    }
    return texts;
  }

  /** The mapping of that key; an empty one if it is absent. */
  public SettingsReader section(String key) {
    return sections.computeIfAbsent(key, this::openSection);
  }

  private SettingsReader openSection(String key) {
    Setting setting = section.find(key).orElse(null);
    MappingNode mapping = null;
    if (setting != null && setting.node() instanceof MappingNode node) {
      mapping = node;
    } else if (setting != null) {
      report(setting, "expected 'key: value' lines below it");
    }
    return new SettingsReader(origin, new Section(origin, section.dotted(key) + ".", mapping));
  }

  /**
   * A list of mappings.
   *
   * @param shortKey a bare text in the list stands for a mapping with this key alone
   */
  public List<SettingsReader> sections(String key, String shortKey) {
    Setting setting = section.find(key).orElse(null);
    List<SettingsReader> readers = new ArrayList<>();
    for (Node item : setting == null ? List.<Node>of() : Lists.items(setting, origin)) {
      String name = key + "[" + readers.size() + "]";
      MappingNode mapping = Nodes.asMapping(item, shortKey);
      if (mapping == null) {
        origin.problem(item, section.dotted(name), "expected 'key: value' lines or a text");
        continue;
      }
      SettingsReader reader =
          new SettingsReader(origin, new Section(origin, section.dotted(name) + ".", mapping));
      sections.put(name, reader);
      readers.add(reader);
    }
    return List.copyOf(readers);
  }

  /** A secret: from the file that {@code <key>_file} names, which wins, or given as {@code key}. */
  public Optional<Secret> secret(String key) {
    Optional<Path> file = path(key + "_file");
    Optional<String> given = text(key);
    if (file.isEmpty()) {
      return given.map(Secret::new);
    }
    Optional<Secret> secret = SecretFile.read(file.get());
    if (secret.isEmpty()) {
      problem(key + "_file", "cannot read a secret from " + file.get());
    }
    return secret;
  }

  /** Every key asked for so far, dotted, without sections: what a manual has to explain. */
  public NavigableSet<String> known() {
    NavigableSet<String> known = new TreeSet<>();
    section.asked().stream().filter(key -> !sections.containsKey(key)).forEach(known::add);
    sections.forEach((name, inner) -> inner.known().forEach(key -> known.add(name + "." + key)));
    return known;
  }

  /** Says that these keys are known, but mean nothing here. */
  public void ignore(String... keys) {
    for (String key : keys) {
      section.find(key);
    }
  }

  /** Notes that a key is missing. */
  public void missing(String key) {
    origin.problems().add(section.place(), section.dotted(key), "missing");
  }

  /** Notes what is wrong with the value of that key. */
  public void problem(String key, String what) {
    section
        .find(key)
        .ifPresentOrElse(
            setting -> report(setting, what),
            () -> origin.problems().add(section.place(), section.dotted(key), what));
  }

  /** Notes what is wrong with a variable of the environment. */
  void variableProblem(String name, String what) {
    origin.problems().add("environment " + name, what);
  }

  private void report(Setting setting, String what) {
    origin.problems().add(setting.place(), setting.key(), what);
  }

  /**
   * Ends the reading of the whole file: call it once, on the reader that was loaded.
   *
   * @throws ConfigurationException with every problem noted, unknown keys included
   */
  public void finish() {
    reportUnknown();
    origin.problems().throwIfAny();
  }

  private void reportUnknown() {
    section.reportUnknown();
    sections.values().forEach(SettingsReader::reportUnknown);
  }
}
