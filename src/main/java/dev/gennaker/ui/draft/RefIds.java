package dev.gennaker.ui.draft;

import java.util.regex.Pattern;

/**
 * Numbers for new stages: higher than any there is or was, so that a removed stage's number never
 * comes back as somebody else.
 */
public final class RefIds {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private int highest;

  synchronized String next(Document document) {
    highest =
        document.stages().stream()
            .map(stage -> stage.refId())
            .filter(refId -> NUMBER.matcher(refId).matches())
            .mapToInt(Integer::parseInt)
            .reduce(highest, Math::max);
    highest++;
    return String.valueOf(highest);
  }
}
