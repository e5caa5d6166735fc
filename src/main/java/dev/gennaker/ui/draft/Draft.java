package dev.gennaker.ui.draft;

import dev.gennaker.pipeline.Pipeline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pipeline being edited: the saved document it started from, the document as it is now, and every
 * step between, labelled and undoable without limit. May be open in several tabs at once.
 */
public final class Draft {

  /** What an edit is called, once it is known what it did. */
  @FunctionalInterface
  public interface Label {
    String of(Document before, Document after);
  }

  private record Step(String label, @Nullable String typing, Document before, Document after) {}

  private final RefIds refIds = new RefIds();
  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Pipeline base;
  private Document saved;
  private Document document;
  private boolean sealed;

  public Draft(Pipeline pipeline) {
    base = pipeline;
    saved = Document.of(pipeline.document());
    document = saved;
  }

  /** The document as it is now. */
  public synchronized Document document() {
    return document;
  }

  /** The document of the revision this draft is based on. */
  public synchronized Document saved() {
    return saved;
  }

  /** The pipeline at the revision this draft is based on. */
  public synchronized Pipeline base() {
    return base;
  }

  public RefIds refIds() {
    return refIds;
  }

  /** Edits under a fixed label. */
  public void edit(String label, UnaryOperator<Document> edit) {
    edit((before, after) -> label, null, edit);
  }

  /**
   * Edits; a document that comes back equal is no edit.
   *
   * @param typing edits in a row with the same one become one step, as when a person types into one
   *     field; null never joins
   * @throws EditRefused when it makes no sense; nothing has changed then
   */
  public void edit(Label label, @Nullable String typing, UnaryOperator<Document> edit) {
    synchronized (this) {
      Document after = edit.apply(document);
      if (after.equals(document)) {
        return;
      }
      @Nullable Step last = done.peekLast();
      Document before = document;
      if (typing != null && !sealed && last != null && typing.equals(last.typing())) {
        before = done.removeLast().before();
      }
      if (!before.equals(after)) {
        done.addLast(new Step(label.of(before, after), typing, before, after));
      }
      undone.clear();
      sealed = false;
      document = after;
    }
    tell();
  }

  /** The next edit starts a step of its own, even when it goes on typing in the same field. */
  public synchronized void seal() {
    sealed = true;
  }

  /** Takes the last step back; false when there is none. */
  public boolean undo() {
    synchronized (this) {
      @Nullable Step step = done.pollLast();
      if (step == null) {
        return false;
      }
      undone.addLast(step);
      document = step.before();
      sealed = true;
    }
    tell();
    return true;
  }

  /** Does the last undone step again; false when there is none. */
  public boolean redo() {
    synchronized (this) {
      @Nullable Step step = undone.pollLast();
      if (step == null) {
        return false;
      }
      done.addLast(step);
      document = step.after();
      sealed = true;
    }
    tell();
    return true;
  }

  /** What undo would take back. */
  public synchronized Optional<String> undoLabel() {
    return Optional.ofNullable(done.peekLast()).map(Step::label);
  }

  /** What redo would do again. */
  public synchronized Optional<String> redoLabel() {
    return Optional.ofNullable(undone.peekLast()).map(Step::label);
  }

  /** How the document differs from the saved one, in the order people read it. */
  public synchronized List<Change> changes() {
    return Difference.between(saved, document);
  }

  /** Back to the saved document, as a step that can be undone. */
  public void putAllBack() {
    edit("put all back", before -> saved());
  }

  /** The document {@code sent} was saved; what was edited meanwhile stays an edit. */
  public void savedAs(Pipeline pipeline, Document sent) {
    synchronized (this) {
      boolean untouched = document.equals(sent);
      base = pipeline;
      saved = Document.of(pipeline.document());
      document = untouched ? saved : document;
      sealed = true;
    }
    tell();
  }

  /** Keeps what is edited here and puts it on top of what somebody else saved. */
  public void onTopOf(Pipeline theirs) {
    synchronized (this) {
      base = theirs;
      saved = Document.of(theirs.document());
      sealed = true;
    }
    tell();
  }

  /** Takes what somebody else saved; undo brings the own edits back. */
  public void take(Pipeline theirs) {
    onTopOf(theirs);
    edit("take revision " + theirs.revision(), before -> Document.of(theirs.document()));
  }

  /** Goes on with a draft of before: what it was based on, and what it had become. */
  public void goOn(Pipeline from, Document earlier) {
    synchronized (this) {
      base = from;
      saved = Document.of(from.document());
      done.addLast(new Step("continue the draft", null, document, earlier));
      undone.clear();
      document = earlier;
      sealed = true;
    }
    tell();
  }

  /** Calls back after every change, in the thread that made it. */
  public Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Whether somebody has it open. */
  public boolean isWatched() {
    return !listeners.isEmpty();
  }

  /** The document as it would be saved: under the id it has. */
  public synchronized Document toSave() {
    return base.id().isEmpty()
        ? document
        : document.with(Path.of("id"), JsonMapper.shared().valueToTree(base.id()));
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
