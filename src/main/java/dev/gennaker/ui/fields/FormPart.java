package dev.gennaker.ui.fields;

/** A part of a derived form that follows the document. */
interface FormPart {

  /** Shows what the document says now. */
  void refresh();

  /** Gives the keyboard to its first input. */
  void focusFirst();

  /** Whether a problem at this path, e.g. {@code .clusters[0].account}, is shown by it. */
  boolean holds(String problem);
}
