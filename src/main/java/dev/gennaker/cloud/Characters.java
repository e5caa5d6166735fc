package dev.gennaker.cloud;

/** Where characters begin and end in UTF-8. */
final class Characters {

  private static final int LONGEST = 4;

  private Characters() {}

  /** How many of these bytes are whole characters; what is cut off at the end does not count. */
  static int whole(byte[] bytes) {
    for (int back = 1; back < LONGEST && back <= bytes.length; back++) {
      int first = bytes[bytes.length - back] & 0xff;
      if (first < 0x80) {
        return bytes.length;
      }
      if (first >= 0xc0) {
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        return length > back ? bytes.length - back : bytes.length;
      }
    }
    return bytes.length;
  }
}
