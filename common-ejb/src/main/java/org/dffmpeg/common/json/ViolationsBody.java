package org.dffmpeg.common.json;

import jakarta.json.stream.JsonGenerator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.json.WireFormatException.Violation;
import org.dffmpeg.common.protocol.ProblemCode;
import org.jspecify.annotations.Nullable;

/** The body of a 422 (PROTOCOL 5.1), with our {@code code} beside the list. */
final class ViolationsBody {
  private ViolationsBody() {}

  static void write(List<Violation> violations, JsonGenerator out) {
    out.writeStartObject().writeStartArray("detail");
    violations.forEach(violation -> write(violation, out));
    out.writeEnd().write("code", ProblemCode.UNPROCESSABLE.wireName()).writeEnd();
  }

  private static void write(Violation violation, JsonGenerator out) {
    out.writeStartObject().write("type", violation.type()).writeStartArray("loc");
    violation.loc().forEach(step -> value(step, out));
    out.writeEnd().write("msg", violation.msg()).writeKey("input");
    JsonText.writeExcerpt(out, tree(violation.input()));
    if (!violation.ctx().isEmpty()) {
      out.writeStartObject("ctx");
      for (Map.Entry<String, Object> extra : violation.ctx().entrySet()) {
        out.writeKey(extra.getKey());
        value(extra.getValue(), out);
      }
      out.writeEnd();
    }
    out.writeEnd();
  }

  private static void value(Object scalar, JsonGenerator out) {
    if (scalar instanceof Number number) {
      out.write(number.longValue());
    } else {
      out.write(scalar.toString());
    }
  }

  /** The violation carries its input as JSON text; what is none is shown as a text. */
  private static @Nullable Object tree(String json) {
    try {
      return JsonTree.parse(json.getBytes(StandardCharsets.UTF_8));
    } catch (WireFormatException e) {
      return json;
    }
  }
}
