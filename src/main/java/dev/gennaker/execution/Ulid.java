package dev.gennaker.execution;

import java.security.SecureRandom;
import java.time.Instant;

/** Ids that sort by time: 48 bits of milliseconds, 80 of chance, in Crockford's base 32. */
final class Ulid {

  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ulid() {}

  static String at(Instant time) {
    char[] id = new char[26];
    long millis = time.toEpochMilli();
    for (int i = 9; i >= 0; i--) {
      id[i] = DIGITS[(int) (millis & 31)];
      millis >>>= 5;
    }
    byte[] chance = new byte[16];
    RANDOM.nextBytes(chance);
    for (int i = 10; i < 26; i++) {
      id[i] = DIGITS[chance[i - 10] & 31];
    }
    return new String(id);
  }
}
