package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** A point in time as people want to read it; it goes on by itself in the browser. */
@Tag("gn-time")
@JsModule("./kit/time.ts")
public class Moment extends Component {

  private Moment(Instant at, String mode) {
    getElement().setAttribute("at", at.toString());
    getElement().setAttribute("mode", mode);
  }

  /** How long ago: {@code 6 min}, {@code 3 d}. */
  public static Moment age(Instant at) {
    return new Moment(at, "age");
  }

  /** A running clock since then: {@code 6:48}. */
  public static Moment elapsed(Instant since) {
    return new Moment(since, "elapsed");
  }

  /** How long until then: {@code in 4 s}. */
  public static Moment until(Instant at) {
    return new Moment(at, "until");
  }

  /** The time of day in the reader's zone: {@code 14:02}; the date too when it was another day. */
  public static Moment clock(Instant at) {
    return new Moment(at, "clock");
  }

  /** As {@link #clock}, with seconds. */
  public static Moment seconds(Instant at) {
    return new Moment(at, "seconds");
  }
}
