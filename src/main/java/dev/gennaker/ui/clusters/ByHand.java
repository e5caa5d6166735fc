package dev.gennaker.ui.clusters;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Notices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts what somebody does to a server group by hand as a run that can be followed. */
@SpringComponent
@UIScope
class ByHand {

  private final Executions executions;
  private final CurrentActor current;

  ByHand(Executions executions, CurrentActor current) {
    this.executions = executions;
    this.current = current;
  }

  void start(ServerGroup group, String description, Map<String, Object> what) {
    Map<String, Object> stage = new HashMap<>(what);
    stage.put("refId", "1");
    stage.put("name", description);
    stage.put("cloudProvider", group.provider());
    stage.put("credentials", group.id().account());
    stage.put("region", group.id().region());
    stage.put("serverGroupName", group.name());
    String id =
        executions.start(
            StartRequest.adHoc(group.application(), description, List.of(stage)), current.get());
    Notices.done(
        description + ": started.",
        Dom.named(Dom.link("executions/" + id, "Follow it", "link"), "follow"));
  }
}
