package org.dffmpeg.client.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.client.api.JobProgress;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.LogStream;

/** Remembers what it heard, and on which threads. */
class RecordingListener implements ClientListener {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Set<String> threads = new TreeSet<>();

  List<String> heard() {
    return heard;
  }

  synchronized Set<String> threads() {
    return Set.copyOf(threads);
  }

  @Override
  public void onSubmitted(JobId job) {
    add("submitted");
  }

  @Override
  public void onStatus(JobId job, JobState state) {
    add(state.name());
  }

  @Override
  public void onLine(JobId job, LogStream stream, String line) {
    add(stream + " " + line);
  }

  @Override
  public void onProgress(JobId job, JobProgress progress) {
    add(Math.round(progress.percent().orElse(-1)) + "%");
  }

  @Override
  public void onEnd(JobId job, JobResult result) {
    add("end " + result.exitCode());
  }

  @Override
  public void onLost(JobId job, ClientException cause) {
    add("lost");
  }

  private synchronized void add(String what) {
    heard.add(what);
    threads.add(Thread.currentThread().getName());
  }
}
