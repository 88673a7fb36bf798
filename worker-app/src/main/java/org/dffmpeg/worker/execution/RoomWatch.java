package org.dffmpeg.worker.execution;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks again and again whether there is room, and tells when that changes. A loop's body. */
public final class RoomWatch {
  private static final System.Logger LOG = System.getLogger(RoomWatch.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final FreeSpace space;
  private final Consumer<Boolean> hasRoom;
  private boolean hadRoom = true;

  /**
   * A watch that takes it for granted that there is room.
   *
   * @param hasRoom hears of changes; must not block
   */
  public RoomWatch(FreeSpace space, Consumer<Boolean> hasRoom) {
    this.space = space;
    this.hasRoom = hasRoom;
  }

  /** Looks once and says how long to wait before the next time. */
  public Duration tick() {
    Optional<Path> tight = space.look();
    if (tight.isPresent() == hadRoom) {
      hadRoom = tight.isEmpty();
      tight.ifPresentOrElse(
          directory ->
              LOG.log(
                  System.Logger.Level.WARNING,
                  () ->
                      "too little free space in " + directory + ": this worker takes no more jobs"),
          () ->
              LOG.log(
                  System.Logger.Level.INFO, "there is free space again: this worker takes jobs"));
      hasRoom.accept(hadRoom);
    }
    return EVERY;
  }
}
