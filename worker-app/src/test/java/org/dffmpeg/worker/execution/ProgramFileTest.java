package org.dffmpeg.worker.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.worker.testing.Scripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the system would refuse to run is said in words, before a job of it begins. */
class ProgramFileTest {
  private static final int MACHINE = 18;

  @TempDir private Path directory;

  @Test
  void what_this_machine_runs_every_day_is_no_problem() {
    assertThat(ProgramFile.problemOf(Path.of("/bin/true"))).isEmpty();
    assertThat(ProgramFile.problemOf(Path.of("/proc/self/exe"))).isEmpty();
    assertThat(ProgramFile.problemOf(Scripts.script(directory, "script", "exit 0"))).isEmpty();
  }

  @Test
  void a_program_of_another_machine_is_told() throws IOException {
    Path foreign = foreignProgram();

    assertThat(ProgramFile.problemOf(foreign, directory.resolve("no-emulators")))
        .contains("is a program for another kind of machine");
  }

  @Test
  void a_program_of_another_machine_may_run_where_there_are_emulators() throws IOException {
    Path emulators = Files.createDirectories(directory.resolve("emulators"));
    Files.createFile(emulators.resolve("status"));
    Files.createFile(emulators.resolve("qemu-xy"));

    assertThat(ProgramFile.problemOf(foreignProgram(), emulators)).isEmpty();
  }

  @Test
  void a_script_without_its_interpreter_is_told() throws IOException {
    Path script = program("script", "#! /no/such/shell -e\nexit 0\n".getBytes(UTF_8));

    assertThat(ProgramFile.problemOf(script))
        .contains("is a script for '/no/such/shell', which cannot be run");
  }

  @Test
  void an_empty_file_a_directory_and_a_file_without_permission_are_told() throws IOException {
    Path locked = Files.writeString(directory.resolve("locked"), "#!/bin/sh\n");

    assertThat(ProgramFile.problemOf(program("empty", new byte[0]))).contains("is empty");
    assertThat(ProgramFile.problemOf(directory)).contains("is not an executable file");
    assertThat(ProgramFile.problemOf(locked)).contains("is not an executable file");
  }

  @Test
  void a_job_whose_program_cannot_be_run_is_a_failed_start_with_a_sentence() throws IOException {
    Path program = program("ffmpeg", "#!/no/such/shell\n".getBytes(UTF_8));
    try (JobBench bench = new JobBench(directory)) {
      bench.job(Map.of("ffmpeg", program)).run();

      assertThat(bench.uplink().reports())
          .containsExactly(
              Endings.notStarted(
                  EndReason.START_FAILED,
                  "the worker's ffmpeg cannot be run: "
                      + program
                      + " is a script for '/no/such/shell', which cannot be run"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {126, 127})
  void a_program_that_itself_ends_with_the_shells_codes_is_reported_as_it_is(int code) {
    try (JobBench bench = new JobBench(directory)) {
      bench.script("exit " + code).run();

      assertThat(bench.uplink().reports())
          .containsExactly(
              new ReportStatus(
                  JobState.FAILED, code, EndReason.EXITED, "ended with exit code " + code, null));
    }
  }

  /** This JVM's own head, with a machine that nobody has. */
  private Path foreignProgram() throws IOException {
    try (InputStream self = Files.newInputStream(Path.of("/proc/self/exe"))) {
      byte[] head = self.readNBytes(64);
      head[MACHINE] = 0x7E;
      head[MACHINE + 1] = 0x7E;
      return program("foreign", head);
    }
  }

  private Path program(String name, byte[] content) throws IOException {
    Path file = Files.write(directory.resolve(name), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }
}
