package dev.gennaker.pipeline;

/** A text is not the JSON that was expected; says where it goes wrong. */
public final class MalformedJson extends RuntimeException {

  private final int line;
  private final int column;

  /**
   * @param line counted from 1; 0 where no line is to blame
   * @param column counted from 1; 0 where no column is to blame
   */
  public MalformedJson(String what, int line, int column) {
    super(line > 0 ? "%s (line %d, column %d)".formatted(what, line, column) : what);
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
