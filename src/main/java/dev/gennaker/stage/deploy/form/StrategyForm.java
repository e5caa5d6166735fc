package dev.gennaker.stage.deploy.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What becomes of the older server groups, and of the new one where it fails. */
class StrategyForm extends VerticalLayout {

  /** The keys of an entry that are edited here and nowhere else. */
  static final Set<String> KEYS =
      Set.of(
          "strategy",
          "maxRemainingAsgs",
          "delayBeforeDisableSec",
          "delayBeforeCleanup",
          "scaleDown",
          "delayBeforeScaleDownSec",
          "allowDeleteActive",
          "allowScaleDownActive",
          "targetPercentages",
          "pipelineBeforeCleanup",
          "canarySteps",
          "strategyApplication",
          "strategyPipeline",
          "pipelineParameters",
          "strategyReplacesDeploy",
          "drainTimeoutSec",
          "cutConnections",
          "endStepByStep",
          "rollback");

  private static final Map<String, String> WORDS = words();

  private final StrategyFields fields;
  private final VerticalLayout part = new VerticalLayout();

  StrategyForm(Map<String, Object> entry, Consumer<Map<String, Object>> changed) {
    this.fields = new StrategyFields(entry, changed);
    setPadding(false);
    part.setPadding(false);
    part.setId("strategy-fields");
    String now = strategy();
    show(now);
    add(choice(now), part);
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("", "None: leave them as they are");
    words.put("redblack", "Red/black: disable them, remembering their size");
    words.put("rollingredblack", "Rolling red/black: take over from them step by step");
    words.put("canary", "Canary: try the new one on a share first");
    words.put("zerodowntime", "Zero downtime: marathon-lb moves every request over");
    words.put("inplace", "In place: one server group, upgraded instance by instance");
    words.put("highlander", "Highlander: destroy them");
    words.put("custom", "Custom: run a pipeline");
    return words;
  }

  private String strategy() {
    String written = String.valueOf(fields.entry().getOrDefault("strategy", ""));
    String key = written.toLowerCase(Locale.ROOT);
    return key.equals("none") ? "" : WORDS.containsKey(key) ? key : written;
  }

  private Select<String> choice(String now) {
    List<String> keys = new ArrayList<>(WORDS.keySet());
    if (!keys.contains(now)) {
      keys.add(now);
    }
    Select<String> select = new Select<>();
    select.setId("strategy");
    select.setLabel("Older server groups");
    select.setItems(keys);
    select.setItemLabelGenerator(key -> WORDS.getOrDefault(key, key + " (not available here)"));
    select.setValue(now);
    select.setWidthFull();
    select.addValueChangeListener(
        event -> {
          fields.put("strategy", event.getValue());
          show(event.getValue());
        });
    return select;
  }

  /** The fields of the chosen strategy only; what another one had stays written. */
  private void show(String strategy) {
    part.removeAll();
    switch (strategy) {
      case "redblack" -> redBlack();
      case "rollingredblack" -> rolling();
      case "canary" -> canary();
      case "zerodowntime" -> zeroDowntime();
      case "highlander" ->
          part.add(help("Once the new one serves, they are disabled and destroyed."));
      case "inplace" ->
          part.add(
              help(
                  "Marathon replaces its instances as the upgrade strategy says. Its name has no number, and it can go back to any former version."));
      case "custom" -> custom();
      default -> {}
    }
    if (!strategy.equals("canary") && !strategy.equals("zerodowntime")) {
      part.add(fields.inside("rollback", "onFailure", failing(strategy)));
    }
    if (!strategy.equals("zerodowntime") && !strategy.equals("inplace")) {
      part.add(fields.inside("rollback", "destroyLatest", "… and destroy it"));
    }
  }

  private static String failing(String strategy) {
    return switch (strategy) {
      case "rollingredblack" -> "Go back and disable the new one if a step fails";
      case "inplace" -> "Go back to the former version if the new one never serves";
      case "custom" -> "Disable the new one if it never serves or the pipeline fails";
      default -> "Disable the new one if it never serves";
    };
  }

  private void redBlack() {
    part.add(
        help("They are disabled when all instances of the new one serve, and not before."),
        keep(),
        fields.number("delayBeforeDisableSec", "Wait before disabling", "seconds"),
        fields.flag("scaleDown", "Scale the disabled ones to zero"),
        fields.number("delayBeforeScaleDownSec", "Wait before scaling down", "seconds"));
  }

  private void rolling() {
    part.add(
        help(
            "At every step the new one grows first; when its instances serve, the older ones shrink"
                + " by as much. On DC/OS traffic follows the number of instances."),
        fields.percentages("targetPercentages", "Steps"));
    atEveryStep("seconds, before the older ones shrink");
    part.add(keep());
  }

  private void zeroDowntime() {
    part.add(
        help(
            "Both stand behind one route of marathon-lb. At every step the new one grows; old"
                + " instances end only when every HAProxy has taken them out and serves nobody"
                + " there; until the end there must be room for both."
                + " Whatever fails, and a cancel, brings the old one back. At the end it is"
                + " destroyed. The labels HAPROXY_GROUP, HAPROXY_DEPLOYMENT_GROUP and"
                + " HAPROXY_DEPLOYMENT_ALT_PORT are needed, one port and a health check."),
        fields.percentages("targetPercentages", "Steps"),
        fields.number(
            "drainTimeoutSec",
            "Let connections stay at most",
            "seconds at every step; 300 where empty"),
        fields.flag("cutConnections", "Then cut them off, instead of going back"),
        fields.flag("endStepByStep", "Room is short: end old instances at every step"));
    atEveryStep("seconds, with both serving");
  }

  private void atEveryStep(String pause) {
    part.add(
        fields.number("delayBeforeCleanup", "Wait at every step", pause),
        fields.text(
            "pipelineBeforeCleanup",
            "pipelineId",
            "Pipeline to ask at every step",
            "its name or id; empty for none"),
        fields.text(
            "pipelineBeforeCleanup", "application", "… of application", "empty for this one"),
        fields.pairs("pipelineBeforeCleanup", "pipelineParameters", "… with parameters"));
  }

  private void canary() {
    part.add(
        help(
            "At every step the new one gets a share of the instances; then it is tried as you say"
                + " below. Whatever fails brings the older ones back. After the last step it takes"
                + " over."),
        new CanaryForm(fields),
        keep());
  }

  private void custom() {
    part.add(
        help(
            "When the new one serves, the pipeline runs with the parameters of Spinnaker's strategies:"
                + " application, credentials, region, cluster, imageId, deployedServerGroup and"
                + " others."),
        fields.text(null, "strategyPipeline", "Strategy pipeline", "its name or id"),
        fields.text(null, "strategyApplication", "… of application", "empty for this one"),
        fields.pairs(null, "pipelineParameters", "Further parameters"),
        fields.flag("strategyReplacesDeploy", "The pipeline creates the server group itself"));
  }

  private Component keep() {
    return fields.number("maxRemainingAsgs", "Keep at most", "server groups, the new one included");
  }

  private static Component help(String text) {
    Span span = new Span(text);
    span.addClassName("help");
    return span;
  }
}
