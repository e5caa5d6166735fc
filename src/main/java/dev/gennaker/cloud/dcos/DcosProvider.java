package dev.gennaker.cloud.dcos;

import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.FormerVersion;
import dev.gennaker.cloud.InstanceFiles;
import dev.gennaker.cloud.Inventory;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.SelfTest;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.dcos.access.DcosSelfTest;
import dev.gennaker.cloud.dcos.definition.BalancerBuilder;
import dev.gennaker.cloud.dcos.definition.BalancerCheck;
import dev.gennaker.cloud.dcos.definition.Copy;
import dev.gennaker.cloud.dcos.definition.DefinitionCheck;
import dev.gennaker.cloud.dcos.definition.JobCheck;
import dev.gennaker.cloud.dcos.files.DcosFiles;
import dev.gennaker.cloud.dcos.inventory.DcosInventory;
import dev.gennaker.cloud.dcos.operation.Operations;
import dev.gennaker.cloud.dcos.reading.Versions;
import dev.gennaker.cloud.dcos.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DC/OS as a kind of place to deploy to. */
final class DcosProvider implements CloudProvider {

  private final Settings settings;
  private final DcosInventory inventory;
  private final Operations operations;
  private final DcosFiles files;
  private final DcosSelfTest selfTest;
  private final Versions versions;

  DcosProvider(
      Settings settings,
      DcosInventory inventory,
      Operations operations,
      DcosFiles files,
      DcosSelfTest selfTest,
      Versions versions) {
    this.settings = settings;
    this.inventory = inventory;
    this.operations = operations;
    this.files = files;
    this.selfTest = selfTest;
    this.versions = versions;
  }

  @Override
  public String id() {
    return "dcos";
  }

  @Override
  public String label() {
    return "DC/OS";
  }

  @Override
  public List<Account> accounts() {
    return settings.accounts().stream()
        .map(
            account ->
                new Account(
                    account.name(),
                    id(),
                    account.environment(),
                    List.copyOf(account.clusters().keySet())))
        .toList();
  }

  @Override
  public Inventory inventory() {
    return inventory;
  }

  @Override
  public Optional<InstanceFiles> files() {
    return Optional.of(files);
  }

  @Override
  public Optional<SelfTest> selfTest() {
    return Optional.of(selfTest);
  }

  @Override
  public boolean supports(Class<? extends Operation> operation) {
    return true;
  }

  @Override
  public List<Fault> check(Map<String, Object> definition) {
    return DefinitionCheck.check(definition);
  }

  @Override
  public List<Fault> checkJob(Map<String, Object> definition) {
    return JobCheck.check(definition);
  }

  @Override
  public List<Fault> checkLoadBalancer(Map<String, Object> definition) {
    return BalancerCheck.check(definition);
  }

  @Override
  public Optional<Map<String, Object>> loadBalancer(ServerGroupId id) {
    return inventory.app(id).map(BalancerBuilder::read);
  }

  @Override
  public Optional<Map<String, Object>> copy(ServerGroupId id) {
    return inventory.app(id).map(app -> Map.<String, Object>of("marathon", Copy.of(app)));
  }

  @Override
  public List<FormerVersion> versions(ServerGroupId id) {
    return versions.of(id);
  }

  @Override
  public void callOff(Operation operation, String key, OnBehalf by) {
    operations.callOff(operation, key, by);
  }

  @Override
  public Progress carryOut(
      Operation operation, String key, Map<String, Object> memory, OnBehalf by) {
    return operations.carryOut(operation, key, memory, by);
  }
}
