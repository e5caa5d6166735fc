package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Confirm;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Tally;
import dev.gennaker.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks before a server group is changed, saying what will happen, and starts the change as a run.
 */
@SpringComponent
@UIScope
class Changes {

  private static final int MOST = 100_000;

  private final ByHand byHand;
  private final Clouds clouds;

  Changes(ByHand byHand, Clouds clouds) {
    this.byHand = byHand;
    this.clouds = clouds;
  }

  void resize(ServerGroup group) {
    IntegerField size = new IntegerField("Instances");
    size.setMin(0);
    size.setMax(MOST);
    size.setStepButtonsVisible(true);
    size.setValue(group.desired());
    size.setHelperText("%,d wanted now, %,d up".formatted(group.desired(), group.up()));
    Dom.named(size, "resize-to");
    new Confirm(
            "Resize " + group.name(),
            "Resize",
            List.of(
                "%s in %s gets the number of instances below."
                    .formatted(group.name(), group.location()),
                "Marathon starts or stops tasks until that many run; the run follows it."))
        .field(size)
        .valid(() -> size.getValue() != null && !size.isInvalid())
        .onConfirm(
            () -> {
              int to = size.getValue();
              byHand.start(
                  group,
                  "Resize %s to %d".formatted(group.name(), to),
                  Map.of(
                      "type", "resizeServerGroup",
                      "action", "scale_exact",
                      "capacity", Map.of("min", to, "max", to, "desired", to)));
            })
        .open();
  }

  void disable(ServerGroup group) {
    List<String> what = new ArrayList<>();
    what.add(
        "%s in %s stops serving: %s stopped."
            .formatted(
                group.name(),
                group.location(),
                Words.count(group.instances().size(), "task") + " will be"));
    what.add(
        "Its size (%d) is remembered (DC/OS calls it suspended); enabling it brings the same number back."
            .formatted(group.desired()));
    long others = others(group).stream().mapToLong(ServerGroup::up).sum();
    what.add(
        others == 0
            ? "Nothing else of %s serves in %s: there will be nothing left to answer."
                .formatted(group.cluster(), group.location())
            : "%s of %s go on serving there."
                .formatted(Words.count(others, "other instance"), group.cluster()));
    new Confirm("Disable " + group.name(), "Disable", what)
        .danger(others == 0)
        .onConfirm(
            () ->
                byHand.start(
                    group, "Disable " + group.name(), Map.of("type", "disableServerGroup")))
        .open();
  }

  void enable(ServerGroup group) {
    int size = Tally.size(group);
    new Confirm(
            "Enable " + group.name(),
            "Enable",
            List.of(
                "%s in %s starts %s and serves again."
                    .formatted(group.name(), group.location(), Words.count(size, "instance")),
                "Other server groups of %s stay as they are.".formatted(group.cluster())))
        .onConfirm(
            () ->
                byHand.start(group, "Enable " + group.name(), Map.of("type", "enableServerGroup")))
        .open();
  }

  void destroy(ServerGroup group) {
    long others = others(group).stream().mapToLong(ServerGroup::up).sum();
    List<String> what = new ArrayList<>();
    what.add(
        "%s in %s is taken out of service and removed for good, with its %s."
            .formatted(
                group.name(), group.location(), Words.count(group.instances().size(), "task")));
    what.add("Its definition is gone too; a deploy makes a new version, not this one.");
    if (!group.disabled() && others == 0) {
      what.add("Nothing else of %s serves there.".formatted(group.cluster()));
    }
    new Confirm("Destroy " + group.name(), "Destroy", what)
        .danger(true)
        .typed(group.name())
        .onConfirm(
            () ->
                byHand.start(
                    group, "Destroy " + group.name(), Map.of("type", "destroyServerGroup")))
        .open();
  }

  void terminate(ServerGroup group) {
    CheckboxGroup<Instance> which = new CheckboxGroup<>("Tasks");
    which.setItems(group.instances());
    which.setItemLabelGenerator(
        instance ->
            "%s, %s on %s"
                .formatted(
                    Words.task(instance.id()),
                    instance.health().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    instance.host()));
    which.addClassName("many");
    which.setManualValidation(true);
    which.setErrorMessage("Choose at least one task.");
    Dom.named(which, "terminate-which");
    Checkbox fewer = new Checkbox("Have fewer instances afterwards");
    Dom.named(fewer, "terminate-fewer");
    new Confirm(
            "Terminate tasks of " + group.name(),
            "Terminate",
            List.of(
                "The chosen tasks are ended at once.",
                "Marathon starts others in their place, unless the server group shall have fewer."))
        .danger(true)
        .field(which)
        .field(fewer)
        .valid(
            () -> {
              which.setInvalid(which.getValue().isEmpty());
              return !which.getValue().isEmpty();
            })
        .onConfirm(
            () -> {
              Set<Instance> chosen = which.getValue();
              byHand.start(
                  group,
                  "Terminate %s of %s".formatted(Words.count(chosen.size(), "task"), group.name()),
                  Map.of(
                      "type",
                      fewer.getValue()
                          ? "terminateInstanceAndDecrementServerGroup"
                          : "terminateInstances",
                      "instanceIds",
                      chosen.stream().map(Instance::id).toList()));
            })
        .open();
  }

  private List<ServerGroup> others(ServerGroup group) {
    return clouds.serverGroups(group.application()).stream()
        .filter(other -> other.cluster().equals(group.cluster()))
        .filter(other -> other.location().equals(group.location()))
        .filter(other -> !other.disabled() && !other.id().equals(group.id()))
        .toList();
  }
}
