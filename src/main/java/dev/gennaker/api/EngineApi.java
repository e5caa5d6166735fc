package dev.gennaker.api;

import dev.gennaker.execution.EngineState;
import dev.gennaker.execution.StandingQuery;
import dev.gennaker.nodes.Nodes;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Installation")
class EngineApi {

  private final EngineState engine;
  private final Nodes nodes;
  private final CurrentActor current;

  EngineApi(EngineState engine, Nodes nodes, CurrentActor current) {
    this.engine = engine;
    this.nodes = nodes;
    this.current = current;
  }

  @GetMapping("/api/engine")
  @Operation(
      summary = "What the engine does: nodes, what is due, what waits for what; for administrators",
      description =
          "standing holds the executions that are not over, the longest in their place first:"
              + " at most size of them (500 at most), behind the one whose cursor is after,"
              + " only those where q is part of the application, name, id or reason.")
  EngineView get(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "100") int size) {
    Actor actor = current.get();
    StandingQuery query = new StandingQuery(q, after, Query.limit(size));
    if (!query.isPossible()) {
      throw Unprocessable.at(
          "after",
          "after is not a cursor.",
          "Take the cursor of the last execution you were given.");
    }
    return EngineView.of(engine.now(actor), nodes.list(), engine.standing(query, actor));
  }
}
