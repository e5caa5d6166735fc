package dev.gennaker.ui.draft;

/** An edit makes no sense where the document stands; says why, and nothing was changed. */
public final class EditRefused extends RuntimeException {

  public EditRefused(String message) {
    super(message);
  }
}
