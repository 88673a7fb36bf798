package org.dffmpeg.common.json;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.protocol.JanitorRequest;

/** PROTOCOL 5.4, {@code POST /admin/janitor}. */
final class JanitorRequestCodec implements Codec<JanitorRequest> {
  private static final List<String> ACTIONS = List.of("run_all", "clean_workers", "clean_jobs");

  @Override
  public void write(JanitorRequest request, ObjectWriter out) {
    out.text("action", request.action());
  }

  @Override
  public JanitorRequest read(ObjectReader in) {
    return new JanitorRequest(in.required("action", JanitorRequestCodec::action, ""));
  }

  private static String action(Input input) {
    return Readers.word(
        input, word -> Optional.of(word).filter(ACTIONS::contains), ACTIONS, ACTIONS.get(0));
  }
}
