package dev.gennaker.cloud.dcos.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.dcos.settings.DcosProperties.AccountEntry;
import dev.gennaker.cloud.dcos.settings.DcosProperties.ClusterEntry;
import dev.gennaker.cloud.dcos.settings.DcosProperties.CredentialsEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTests {

  private static final ClusterEntry EAST = cluster("dcos-east", "https://east.example.com/");

  private static ClusterEntry cluster(String name, String url) {
    return new ClusterEntry(
        name,
        url,
        null,
        null,
        false,
        "/service/marathon",
        "/service/metronome",
        "http://{host}:{port}");
  }

  private static CredentialsEntry on(String cluster) {
    return new CredentialsEntry(cluster, null, null, null, null, null);
  }

  private static AccountEntry account(String name, CredentialsEntry... credentials) {
    return new AccountEntry(name, "", List.of(credentials));
  }

  private static Settings of(List<ClusterEntry> clusters, AccountEntry... accounts) {
    Timing timing =
        Binder.get(new org.springframework.mock.env.MockEnvironment())
            .bindOrCreate("none", Timing.class);
    return Settings.of(new DcosProperties(clusters, List.of(accounts), timing));
  }

  @Test
  void readsSeveralClustersOfAnAccount() {
    Settings settings =
        of(
            List.of(EAST, cluster("dcos-west", "http://west.example.com:8080/dcos")),
            account("demo", on("dcos-east"), on("dcos-west")));

    assertThat(settings.mistakes()).isEmpty();
    assertThat(settings.accounts().getFirst().clusters().keySet())
        .containsExactly("dcos-east", "dcos-west");
    assertThat(settings.clusters().get("dcos-east").url()).hasToString("https://east.example.com");
  }

  @Test
  void keepsTheGoodAccountsBesideABadOne() {
    Settings settings =
        of(
            List.of(EAST),
            account("Bad_Name", on("dcos-east")),
            account("lost", on("dcos-eest")),
            account("demo", on("dcos-east")));

    assertThat(settings.accounts()).extracting(AccountSettings::name).containsExactly("demo");
    assertThat(settings.mistakes())
        .hasSize(3)
        .anyMatch(m -> m.startsWith("gennaker.dcos.accounts[0].name: 'Bad_Name' is not usable"))
        .anyMatch(m -> m.contains("names the cluster 'dcos-eest'") && m.contains("[dcos-east]"))
        .anyMatch(m -> m.contains("'lost' is left out"));
  }

  @Test
  void namesEveryMistakeOfAClusterInOneSentence() {
    List<String> mistakes =
        of(List.of(
                cluster("a", "ftp://x"),
                cluster("b", " "),
                cluster("c_d", "http://x"),
                new ClusterEntry(
                    "e", "http://x", "no certificate", null, false, "", "", "http://{host}:{port}"),
                new ClusterEntry(
                    "f", "http://x", null, "/no/such/file", false, "", "", "http://{host}:{port}"),
                new ClusterEntry(
                    "g", "http://x", null, null, false, "marathon", "", "http://{host}:{port}")))
            .mistakes();

    assertThat(mistakes).hasSize(6).allMatch(m -> m.startsWith("gennaker.dcos.clusters["));
    assertThat(mistakes).allMatch(m -> m.endsWith("."));
  }

  @Test
  void refusesTwoSecretsAndHalfOnes() {
    List<String> mistakes =
        of(
                List.of(EAST),
                account("a", new CredentialsEntry("dcos-east", "u", "p", null, "key", null)),
                account("b", new CredentialsEntry("dcos-east", null, "p", null, null, null)),
                account("c", new CredentialsEntry("dcos-east", "u", null, null, null, null)),
                account("d", new CredentialsEntry("dcos-east", "u", null, null, "rubbish", null)),
                account("e", new CredentialsEntry("dcos-east", "u", null, null, null, "/none")))
            .mistakes();

    assertThat(mistakes)
        .anyMatch(m -> m.contains("give only one of password"))
        .anyMatch(m -> m.contains("a password needs the user"))
        .anyMatch(m -> m.contains("uid 'u' needs a password"))
        .anyMatch(m -> m.contains("no PEM text"))
        .anyMatch(m -> m.contains("'/none' cannot be read"));
  }

  @Test
  void hidesSecrets() {
    CredentialsEntry entry = new CredentialsEntry("dcos-east", "ada", "s3cret", null, null, null);
    Settings settings = of(List.of(EAST), account("demo", entry));

    assertThat(settings.toString() + entry + account("demo", entry)).doesNotContain("s3cret");
    assertThat(new Credentials.Token("s3cret")).asString().doesNotContain("s3cret");
  }

  @Test
  void bindsFromProperties() {
    DcosProperties properties =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of(
                        "gennaker.dcos.clusters[0].name", "dcos-east",
                        "gennaker.dcos.clusters[0].dcos-url", "http://127.0.0.1:7070",
                        "gennaker.dcos.accounts[0].name", "demo",
                        "gennaker.dcos.accounts[0].clusters[0].name", "dcos-east",
                        "gennaker.dcos.accounts[0].clusters[1].name", "bare",
                        "gennaker.dcos.clusters[1].name", "bare",
                        "gennaker.dcos.clusters[1].dcos-url", "http://127.0.0.1:8080",
                        "gennaker.dcos.clusters[1].marathon-path", "/marathon-user",
                        "gennaker.dcos.timing.debounce", "50ms")))
            .bindOrCreate("gennaker.dcos", DcosProperties.class);
    Settings settings = Settings.of(properties);

    assertThat(settings.mistakes()).isEmpty();
    assertThat(settings.clusters().get("dcos-east").marathonPath()).isEqualTo("/service/marathon");
    assertThat(settings.clusters().get("bare").marathonPath()).isEqualTo("/marathon-user");
    assertThat(settings.timing().debounce()).hasMillis(50);
    assertThat(settings.timing().silence()).hasSeconds(35);
  }
}
