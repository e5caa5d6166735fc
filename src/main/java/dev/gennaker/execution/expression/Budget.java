package dev.gennaker.execution.expression;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How much one evaluation may take: steps, characters, time, addresses read. What exceeds it is a
 * bomb or a bug.
 */
final class Budget {

  private static final int STEPS = 200_000;
  private static final long CHARACTERS = 4_000_000;
  private static final Duration TIME = Duration.ofSeconds(2);

  private static final int ADDRESSES = 5;

  private long deadline = System.nanoTime() + TIME.toNanos();
  private int addresses = ADDRESSES;
  private int steps = STEPS;
  private long characters = CHARACTERS;

  void step() {
    if (--steps < 0) {
      throw new ExpressionFailed("It needs more than %d steps; simplify it".formatted(STEPS));
    }
    if ((steps & 255) == 0) {
      tick();
    }
  }

  /** For what goes through so many values at once. */
  void steps(int count) {
    steps -= Math.max(0, count - 1);
    step();
  }

  /** Text from outside; the time it takes is not the expression's. */
  String outside(Supplier<String> read) {
    if (--addresses < 0) {
      throw new ExpressionFailed("It reads more than %d addresses".formatted(ADDRESSES));
    }
    long start = System.nanoTime();
    String text = read.get();
    deadline += System.nanoTime() - start;
    text(text.length());
    return text;
  }

  /** Before text of that length is made. */
  void text(long length) {
    characters -= length;
    if (characters < 0) {
      throw new ExpressionFailed(
          "It makes more than %d characters of text; simplify it".formatted(CHARACTERS));
    }
  }

  void tick() {
    if (System.nanoTime() > deadline) {
      throw new ExpressionFailed(
          "It takes more than %d s; simplify it".formatted(TIME.toSeconds()));
    }
  }

  /** The text for a regular expression: matching stops when time is over. */
  CharSequence guarded(CharSequence text) {
    return new Guarded(text, this, new int[1]);
  }

  private record Guarded(CharSequence text, Budget budget, int[] reads) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if ((++reads[0] & 1023) == 0) {
        budget.tick();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Guarded(text.subSequence(start, end), budget, reads);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
