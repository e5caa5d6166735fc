package dev.gennaker.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instructions are written by people one need not trust. */
class MarkdownTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](https://evil.example/pixel.png)",
        "<a href='javascript:alert(1)'>x</a>",
        "[x](vbscript:x)",
        "<svg onload=alert(1)>"
      })
  void nothingOfItRunsOrCallsHome(String attack) {
    assertThat(Markdown.html(attack))
        .doesNotContainIgnoringCase("<script", "<img", "<svg", "<a href='")
        .doesNotContainPattern("(?i)(href|src)=\"(javascript|data|vbscript)");
  }

  @Test
  void keepsWhatPeopleMean() {
    assertThat(Markdown.html("Look at **east** and `web-v042`, see [docs](https://example.org)."))
        .contains("<strong>east</strong>", "<code>web-v042</code>", "href=\"https://example.org\"")
        .contains("noopener");
  }
}
