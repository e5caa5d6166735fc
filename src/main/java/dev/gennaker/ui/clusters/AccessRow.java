package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import dev.gennaker.cloud.SelfTest.Finding;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import java.util.Locale;

/** One thing that was tried: whether it works, and if not what is missing and how to grant it. */
final class AccessRow extends Div {

  AccessRow(AccessView.Tried tried) {
    addClassName("atry");
    getElement().setAttribute("role", "listitem");
    Dom.named(this, "try-" + tried.trial().use().toLowerCase(Locale.ROOT).replaceAll("\\W+", "-"));
    Div words = Dom.div("awords", Dom.span(tried.trial().use(), "m"));
    switch (tried.finding()) {
      case null -> add(new StatusWord(Status.RUNNING, "Being tried"), words);
      case Finding.Granted granted -> {
        add(new StatusWord(Status.SUCCEEDED, "Works"), words);
        if (!granted.remark().isEmpty()) {
          words.add(Dom.span(granted.remark(), "ink2", "s"));
        }
      }
      case Finding.Missing missing -> {
        add(new StatusWord(Status.FAILED, "Missing"), words);
        missing
            .permissions()
            .forEach(permission -> words.add(Dom.span(permission, "mono", "fail")));
        words.add(Dom.span(missing.why(), "ink2", "s"));
        Pre remedy = new Pre(missing.remedy());
        remedy.addClassName("mono");
        words.add(Dom.named(remedy, "remedy"));
      }
      case Finding.Unclear unclear -> {
        add(new StatusWord(Status.HELD, "Unclear"), words);
        words.add(Dom.span(unclear.why(), "ink2", "s"));
      }
    }
    if (!(tried.finding() instanceof Finding.Missing)) {
      tried.trial().permission().forEach(p -> words.add(Dom.span(p, "mono", "ink3", "s")));
    }
  }
}
