package dev.gennaker.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What every test may expect of its database. */
@SpringBootTest(classes = DatabaseContract.OnlyTheDatabase.class)
abstract class DatabaseContract {

  @Autowired private DataSource dataSource;
  @Autowired private JdbcTemplate jdbc;

  abstract String product();

  @Test
  void isOfTheKindTheTestAskedFor() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(product());
    }
  }

  @Test
  void livesInAnInconvenientTimeZone() {
    assertThat(
            jdbc.queryForObject(
                "select cast(timestamp with time zone '2026-01-01 00:00:00+00' as timestamp)",
                LocalDateTime.class))
        .isEqualTo("2025-12-31T16:00:00");
  }

  @Test
  void isLeftAloneByOtherTests() {
    jdbc.execute("create table only_here (payload bytea)");

    assertThat(jdbc.queryForObject("select count(*) from only_here", Integer.class)).isZero();
  }

  @Configuration
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
  static class OnlyTheDatabase {}
}
