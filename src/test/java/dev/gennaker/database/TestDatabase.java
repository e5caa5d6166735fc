package dev.gennaker.database;

import java.util.UUID;

/**
 * An empty database for a test: what {@code spring.datasource} needs to know.
 *
 * @param url JDBC URL
 */
public record TestDatabase(String url, String username, String password) {

  /**
   * Every session lives in a time zone nobody develops in, with summer time and more than eight
   * hours from UTC, so that code that forgets its zone is found out.
   */
  static final String SESSION = "SET TIME ZONE 'America/Los_Angeles'";

  static TestDatabase h2() {
    return new TestDatabase(
        "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"
            .formatted(UUID.randomUUID()),
        "sa",
        "");
  }

  /** As arguments for a Spring application or inlined properties of a test. */
  public String[] properties() {
    return new String[] {
      "spring.datasource.url=" + url,
      "spring.datasource.username=" + username,
      "spring.datasource.password=" + password,
      "spring.datasource.hikari.connection-init-sql=" + SESSION
    };
  }
}
