package org.dffmpeg.coordinator.core.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.coordinator.core.delivery.Channel;

/**
 * What one coordinator tells the others at once: its id and then items, a line each. An item is a
 * channel with new messages or one of the words below; items of tomorrow are read over. Immutable.
 *
 * @param sender the text of its id
 */
record Bulletin(String sender, Set<String> items) {
  /** There may be something to assign. */
  static final String WORK = "work";

  /** The sender has just come. */
  static final String HELLO = "hello";

  /** Too much to say: look at everything. */
  static final String EVERYTHING = "everything";

  private static final String LINE = "\n";

  Bulletin {
    items = Set.copyOf(items);
  }

  /** The item for that channel. */
  static String itemOf(Channel channel) {
    return channel.text().contains(LINE) ? EVERYTHING : channel.text();
  }

  /** A bulletin that fits into one text, be it by saying less exactly what there is. */
  static Bulletin of(CoordinatorId sender, Collection<String> items) {
    Bulletin whole = new Bulletin(sender.value(), new TreeSet<>(items));
    if (whole.text().getBytes(StandardCharsets.UTF_8).length <= Broadcast.LONGEST) {
      return whole;
    }
    return new Bulletin(sender.value(), Set.of(EVERYTHING));
  }

  static Bulletin parse(String text) {
    List<String> lines = List.of(text.split(LINE));
    return new Bulletin(lines.get(0), new TreeSet<>(lines.subList(1, lines.size())));
  }

  String text() {
    return sender + LINE + String.join(LINE, items);
  }
}
