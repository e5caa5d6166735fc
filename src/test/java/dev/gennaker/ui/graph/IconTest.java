package dev.gennaker.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An icon that is not in the sprite is drawn as nothing, and nobody notices in code. */
class IconTest {

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:String icon\\(\\)\\s*\\{\\s*return|new Icon\\(|icon =|new GraphStart\\([^;]*?,)\\s*\"([a-z0-9-]+)\"");

  @Test
  void everyNamedIconIsInTheSprite() throws IOException {
    Set<String> sprite =
        Pattern.compile("<symbol id=\"([^\"]+)\"")
            .matcher(Files.readString(Path.of("frontend/theme/icons.svg")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(file -> collect(file, named));
    }

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(sprite).containsAll(named);
  }

  private static void collect(Path file, Set<String> named) {
    try {
      NAMED.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
