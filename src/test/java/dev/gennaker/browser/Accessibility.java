package dev.gennaker.browser;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;

/** What axe-core finds on the page as it stands. */
final class Accessibility {

  private Accessibility() {}

  /** One line for each element that violates a rule; empty is what we want. */
  @SuppressWarnings(
      "deprecation") // The other mode opens a second window for frames we do not have.
  static List<String> violations() {
    return new AxeBuilder()
        .setLegacyMode(true).analyze(Browser.driver()).getViolations().stream()
            .flatMap(rule -> rule.getNodes().stream().map(node -> sentence(rule, node)))
            .toList();
  }

  private static String sentence(Rule rule, CheckedNode node) {
    return "%s (%s) at %s: %s"
        .formatted(rule.getId(), rule.getHelp(), node.getTarget(), node.getHtml());
  }
}
