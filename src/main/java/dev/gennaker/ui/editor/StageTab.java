package dev.gennaker.ui.editor;

import com.vaadin.flow.component.html.Div;

/** One tab of a stage's inspector. */
abstract class StageTab extends Div {

  /** Shows what the draft says now. */
  abstract void refresh();

  /** Gives the keyboard to its first input. */
  abstract void focusFirst();

  /** Whether a problem below the stage is shown here. */
  abstract boolean holds(String problem);

  /** Gives the keyboard to the input a problem is about. */
  abstract void focus(String problem);

  /** A figure beside the title; empty for none. */
  String badge() {
    return "";
  }
}
