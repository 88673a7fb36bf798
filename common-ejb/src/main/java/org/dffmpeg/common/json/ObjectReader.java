package org.dffmpeg.common.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, by key and type. {@code …Or} methods take a default for an absent
 * key, {@code optional…} methods also take an explicit null, the others require the key. Unknown
 * keys are ignored (PROTOCOL 2). Confined to one call.
 */
final class ObjectReader {
  private final Map<String, @Nullable Object> members;
  private final Input self;

  ObjectReader(Map<String, @Nullable Object> members, Input self) {
    this.members = members;
    this.self = self;
  }

  boolean has(String key) {
    return members.get(key) != null;
  }

  <T> T required(String key, Function<Input, T> reader, T standIn) {
    if (members.containsKey(key)) {
      return reader.apply(input(key));
    }
    return missing(key, standIn);
  }

  <T> T or(String key, Function<Input, T> reader, T otherwise) {
    return members.containsKey(key) ? reader.apply(input(key)) : otherwise;
  }

  <T> @Nullable T optional(String key, Function<Input, @Nullable T> reader) {
    return has(key) ? reader.apply(input(key)) : null;
  }

  /** The value, or this one for an absent key or a null. */
  <T> T given(String key, Function<Input, T> reader, T otherwise) {
    return has(key) ? reader.apply(input(key)) : otherwise;
  }

  private <T> T missing(String key, T standIn) {
    self.violations().add(self.location().at(key), Complaint.MISSING, members);
    return standIn;
  }

  private Input input(String key) {
    return self.member(key, members.get(key));
  }

  String text(String key) {
    return required(key, Input::text, "");
  }

  /** Text as it came, whatever its characters. */
  String rawText(String key) {
    return required(key, Input::rawText, "");
  }

  String textOr(String key, String otherwise) {
    return or(key, Input::anyText, otherwise);
  }

  @Nullable String optionalText(String key) {
    return optional(key, Input::anyText);
  }

  @Nullable String optionalName(String key) {
    return optional(key, Bounds.NAME);
  }

  List<String> textsOr(String key, List<String> otherwise) {
    return or(key, Readers::texts, otherwise);
  }

  /** At least one text. */
  List<String> someTexts(String key) {
    return required(key, Readers::someTexts, List.of());
  }

  int integer(String key) {
    return required(key, Input::integer, 0);
  }

  int integerOr(String key, int otherwise) {
    return or(key, Input::integer, otherwise);
  }

  @Nullable Integer optionalInteger(String key) {
    return optional(key, Input::integer);
  }

  boolean flagOr(String key, boolean otherwise) {
    return or(key, Input::flag, otherwise);
  }

  Instant timeOr(String key, Instant otherwise) {
    return or(key, Readers::time, otherwise);
  }

  @Nullable Instant optionalTime(String key) {
    return optional(key, Readers::time);
  }

  JobId jobId(String key) {
    return required(key, Readers::jobId, Readers.ANY_JOB);
  }

  @Nullable JobId optionalJobId(String key) {
    return optional(key, Readers::jobId);
  }

  MessageId messageId(String key) {
    return required(key, Readers::messageId, Readers.ANY_MESSAGE);
  }

  @Nullable MessageId optionalMessageId(String key) {
    return optional(key, Readers::messageId);
  }

  CoordinatorId coordinatorId(String key) {
    return required(key, Readers::coordinatorId, Readers.ANY_COORDINATOR);
  }

  ClientId clientId(String key) {
    return new ClientId(required(key, Readers::identity, Readers.ANYBODY));
  }

  WorkerId workerId(String key) {
    return new WorkerId(required(key, Readers::identity, Readers.ANYBODY));
  }

  /** The object of that key; if it is missing, one made of stand-ins. */
  <T> T object(String key, Codec<T> codec) {
    if (members.containsKey(key)) {
      return input(key).object(codec);
    }
    Input nothing = new Input(Map.of(), self.location(), new Violations());
    return missing(key, nothing.object(codec));
  }

  <T> List<T> objects(String key, Codec<T> codec) {
    return required(key, input -> Readers.objects(input, codec), List.of());
  }

  /** Runs the reader on this same object, for records whose members stand flat beside others. */
  <T> T flat(Codec<T> codec) {
    return codec.read(this);
  }
}
