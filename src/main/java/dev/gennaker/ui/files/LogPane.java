package dev.gennaker.ui.files;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import dev.gennaker.cloud.FilesUnavailable;
import dev.gennaker.ui.kit.Live;
import org.jspecify.annotations.Nullable;

/**
 * The end of a file as it grows; the lines are in the browser only. While somebody pauses to read,
 * nothing is sent.
 */
@Tag("log-view")
@JsModule("./files/log-view.ts")
final class LogPane extends Component {

  private final Watches watches;
  private final Reading reading;
  private final Watch watch;
  private long seen;
  private boolean follows = true;

  LogPane(Watches watches, Reading reading, Watch watch, Live live) {
    this.watches = watches;
    this.reading = reading;
    this.watch = watch;
    getElement().setAttribute("name", watch.key().file().toString());
    getElement()
        .addEventListener(
            "follow",
            event -> follow(event.getEventData().path("event.detail.on").asBoolean(false)))
        .addEventData("event.detail.on");
    getElement()
        .addEventListener(
            "older",
            event ->
                older(
                    event.getEventData().path("event.detail.from").asLong(0),
                    event.getEventData().path("event.detail.turn").asInt(0)))
        .addEventData("event.detail.from")
        .addEventData("event.detail.turn");
    live.follow(this, event -> event == watch, this::refresh);
  }

  private void follow(boolean on) {
    follows = on;
    refresh();
  }

  private void refresh() {
    getElement().callJsFunction("say", watch.trouble());
    if (!follows || !watch.looked()) {
      return;
    }
    if (watch.missed(seen)) {
      getElement().callJsFunction("clear");
      seen = 0;
    }
    boolean first = seen == 0;
    for (Watch.Part part : watch.since(seen)) {
      seen = part.number();
      if (part.restarted()) {
        getElement()
            .callJsFunction(
                "note",
                "%s was rotated or cut here; what follows is the new file."
                    .formatted(watch.key().file().name()));
      }
      if (LogText.binary(part.chunk())) {
        getElement().callJsFunction("note", "What follows is not text. Download it to see it.");
        continue;
      }
      LogText text = first ? LogText.lines(part.chunk()) : LogText.of(part.chunk());
      getElement().callJsFunction("later", text.text(), (double) text.from(), part.turn());
      first = false;
    }
    getElement().callJsFunction("ready");
  }

  /** Reads without keeping the page waiting. */
  private void older(long from, int turn) {
    String name = watch.key().file().name();
    if (turn != watch.turn()) {
      getElement().callJsFunction("over", "Older lines are in %s.1.".formatted(name));
      return;
    }
    @Nullable UI ui = getUI().orElse(null);
    if (ui != null) {
      Thread.startVirtualThread(() -> older(ui, from, turn));
    }
  }

  private void older(UI ui, long from, int turn) {
    try {
      LogText text =
          LogText.lines(reading.before(watch.key().instance(), watch.key().file(), from));
      var _ =
          ui.access(
              () ->
                  getElement().callJsFunction("earlier", text.text(), (double) text.from(), turn));
    } catch (FilesUnavailable unavailable) {
      var _ = ui.access(() -> getElement().callJsFunction("over", unavailable.getMessage()));
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    seen = 0;
    follows = true;
  }

  @Override
  protected void onDetach(DetachEvent event) {
    watches.close(watch);
  }
}
