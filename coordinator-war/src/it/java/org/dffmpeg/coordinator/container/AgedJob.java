package org.dffmpeg.coordinator.container;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobEnd;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** Makes an ended job look older than it is, as only somebody within the application can. */
@WebServlet("/console/aged")
public class AgedJob extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Transactions transactions;
  @Inject private transient JobStore jobs;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JobId id = new JobId(request.getParameter("job"));
    boolean done =
        transactions.write(
            unit -> {
              Job job = jobs.find(id).orElseThrow();
              return jobs.replace(job, older(job));
            });
    response.getWriter().print(done);
  }

  private static Job older(Job job) {
    JobEnd end = job.end().orElseThrow();
    JobEnd earlier =
        new JobEnd(
            end.at().minus(Duration.ofDays(1000)), end.exitCode(), end.reason(), end.detail());
    return new Job(
        job.id(),
        job.spec(),
        job.state(),
        job.place(),
        job.lastUpdate(),
        job.attempt(),
        job.watch(),
        job.cancellation(),
        Optional.of(earlier),
        job.tail(),
        job.version());
  }
}
