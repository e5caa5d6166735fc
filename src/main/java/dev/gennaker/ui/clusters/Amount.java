package dev.gennaker.ui.clusters;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How amounts of CPU, memory and disk are written. */
final class Amount {

  private Amount() {}

  /** {@code 512 MB}, {@code 1.5 GB}, {@code 2.4 TB}. */
  static String size(double mib) {
    if (mib < 1024) {
      return plain(mib) + " MB";
    }
    return mib < 1024 * 1024 ? plain(mib / 1024) + " GB" : plain(mib / 1024 / 1024) + " TB";
  }

  /** Two digits behind the point at most; none beyond a hundred. */
  static String plain(double number) {
    String pattern = Math.abs(number) < 100 ? "0.##" : "#,##0";
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
  }
}
