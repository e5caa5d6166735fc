package dev.gennaker.ui.editor;

import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a stage is called and drawn: from its type, also where nobody knows the type. */
final class StageWords {

  private static final Logger LOG = LoggerFactory.getLogger(StageWords.class);

  private final StageCatalog catalog;

  StageWords(StageCatalog catalog) {
    this.catalog = catalog;
  }

  Optional<StageType<?>> type(StageDefinition stage) {
    return catalog.find(stage.type());
  }

  String typeLabel(StageDefinition stage) {
    return type(stage)
        .map(StageType::label)
        .orElse(stage.type().isBlank() ? "No type" : stage.type());
  }

  String icon(StageDefinition stage) {
    return type(stage).map(StageType::icon).orElse("puzzle");
  }

  /** One line written by the type; half-written settings must not cost the whole picture. */
  String headline(StageDefinition stage) {
    return type(stage)
        .map(
            type -> {
              try {
                return type.headline(stage.settings());
              } catch (RuntimeException e) {
                LOG.warn("The stage type {} cannot say its headline", type.type(), e);
                return type.label();
              }
            })
        .orElse("not known here; kept as it is");
  }
}
