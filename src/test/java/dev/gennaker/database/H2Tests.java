package dev.gennaker.database;

@OnH2
class H2Tests extends DatabaseContract {

  @Override
  String product() {
    return "H2";
  }
}
