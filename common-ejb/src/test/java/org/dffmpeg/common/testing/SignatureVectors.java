package org.dffmpeg.common.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.signing.SigningKey;

/** The signatures of PROTOCOL 21.1: one key, one time, eight requests. */
public final class SignatureVectors {
  public static final String KEY_TEXT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  public static final SigningKey KEY = SigningKey.ofBase64(KEY_TEXT);
  public static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  public static final String TIMESTAMP = "1767225600";

  private static final String EMPTY_SHA256 =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String JOB = "/jobs/01KDVJ4R80041061050R3GG28A";

  /** A request, the hash of its body and its signature. */
  public record Vector(
      String method, String path, String body, String bodySha256, String signature) {
    public byte[] bodyBytes() {
      return body.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** In the order of PROTOCOL, so that vector n is at n - 1. */
  public static final List<Vector> ALL =
      List.of(
          new Vector(
              "GET",
              "/poll/worker",
              "",
              EMPTY_SHA256,
              "c4txgmhqL/QEQf3cccLBvFS/jPpAHIA9kLfVGNZIkAo="),
          new Vector(
              "GET", "/jobs", "", EMPTY_SHA256, "jpO9RYlNGgv/QgtAkcAkVOoLWt96RR7LBTyVBTh1muI="),
          new Vector(
              "POST",
              JOB + "/accept",
              "",
              EMPTY_SHA256,
              "qQvYwvh0VIrd9c7ByhqphNrxVOuKYT3bvrZ6wkbdfSs="),
          new Vector(
              "POST",
              "/worker/deregister",
              "{\"worker_id\": \"worker01\"}",
              "ade17e6e36930f89fd679c37be49fa8fc44bf88c3d293ee020a2b72fa95728a3",
              "PM7E8Q5n2tGcMPgFB+zbf0t3oYc65N6BT8SRaiTiIJE="),
          new Vector(
              "POST",
              "/jobs/submit",
              "{\"binary_name\": \"ffmpeg\", \"arguments\": [\"-i\", \"$Media/in.mkv\","
                  + " \"$Media/out.mp4\"], \"paths\": [\"Media\"], \"working_directory\": null,"
                  + " \"supported_transports\": [\"http_polling\"], \"monitor\": true,"
                  + " \"heartbeat_interval\": null}",
              "c03ad616f49b9c9220a1908ed80ad739afb1504ebf3dddefaac540691fda21cc",
              "IU5F/CTwLSDvYEvCZpHUMyCZxCi+FIR8zF9R0qrFkjE="),
          new Vector(
              "POST",
              JOB + "/logs",
              "{\"logs\": [{\"id\": \"01KDVJ4R80041061050R3GG28B\", \"stream\": \"stderr\","
                  + " \"content\": \"h\\u00e9llo \\u2028 \\ud83d\\ude00\","
                  + " \"timestamp\": \"2026-01-01T00:00:00.123456Z\"}]}",
              "80456bd53351c356ff4efeed21f5bfb8cea5b4c44c5f8226a50cf6cde7b67aec",
              "JhChs5aE8HDsOSFPRucDKwXSwUzfPw4nHIXNYyDBzUU="),
          new Vector(
              "POST",
              "/worker/worker01/verify",
              "{\"registration_token\":\"tök\"}",
              "a6309857e46e564bc524b20efbab979d40b39db1f08bb2b9a4c42a630cfef80d",
              "mTtAUDTU89ltnWH7PMqmxgfejh5PXuvkrpqt54yikJQ="),
          new Vector(
              "GET",
              "/workers/a b",
              "",
              EMPTY_SHA256,
              "mgqG/vdHJjlPfezwcf4L1t2nmhpYpH9O1TqXMEDgKjg="));

  private SignatureVectors() {}
}
