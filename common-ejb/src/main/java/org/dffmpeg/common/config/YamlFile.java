package org.dffmpeg.common.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A YAML file as nodes that know their line. */
final class YamlFile {
  private YamlFile() {}

  /**
   * The mapping at the top of the file, or empty if the file says nothing.
   *
   * @throws ConfigurationException if the file cannot be read or is not YAML
   */
  static Optional<MappingNode> read(Path file) {
    String text = readText(file);
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(file.toString()).setSchema(new CoreSchema()).build();
      return new Compose(settings).composeString(text).flatMap(root -> mapping(file, root));
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      throw problem(file + line, "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw problem(file.toString(), "not YAML: " + e.getMessage());
    }
  }

  private static Optional<MappingNode> mapping(Path file, Node root) {
    if (root instanceof MappingNode mapping) {
      return Optional.of(mapping);
    }
    if (root instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
      return Optional.empty();
    }
    throw problem(file + ":1", "expected 'key: value' lines");
  }

  private static String readText(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw problem(file.toString(), "no such file");
    } catch (CharacterCodingException e) {
      throw problem(file.toString(), "not UTF-8");
    } catch (IOException e) {
      throw problem(file.toString(), "cannot be read");
    }
  }

  private static ConfigurationException problem(String place, String what) {
    return new ConfigurationException(List.of(place + ": " + what));
  }
}
