package org.dffmpeg.common.json;

import java.util.Map;
import org.dffmpeg.common.protocol.HealthView;
import org.jspecify.annotations.Nullable;

/** PROTOCOL 5.4, {@code /health}. */
final class HealthViewCodec implements Codec<HealthView> {
  private static final ComponentCodec COMPONENT = new ComponentCodec();

  @Override
  public void write(HealthView health, ObjectWriter out) {
    out.text("status", health.status())
        .text("version", health.version())
        .objectsByName("databases", COMPONENT, health.databases())
        .objectsByName("transports", COMPONENT, health.transports());
  }

  @Override
  public HealthView read(ObjectReader in) {
    return new HealthView(
        in.text("status"),
        in.textOr("version", ""),
        components(in, "databases"),
        components(in, "transports"));
  }

  private static @Nullable Map<String, HealthView.Component> components(
      ObjectReader in, String key) {
    return in.optional(key, input -> Readers.objectsByName(input, COMPONENT));
  }

  private static final class ComponentCodec implements Codec<HealthView.Component> {
    @Override
    public void write(HealthView.Component component, ObjectWriter out) {
      out.text("status", component.status()).text("detail", component.detail());
    }

    @Override
    public HealthView.Component read(ObjectReader in) {
      return new HealthView.Component(in.text("status"), in.optionalText("detail"));
    }
  }
}
