package dev.gennaker.browser;

/** How somebody looks at a page: screen and theme. */
enum Look {
  LIGHT("light", 1440, 900, false),
  DARK("dark", 1440, 900, false),
  LIGHT_PHONE("light", 390, 844, true),
  DARK_PHONE("dark", 390, 844, true);

  private final String theme;
  private final int width;
  private final int height;
  private final boolean phone;

  Look(String theme, int width, int height, boolean phone) {
    this.theme = theme;
    this.width = width;
    this.height = height;
    this.phone = phone;
  }

  String theme() {
    return theme;
  }

  /** In CSS pixels. */
  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean phone() {
    return phone;
  }

  /** For the names of pictures. */
  String suffix() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
