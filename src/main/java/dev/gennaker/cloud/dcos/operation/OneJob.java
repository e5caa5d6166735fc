package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.CloudProvider.OnBehalf;
import dev.gennaker.cloud.dcos.definition.JobBuilder;
import dev.gennaker.cloud.dcos.marathon.Job;
import dev.gennaker.cloud.dcos.marathon.Label;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The job of one run: below the id its author gave it, labelled with whose it is. */
final class OneJob {

  private OneJob() {}

  static ObjectNode of(Map<String, Object> definition, String key, OnBehalf by) {
    ObjectNode job = JobBuilder.build(definition);
    String hash = hash(job.toString());
    job.put("id", job.path("id").asString("") + "." + hash(key));
    ObjectNode labels = job.withObjectProperty("labels");
    labels.put(Label.OPERATION, key);
    labels.put(Label.DEFINITION, hash);
    put(labels, Label.APPLICATION, by.application());
    put(labels, Label.USER, by.user());
    put(labels, Label.EXECUTION, by.execution());
    return job;
  }

  private static void put(ObjectNode labels, String label, String value) {
    if (!value.isEmpty()) {
      labels.put(label, value);
    }
  }

  static boolean own(Job seen, String key) {
    return seen.label(Label.OPERATION).equals(key);
  }

  /** Whether what is there is what was sent. */
  static boolean same(Job seen, ObjectNode sent) {
    var labels = sent.path("labels");
    return own(seen, labels.path(Label.OPERATION).asString(""))
        && seen.label(Label.DEFINITION).equals(labels.path(Label.DEFINITION).asString(""));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
