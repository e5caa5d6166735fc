package dev.gennaker.ui.clusters;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of the {@link Matrix}. */
sealed interface MatrixLine {

  /** The same for the same thing on the next look. */
  String key();

  /**
   * Above its services.
   *
   * @param name empty for what nobody owns
   */
  record Application(String name) implements MatrixLine {
    @Override
    public String key() {
      return name;
    }
  }

  /**
   * A service in all places.
   *
   * @param differs whether not the same version runs in all places where it runs
   * @param trouble whether anything of it is down, missing or not readable
   * @param cells one for each place; null where nothing of it is
   */
  record Service(
      String application, String name, boolean differs, boolean trouble, List<@Nullable Cell> cells)
      implements MatrixLine {
    @Override
    public String key() {
      return application + "/" + name;
    }
  }

  /**
   * A service in one place: what serves, and what is to take its place.
   *
   * @param shape of the block, with its {@code tone}; {@code words} say the same
   * @param behind how many versions of the line are newer
   * @param more how many others serve beside it
   * @param says what is wrong; empty for nothing
   * @param next what is newer and not there yet; null for nothing
   * @param stale whether the place is not current
   */
  record Cell(
      String version,
      String image,
      String shape,
      String tone,
      String words,
      long up,
      int size,
      Instant createdAt,
      String by,
      int behind,
      long more,
      String says,
      @Nullable Next next,
      String address,
      boolean stale) {}

  /** What comes. */
  record Next(String version, String image, String shape, String tone, String says) {}
}
