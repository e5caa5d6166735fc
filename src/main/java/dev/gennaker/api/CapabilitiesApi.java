package dev.gennaker.api;

import dev.gennaker.execution.ExpressionCatalog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Installation")
class CapabilitiesApi {

  @GetMapping("/api/capabilities/expressions")
  @Operation(summary = "The functions of expressions, and which evaluators of Spinnaker there are")
  Expressions expressions() {
    return new Expressions(
        ExpressionCatalog.functions().stream().map(CapabilitiesApi::view).toList(),
        List.of(
            new Evaluator(
                ExpressionCatalog.VERSION,
                "Evaluates expressions when their stage starts; variables one after the other",
                false)));
  }

  private static Function view(ExpressionCatalog.Function function) {
    return new Function(
        function.name(),
        function.description(),
        function.parameters().stream().map(name -> new Parameter("Object", name, name)).toList());
  }

  /**
   * @param spelEvaluators by the name a pipeline's {@code spelEvaluator} has
   */
  record Expressions(List<Function> functions, List<Evaluator> spelEvaluators) {}

  record Function(String name, String description, List<Parameter> parameters) {}

  record Parameter(String type, String name, String description) {}

  record Evaluator(String versionKey, String description, boolean deprecated) {}
}
