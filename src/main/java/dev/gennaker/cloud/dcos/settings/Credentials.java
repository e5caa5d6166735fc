package dev.gennaker.cloud.dcos.settings;

import java.security.PrivateKey;

/** How an account proves who it is. None of these ever shows its secret. */
public sealed interface Credentials {

  /** Whom messages name; empty when nobody signs in. */
  String uid();

  /** The cluster asks nobody. */
  record None() implements Credentials {
    @Override
    public String uid() {
      return "";
    }
  }

  /** A token made elsewhere, sent as it is. */
  record Token(String token) implements Credentials {
    @Override
    public String uid() {
      return "the static token";
    }

    @Override
    public String toString() {
      return "Token[***]";
    }
  }

  /** A user of the DC/OS identity service. */
  record Password(String uid, String password) implements Credentials {
    @Override
    public String toString() {
      return "Password[uid=" + uid + ", ***]";
    }
  }

  /** A service account, which signs its logins. */
  record ServiceKey(String uid, PrivateKey key) implements Credentials {
    @Override
    public String toString() {
      return "ServiceKey[uid=" + uid + ", ***]";
    }
  }
}
