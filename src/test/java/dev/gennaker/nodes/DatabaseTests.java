package dev.gennaker.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTests {

  static Stream<Throwable> ofTheLine() {
    return Stream.of(
        new SQLTransientConnectionException("no connection within 8 s"),
        new SQLException("terminating connection due to administrator command", "57P01"),
        new SQLException("an I/O error occurred", "08006"),
        new SQLException("Connection is closed"));
  }

  static Stream<Throwable> ofTheQuestion() {
    return Stream.of(
        new SQLException("duplicate key", "23505"),
        new SQLException("canceled on request", "57014"),
        new SQLException("something else is closed"),
        new IllegalStateException("Connection is closed"));
  }

  @ParameterizedTest
  @MethodSource("ofTheLine")
  void didNotAnswerWhenTheLineWasCut(Throwable cause) {
    assertThat(Database.didNotAnswer(new IllegalStateException(new RuntimeException(cause))))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("ofTheQuestion")
  void answeredWhenItRefused(Throwable cause) {
    assertThat(Database.didNotAnswer(new IllegalStateException(cause))).isFalse();
  }

  @Test
  void answersInDoubt() {
    assertThat(Database.didNotAnswer(null)).isFalse();
  }
}
