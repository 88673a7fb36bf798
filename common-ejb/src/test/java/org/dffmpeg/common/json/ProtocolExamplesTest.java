package org.dffmpeg.common.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The captured records of PROTOCOL 5.3 and 6 go through the codec and come out as they were. */
class ProtocolExamplesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"message_id":"01M82D2EEPC0Z8ABD66137SEVB","sender_id":null,"recipient_id":"worker1","job_id":"01M82D2EDY5NF9PPAGAMZJBEWR","timestamp":"2026-11-22T19:52:30.422512Z","sent_at":null,"message_type":"job_request","payload":{"job_id":"01M82D2EDY5NF9PPAGAMZJBEWR","binary_name":"ffmpeg","arguments":["-i","$Media/in put.mkv","-vf","subtitles=/x","$TV/out.mkv"],"paths":["Media","TV"],"working_directory":null,"heartbeat_interval":5}}""",
        """
        {"message_id":"01M82D2EFAJZ2TCCMG9E74R88V","sender_id":null,"recipient_id":"client1","job_id":"01M82D2EDY5NF9PPAGAMZJBEWR","timestamp":"2026-11-22T19:52:30.442593Z","sent_at":null,"message_type":"job_status","payload":{"status":"assigned","exit_code":null,"last_update":"2026-11-22T19:52:30.412841Z"}}""",
        """
        {"message_id":"01M82D9H06ZXQHHZETK2HMXNYN","sender_id":"worker1","recipient_id":"client1","job_id":"01M82D9FHW9N66RA49R0V5KW42","timestamp":"2026-11-22T19:56:22.406456Z","sent_at":null,"message_type":"job_logs","payload":{"logs":[{"id":"01M82D9H02G36YNX9K1E5F8VQW","stream":"stdout","content":"hello","timestamp":null}]}}""",
        """
        {"message_id":"01M82D2CZBKS5PPY5RX70MK4XE","sender_id":null,"recipient_id":"worker1","job_id":null,"timestamp":"2026-11-22T19:52:28.907762Z","sent_at":null,"message_type":"verify_registration","payload":{"registration_token":"D_23sC9P-QgnIe9ju5lxBeKQL-NOcOWANRfZWkU-Yug"}}"""
      })
  void a_message_survives_but_for_our_additions(String json) throws WireFormatException {
    DownlinkMessage message = WireJson.read(DownlinkMessage.class, json.getBytes(UTF_8));

    assertThat(new String(WireJson.write(message), UTF_8))
        .isEqualTo(withAdditions(json, message.payload()));
  }

  private static String withAdditions(String json, Payload payload) {
    String additions =
        payload.fold(
            request ->
                ",\"attempt\":null,\"run_timeout\":null,\"stall_timeout\":null,\"slots\":null"
                    + ",\"outputs\":[],\"job_lease\":null",
            status -> ",\"reason\":null,\"reason_detail\":null",
            logs -> "",
            verify -> "");
    return json.substring(0, json.length() - 2) + additions + "}}";
  }

  @Test
  void a_job_record_survives_with_our_additions_after_its_keys() throws WireFormatException {
    String json =
        """
        {"transport":"http_polling","transport_metadata":{"path":"/poll/jobs/01M82D2EDY5NF9PPAGAMZJBEWR"},\
        "job_id":"01M82D2EDY5NF9PPAGAMZJBEWR","requester_id":"client1","binary_name":"ffmpeg",\
        "arguments":["-i","$Media/in put.mkv","$TV/out.mkv"],"paths":["Media","TV"],\
        "working_directory":"/home/u","status":"assigned","exit_code":null,"worker_id":"worker1",\
        "created_at":"2026-11-22T19:52:30.398182Z","last_update":"2026-11-22T19:52:30.412841Z",\
        "worker_last_seen":"2026-11-22T19:52:30.412841Z","client_last_seen":null,\
        "heartbeat_interval":5,"monitor":false}""";
    JobView job = WireJson.read(JobView.class, json.getBytes(UTF_8));

    assertThat(job.status()).isEqualTo(JobState.ASSIGNED);
    assertThat(new String(WireJson.write(job), UTF_8))
        .isEqualTo(
            json.substring(0, json.length() - 1)
                + ",\"attempt\":0,\"attempts\":[],\"started_at\":null,\"finished_at\":null,\"reason\":null"
                + ",\"reason_detail\":null,\"waiting_for\":null,\"queue_position\":null,\"estimated_start\":null,\"class\":null,\"priority\":0"
                + ",\"labels\":{},\"requires\":null,\"slots\":1,\"queue_timeout\":null"
                + ",\"run_timeout\":null,\"stall_timeout\":null,\"retry\":null"
                + ",\"not_before\":null}");
  }
}
