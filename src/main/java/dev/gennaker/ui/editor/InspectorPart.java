package dev.gennaker.ui.editor;

/** What the inspector shows of one selection. */
interface InspectorPart {

  /** Shows what the draft says now. */
  void refresh();

  /** Gives the keyboard to the first input. */
  void focusFirst();

  /** Gives the keyboard to the input a problem below the stage is about. */
  void focus(String problem);
}
