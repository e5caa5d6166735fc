package dev.gennaker.ui.clusters;

import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Tally;

/**
 * Instances as blocks: up to 14 of 12 px in a row, up to 44 of 9 px in two rows; beyond that the
 * exceptions stay 12 px in front and the rest is a grid of dots.
 */
final class Blocks {

  private static final int ONE_ROW = 14;
  private static final int TWO_ROWS = 44;
  private static final int EXCEPTIONS = 24;
  private static final int DOTS = 240;

  private Blocks() {}

  /** Markup without any text of people; decoration beside {@link Tally#inWords}. */
  static String of(Tally tally) {
    long total = tally.total();
    if (total <= ONE_ROW) {
      return "<span class=\"blks b12\">%s</span>".formatted(all(tally));
    }
    if (total <= TWO_ROWS) {
      return "<span class=\"blks b9\" style=\"grid-template-columns:repeat(%d,9px)\">%s</span>"
          .formatted((total + 1) / 2, all(tally));
    }
    StringBuilder exceptions = new StringBuilder();
    long left = EXCEPTIONS;
    left -= add(exceptions, "in-down", "fail", Math.min(left, tally.down()));
    left -= add(exceptions, "in-start", "run", Math.min(left, tally.starting()));
    left -= add(exceptions, "in-drain", "wait", Math.min(left, tally.draining()));
    left -= add(exceptions, "in-start", "off", Math.min(left, tally.unknown()));
    add(exceptions, "in-want", "off", Math.min(left, tally.missing()));
    return "<span class=\"blks b6\">%s%s%s</span>"
        .formatted(
            exceptions.isEmpty() ? "" : "<span class=\"exc\">" + exceptions + "</span>",
            dots(tally.up(), ""),
            dots(tally.off(), " off"));
  }

  private static String all(Tally tally) {
    StringBuilder blocks = new StringBuilder();
    add(blocks, "in-down", "fail", tally.down());
    add(blocks, "in-start", "run", tally.starting());
    add(blocks, "in-start", "off", tally.unknown());
    add(blocks, "in-drain", "wait", tally.draining());
    add(blocks, "in-up", "ok", tally.up());
    add(blocks, "in-off", "off", tally.off());
    add(blocks, "in-want", "off", tally.missing());
    return blocks.toString();
  }

  private static long add(StringBuilder blocks, String shape, String tone, long number) {
    for (long i = 0; i < number; i++) {
      blocks.append(Icon.svg(shape, "bk " + tone));
    }
    return number;
  }

  /** Drawn by the style sheet as one background, so that ten thousand cost no more than ten. */
  private static String dots(long number, String tone) {
    if (number == 0) {
      return "";
    }
    long each = (number + DOTS - 1) / DOTS;
    long shown = (number + each - 1) / each;
    int rows = shown <= 90 ? 3 : 4;
    return "<span class=\"dots r%d%s\" style=\"--full:%d;--rest:%d\"></span>%s"
        .formatted(
            rows,
            tone,
            shown / rows,
            shown % rows,
            each == 1 ? "" : "<span class=\"each\">1 : %d</span>".formatted(each));
  }
}
