package dev.gennaker.database;

@OnPostgres
class PostgresTests extends DatabaseContract {

  @Override
  String product() {
    return "PostgreSQL";
  }
}
