package dev.gennaker.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.gennaker.cloud.FileChunk;
import dev.gennaker.ui.ScreenTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The page of an instance's files: for whom, what it shows, and that nobody is asked in vain. */
class FilesViewTests extends ScreenTest {

  private static final String FILES = "clusters/east/tasks/raft-web-v001.0/files";

  @Autowired private Watches watches;

  private void opened(String address, String expected) {
    cloud.add("east", "raft-web-v001", "web:1", 1);
    Component view = open(address);
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              settle();
              assertThat(words(view)).contains(expected);
            });
  }

  @Test
  @WithMockUser(username = "looker", roles = "viewers")
  void showsTheDirectoryBesideStdout() {
    opened(FILES, "conf");

    assertThat(marked(Anchor.class, "open-stdout").getElement().getAttribute("aria-current"))
        .isEqualTo("page");
    assertThat(marked(Anchor.class, "file-stderr").getHref())
        .isEqualTo(FILES + "?path=&file=stderr");
    assertThat(find(LogPane.class).single().getElement().getAttribute("name")).isEqualTo("stdout");
  }

  @Test
  @WithMockUser(username = "looker", roles = "viewers")
  void readsAFileOnlyWhileSomebodyLooks() {
    int before = watches.size();
    opened(FILES, "conf");
    assertThat(watches.size()).isEqualTo(before + 1);
    open("clusters");
    assertThat(watches.size()).isEqualTo(before);
  }

  @Test
  @WithMockUser(username = "looker", roles = "viewers")
  void saysCalmlyWhatIsNotThere() {
    opened("clusters/east/tasks/nobody/files", "Nobody knows nobody.");
    opened(FILES + "?file=..%2F..%2Fetc%2Fpasswd", "never out of it");
  }

  @Test
  @WithMockUser(username = "stranger", roles = "nobody")
  void isOnlyForThoseWhoMayReadTheApplication() {
    opened(FILES, "stranger needs READ on application raft");
    assertThat(find(LogPane.class).exists()).isFalse();
  }

  @Test
  void beginsALogWithAWholeLine() {
    byte[] bytes = "tail of a line\nwhole\n".getBytes(StandardCharsets.UTF_8);

    assertThat(LogText.lines(new FileChunk(100, bytes))).isEqualTo(new LogText(115, "whole\n"));
    assertThat(LogText.lines(new FileChunk(0, bytes)).text()).startsWith("tail");
    byte[] one = "a line without end".getBytes(StandardCharsets.UTF_8);
    assertThat(LogText.lines(new FileChunk(9, one)).text()).isEqualTo("a line without end");
  }

  @Test
  void writesSizesShortly() {
    assertThat(SandboxList.size(999)).isEqualTo("999 B");
    assertThat(SandboxList.size(1000)).isEqualTo("1.0 kB");
    assertThat(SandboxList.size(2_097_152)).isEqualTo("2.1 MB");
    assertThat(SandboxList.size(15_300_000_000L)).isEqualTo("15 GB");
  }
}
