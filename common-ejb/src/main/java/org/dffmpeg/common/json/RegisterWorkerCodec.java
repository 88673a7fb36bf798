package org.dffmpeg.common.json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dffmpeg.common.protocol.CapabilityNeeds;
import org.dffmpeg.common.protocol.RegisterWorker;

/**
 * PROTOCOL 5.4, {@code POST /worker/register}. Capabilities that the coordinator has already are
 * left out: there are more than a thousand, every 15 s.
 */
final class RegisterWorkerCodec implements Codec<RegisterWorker> {
  private static final String ONLINE = "online";
  private static final String DRAINING = "draining";

  /** A longer one would keep a dead worker on the list. */
  private static final Function<Input, Integer> INTERVAL = Readers.integerWithin(1, 3600);

  @Override
  public void write(RegisterWorker worker, ObjectWriter out) {
    List<String> capabilities = worker.capabilities();
    out.text("worker_id", worker.workerId());
    if (capabilities != null) {
      out.texts("capabilities", capabilities);
    }
    out.texts("binaries", worker.binaries())
        .texts("paths", worker.paths())
        .number("registration_interval", worker.registrationInterval())
        .text("version", worker.version())
        .texts("supported_transports", worker.supportedTransports())
        .text("status", worker.draining() ? DRAINING : ONLINE);
    SlotsText.writeOrNull("slots", worker.slots(), out);
    out.text("incarnation", worker.incarnation())
        .texts("tags", worker.tags())
        .text("capabilities_hash", worker.capabilitiesHash())
        .text("fingerprint", worker.fingerprint());
    SetAside.write(worker.setAside(), out);
  }

  @Override
  public RegisterWorker read(ObjectReader in) {
    return new RegisterWorker(
        in.workerId("worker_id"),
        in.optional("capabilities", Readers::capabilities),
        in.or("binaries", Bounds.SHORT_LIST, List.of()),
        in.or("paths", Bounds.LONG_LIST, List.of()),
        in.required("registration_interval", INTERVAL, 1),
        in.optionalName("version"),
        in.someTexts("supported_transports"),
        in.or("status", RegisterWorkerCodec::draining, false),
        in.optional("slots", SlotsText::ofWorker),
        in.optionalName("incarnation"),
        in.given("tags", RegisterWorkerCodec::tags, List.of()),
        in.optional("capabilities_hash", Readers::sha256),
        in.optional("fingerprint", Readers::sha256),
        SetAside.registered(in));
  }

  private static List<String> tags(Input input) {
    return Readers.boundedList(
        input, CapabilityNeeds.MOST_NAMES, Readers.someTextUpTo(CapabilityNeeds.LONGEST_NAME));
  }

  private static boolean draining(Input input) {
    return Readers.word(
        input,
        word ->
            word.equals(ONLINE) || word.equals(DRAINING)
                ? Optional.of(word.equals(DRAINING))
                : Optional.empty(),
        List.of(ONLINE, DRAINING),
        false);
  }
}
