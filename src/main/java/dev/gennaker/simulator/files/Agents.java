package dev.gennaker.simulator.files;

import dev.gennaker.simulator.Knobs;
import dev.gennaker.simulator.marathon.Agent;
import dev.gennaker.simulator.marathon.Answer;
import dev.gennaker.simulator.marathon.Heart;
import dev.gennaker.simulator.marathon.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** What the master says of single tasks, and the agents below {@code /agent/{id}}. */
public final class Agents {

  private static final Pattern PATH = Pattern.compile("/(?:agent|slave)/([^/]+)/(.+)");
  private static final int PAGES = 65_536;

  private final Heart heart;
  private final Supplier<Knobs> knobs;
  private final List<Agent> agents;
  private final MesosViews views;
  private final List<SandboxSource> sources;

  public Agents(Heart heart, Supplier<Knobs> knobs, int agents, List<SandboxSource> sources) {
    this.heart = heart;
    this.knobs = knobs;
    this.agents = Agent.fleet(agents);
    this.sources = sources;
    this.views = new MesosViews(sources);
  }

  /** Answers what is theirs; null for everything else. */
  public @Nullable Answer answer(String method, String path, Map<String, List<String>> query) {
    if (path.equals("/mesos/tasks") || path.equals("/mesos/master/tasks")) {
      return reading(method, () -> Answer.json(200, views.tasks(query)));
    }
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? reading(method, () -> agent(matcher.group(1), matcher.group(2), query))
        : null;
  }

  private Answer reading(String method, Supplier<Answer> answer) {
    return method.equals("GET") || method.equals("HEAD")
        ? heart.run(answer)
        : Answer.text(405, "text/plain", "Expecting one of { 'GET' }");
  }

  private Answer agent(String id, String call, Map<String, List<String>> query) {
    Agent agent = agents.stream().filter(a -> a.id().equals(id)).findFirst().orElse(null);
    if (agent == null) {
      return missing();
    }
    return switch (call) {
      case "version", "slave(1)/version" ->
          Answer.json(200, Json.object().put("version", "1.11.0"));
      case "slave(1)/state", "slave(1)/state.json", "state" -> Answer.json(200, views.state(agent));
      case "files/browse", "files/browse.json" -> browse(agent, query);
      case "files/read", "files/read.json" -> read(agent, query);
      case "files/download" -> download(agent, query);
      default -> missing();
    };
  }

  private static Answer missing() {
    return Answer.text(404, "text/plain", "");
  }

  private static Answer bad(String message) {
    return Answer.text(400, "text/plain", message + ".\n");
  }

  private static @Nullable String one(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
  }

  private Answer browse(Agent agent, Map<String, List<String>> query) {
    String path = one(query, "path");
    if (path == null) {
      return bad("Expecting 'path=value' in query");
    }
    Found found = find(agent, path);
    if (found == null || !found.file().directory()) {
      return missing();
    }
    ArrayNode out = Json.array();
    found.tree().in(found.file()).forEach(file -> out.add(file.view(found.root(path))));
    return Answer.json(200, out);
  }

  private Answer read(Agent agent, Map<String, List<String>> query) {
    String path = one(query, "path");
    if (path == null) {
      return bad("Expecting 'path=value' in query");
    }
    long offset;
    long length;
    try {
      offset = Long.parseLong(orElse(one(query, "offset"), "-1"));
      length = Long.parseLong(orElse(one(query, "length"), "-1"));
    } catch (NumberFormatException e) {
      return bad("Failed to parse offset or length");
    }
    if (offset < -1 || length < -1) {
      return bad("Negative offset or length provided");
    }
    Found found = find(agent, path);
    if (found == null) {
      return missing();
    }
    SandboxFile file = found.file();
    if (file.directory()) {
      return bad("Cannot read a directory");
    }
    if (offset == -1 || offset >= file.size()) {
      return Answer.json(200, Json.object("data", "").put("offset", file.size()));
    }
    long wanted = length == -1 ? file.size() - offset : Math.min(length, file.size() - offset);
    byte[] bytes = file.content().read(offset, (int) Math.min(PAGES, wanted));
    String data = new String(bytes, StandardCharsets.UTF_8);
    return Answer.json(200, Json.object("data", data).put("offset", offset));
  }

  private static String orElse(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  /** Only says that it is there: {@link #download(String, Map)} gives what is in it. */
  private Answer download(Agent agent, Map<String, List<String>> query) {
    String path = one(query, "path");
    if (path == null) {
      return bad("Expecting 'path=value' in query");
    }
    Found found = find(agent, path);
    return found == null ? missing() : bad("Cannot download a directory");
  }

  /** A file to be sent; empty when that is something else, or not there. */
  public Optional<Download> download(String path, Map<String, List<String>> query) {
    Matcher matcher = PATH.matcher(path);
    String wanted = one(query, "path");
    if (!matcher.matches() || !matcher.group(2).equals("files/download") || wanted == null) {
      return Optional.empty();
    }
    return heart.run(
        () ->
            agents.stream()
                .filter(agent -> agent.id().equals(matcher.group(1)))
                .flatMap(agent -> Stream.ofNullable(find(agent, wanted)))
                .map(Found::file)
                .filter(file -> !file.directory())
                .map(Download::new)
                .findFirst());
  }

  private record Found(SandboxTree tree, SandboxFile file) {

    /** The sandbox as the caller called it. */
    String root(String path) {
      String plain = path.replaceAll("/+$", "");
      return file.path().isEmpty()
          ? plain
          : plain.substring(0, plain.length() - file.path().length() - 1);
    }
  }

  /** Nothing outside of sandboxes can be had, nor one that was collected. */
  private @Nullable Found find(Agent agent, String path) {
    Matcher executor = Pattern.compile("/executors/([^/]+)/runs/").matcher(path);
    if (!executor.find()) {
      return null;
    }
    Sandbox sandbox =
        sources.stream()
            .flatMap(source -> Stream.ofNullable(source.find(executor.group(1))))
            .findFirst()
            .orElse(null);
    String below = sandbox == null ? null : sandbox.below(path);
    if (sandbox == null || below == null || !sandbox.agent().equals(agent) || collected(sandbox)) {
      return null;
    }
    SandboxTree tree = new SandboxTree(sandbox, heart);
    SandboxFile file = tree.find(below);
    return file == null ? null : new Found(tree, file);
  }

  private boolean collected(Sandbox sandbox) {
    Instant ended = sandbox.ended();
    return ended != null && heart.secondsSince(ended) >= knobs.get().sandboxSeconds();
  }
}
