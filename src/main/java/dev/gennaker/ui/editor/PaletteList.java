package dev.gennaker.ui.editor;

import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What the palette offers for what was typed. */
final class PaletteList {

  private static final int RECENT = 4;

  private final StageCatalog catalog;
  private final Supplier<List<String>> recent;

  /** Types under a heading. */
  record Section(String title, List<StageType<?>> types) {}

  /**
   * @param recent types used lately, newest first
   */
  PaletteList(StageCatalog catalog, Supplier<List<String>> recent) {
    this.catalog = catalog;
    this.recent = recent;
  }

  /** Recent ones and then each category; while searching, the best matches. */
  List<Section> matching(String typed) {
    String words = typed.strip().toLowerCase(Locale.ROOT);
    List<StageType<?>> offered = catalog.all().stream().filter(StageType::offered).toList();
    List<Section> sections = new ArrayList<>();
    if (words.isEmpty()) {
      List<StageType<?>> used =
          recent.get().stream()
              .map(catalog::find)
              .flatMap(Optional::stream)
              .filter(StageType::offered)
              .limit(RECENT)
              .<StageType<?>>map(type -> type)
              .toList();
      sections.add(new Section("Recent", used));
      Arrays.stream(StageType.Category.values())
          .map(category -> new Section(title(category), in(offered, category)))
          .forEach(sections::add);
    } else {
      sections.add(new Section("Best match", ranked(offered, words, 0, 1)));
      sections.add(new Section("Also", ranked(offered, words, 2, 2)));
    }
    sections.removeIf(section -> section.types().isEmpty());
    return sections;
  }

  private static List<StageType<?>> in(List<StageType<?>> types, StageType.Category category) {
    return types.stream().filter(type -> type.category() == category).toList();
  }

  private static List<StageType<?>> ranked(
      List<StageType<?>> types, String words, int from, int to) {
    List<StageType<?>> found = new ArrayList<>();
    for (int rank = from; rank <= to; rank++) {
      int wanted = rank;
      types.stream().filter(type -> rank(type, words) == wanted).forEach(found::add);
    }
    return found;
  }

  /** 0 starts with it, 1 a word of the name does, 2 it is somewhere, 3 nowhere. */
  private static int rank(StageType<?> type, String words) {
    String label = type.label().toLowerCase(Locale.ROOT);
    if (label.startsWith(words)) {
      return 0;
    }
    if (label.contains(" " + words) || type.type().toLowerCase(Locale.ROOT).startsWith(words)) {
      return 1;
    }
    return label.contains(words)
            || type.type().toLowerCase(Locale.ROOT).contains(words)
            || type.description().toLowerCase(Locale.ROOT).contains(words)
        ? 2
        : 3;
  }

  private static String title(StageType.Category category) {
    return switch (category) {
      case DEPLOY -> "Deploy";
      case OPERATE -> "Operate";
      case FLOW -> "Flow";
      case PEOPLE -> "People";
      case CHECK -> "Checks";
      case BUILD -> "Build";
      case INTEGRATE -> "Integrate";
    };
  }
}
