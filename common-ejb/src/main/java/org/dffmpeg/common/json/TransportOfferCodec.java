package org.dffmpeg.common.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dffmpeg.common.protocol.TransportOffer;

/** PROTOCOL 5.3 "Transport". Of the metadata only texts, whole numbers and flags are kept. */
final class TransportOfferCodec implements Codec<TransportOffer> {
  @Override
  public void write(TransportOffer offer, ObjectWriter out) {
    out.text("transport", offer.transport()).scalars("transport_metadata", offer.metadata());
  }

  @Override
  public TransportOffer read(ObjectReader in) {
    return new TransportOffer(
        in.text("transport"), in.or("transport_metadata", TransportOfferCodec::scalars, Map.of()));
  }

  private static Map<String, Object> scalars(Input input) {
    Map<String, Object> scalars = new LinkedHashMap<>();
    if (!(input.value() instanceof Map<?, ?> members)) {
      return input.refuse(Complaint.NO_OBJECT, Map.of());
    }
    members.forEach(
        (key, value) -> {
          Object scalar = value instanceof NumberText number ? number.toWhole() : value;
          if (scalar instanceof String || scalar instanceof Boolean || scalar instanceof Long) {
            scalars.put(String.valueOf(key), scalar);
          }
        });
    return scalars;
  }
}
