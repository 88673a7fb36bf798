package org.dffmpeg.common.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.id.MessageId;
import org.jspecify.annotations.Nullable;

/** How the types that several records share are read from one value. */
final class Readers {
  private static final String ANY_ULID = "00000000000000000000000000";
  static final JobId ANY_JOB = new JobId(ANY_ULID);
  static final MessageId ANY_MESSAGE = new MessageId(ANY_ULID);
  static final LogId ANY_LOG = new LogId(ANY_ULID);
  static final CoordinatorId ANY_COORDINATOR = new CoordinatorId(ANY_ULID);
  static final String ANYBODY = "?";
  private static final Function<Input, Integer> POSITION = integerWithin(0, 999_999);
  private static final int MOST_POSITIONS = 100;
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private Readers() {}

  static JobId jobId(Input input) {
    return parsed(input, JobId::parse, Complaint.NO_ULID, ANY_JOB);
  }

  static MessageId messageId(Input input) {
    return parsed(input, MessageId::parse, Complaint.NO_ULID, ANY_MESSAGE);
  }

  static LogId logId(Input input) {
    return parsed(input, LogId::parse, Complaint.NO_ULID, ANY_LOG);
  }

  static CoordinatorId coordinatorId(Input input) {
    return parsed(input, CoordinatorId::parse, Complaint.NO_ULID, ANY_COORDINATOR);
  }

  /** The name of a peer: never empty, never longer than the stores keep. */
  static String identity(Input input) {
    String text = input.text();
    if (text.length() > ClientId.MAX_LENGTH) {
      return input.refuse(Complaint.tooLong(ClientId.MAX_LENGTH), ANYBODY);
    }
    return text.isEmpty() ? ANYBODY : text;
  }

  /** A number within bounds, both included; its stand-in is the lower one. */
  static Function<Input, Integer> integerWithin(int least, int most) {
    return input -> {
      int number = input.integer();
      if (number < least) {
        return input.refuse(Complaint.tooSmall(least), least);
      }
      return number > most ? input.refuse(Complaint.tooLarge(most), least) : number;
    };
  }

  /** A text of at most so many characters; the limit keeps columns and answers small. */
  static Function<Input, String> textUpTo(int most) {
    return input -> limited(input, input.anyText(), most);
  }

  /** The same, but not empty. */
  static Function<Input, String> someTextUpTo(int most) {
    return input -> limited(input, input.text(), most);
  }

  private static String limited(Input input, String text, int most) {
    return text.length() > most ? input.refuse(Complaint.tooLong(most), "") : text;
  }

  static <T> List<T> boundedList(Input input, int most, Function<Input, T> reader) {
    List<Input> items = input.items();
    return items.size() > most
        ? input.refuse(Complaint.tooMany(most, items.size()), List.of())
        : items.stream().map(reader).toList();
  }

  /**
   * Values by names that the sender chooses.
   *
   * @param wrongName which names are refused, with the complaint
   */
  static <T> Map<String, T> boundedMap(
      Input input,
      int most,
      Predicate<String> wrongName,
      Complaint complaint,
      Function<Input, T> reader) {
    Map<String, T> values = valuesByName(input, reader);
    if (values.size() > most) {
      return input.refuse(Complaint.tooMany(most, values.size()), Map.of());
    }
    boolean wrong = values.keySet().stream().anyMatch(wrongName.or(name -> name.indexOf(0) >= 0));
    return wrong ? input.refuse(complaint, Map.of()) : values;
  }

  static Instant time(Input input) {
    if (input.value() instanceof NumberText number) {
      BigDecimal exact = number.exact();
      Instant time = exact == null ? null : WireTime.ofEpoch(exact);
      return time == null ? input.refuse(Complaint.NO_TIME, Instant.EPOCH) : time;
    }
    return parsed(
        input, text -> Optional.ofNullable(WireTime.parse(text)), Complaint.NO_TIME, Instant.EPOCH);
  }

  static List<String> texts(Input input) {
    return input.items().stream().map(Input::anyText).toList();
  }

  static List<String> someTexts(Input input) {
    return input.value() instanceof List<?> list && list.isEmpty()
        ? input.refuse(Complaint.EMPTY_LIST, List.of())
        : texts(input);
  }

  /** Places in a list of arguments. */
  static List<Integer> positions(Input input) {
    return boundedList(input, MOST_POSITIONS, POSITION);
  }

  static List<String> capabilities(Input input) {
    return boundedList(input, Capabilities.MOST, Readers::capability);
  }

  private static String capability(Input input) {
    return parsed(
        input,
        text -> Optional.of(text).filter(Capabilities::isName),
        Complaint.NO_CAPABILITY,
        ANYBODY);
  }

  static String sha256(Input input) {
    return parsed(
        input,
        text -> Optional.of(text).filter(hash -> SHA_256.matcher(hash).matches()),
        Complaint.NO_SHA_256,
        ANYBODY);
  }

  static <T> List<T> objects(Input input, Codec<T> codec) {
    List<T> objects = new ArrayList<>();
    input.items().forEach(item -> objects.add(item.object(codec)));
    return objects;
  }

  static <T> Map<String, T> objectsByName(Input input, Codec<T> codec) {
    return valuesByName(input, value -> value.object(codec));
  }

  static <T> Map<String, T> valuesByName(Input input, Function<Input, T> reader) {
    if (!(input.value() instanceof Map<?, ?> members)) {
      return input.refuse(Complaint.NO_OBJECT, Map.of());
    }
    Map<String, T> values = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> values.put((String) name, reader.apply(input.member(name, value))));
    return values;
  }

  /** One of a closed set of words. */
  static <T> T word(
      Input input, Function<String, Optional<T>> parser, List<String> words, T standIn) {
    return parsed(input, parser, Complaint.notOneOf(words), standIn);
  }

  private static <T> T parsed(
      Input input, Function<String, Optional<T>> parser, Complaint otherwise, T standIn) {
    Optional<T> parsed =
        input.value() instanceof String text ? parser.apply(text) : Optional.empty();
    return parsed.orElseGet(() -> input.refuse(otherwise, standIn));
  }

  /** A member that a newer peer may have filled with a word we do not know: then it is null. */
  static <T> @Nullable T wordOrNull(Input input, Function<String, Optional<T>> parser) {
    return input.value() instanceof String text ? parser.apply(text).orElse(null) : null;
  }
}
