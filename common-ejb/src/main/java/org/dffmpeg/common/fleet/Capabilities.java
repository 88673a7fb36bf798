package org.dffmpeg.common.fleet;

import java.nio.charset.StandardCharsets;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dffmpeg.common.signing.Sha256;

/**
 * What a worker's build of ffmpeg can, as texts such as {@code encoder:libx264}, in alphabetical
 * order; and their hash, which stands for them in the registrations that follow the first. How many
 * and what names a worker may send is checked where they are read. Immutable.
 */
public final class Capabilities extends AbstractSet<String> {
  /** How many one worker may name; ffmpeg 8 has about 1,300. */
  public static final int MOST = 5_000;

  /** What a capability looks like, for messages. */
  public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9_.:+-]{0,99}";

  private static final Pattern NAME = Pattern.compile(PATTERN);

  /** A worker that can nothing in particular. */
  public static final Capabilities NONE = of(List.of());

  private final Set<String> names;
  private final String hash;

  private Capabilities(Set<String> names) {
    this.names = names;
    this.hash = Sha256.hex(lines(names).getBytes(StandardCharsets.UTF_8));
  }

  /** These, each once. */
  public static Capabilities of(Collection<String> names) {
    return new Capabilities(Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(names))));
  }

  /** Whether the text can be one. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** SHA-256 in lower-case hex of the names in their order, each followed by a line feed. */
  public String hash() {
    return hash;
  }

  @Override
  public boolean contains(Object name) {
    return names.contains(name);
  }

  @Override
  public Iterator<String> iterator() {
    return names.iterator();
  }

  @Override
  public int size() {
    return names.size();
  }

  private static String lines(Set<String> names) {
    StringBuilder lines = new StringBuilder();
    names.forEach(name -> lines.append(name).append('\n'));
    return lines.toString();
  }
}
