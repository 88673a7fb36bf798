package org.dffmpeg.coordinator.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The keystore with the certificate of an HTTPS listener, opened and found usable. */
record Keystore(Path file, String password, String alias, KeyStore keys) {

  /** Opens the file; says in one sentence why it cannot be used. */
  static Keystore open(Path file, String password) {
    if (!Files.isRegularFile(file)) {
      throw new LaunchFailure("tls: there is no keystore " + file);
    }
    try {
      KeyStore keys = KeyStore.getInstance(file.toFile(), password.toCharArray());
      for (String alias : Collections.list(keys.aliases())) {
        if (keys.isKeyEntry(alias)) {
          return new Keystore(file, password, alias, keys);
        }
      }
      throw new LaunchFailure("tls: there is no private key in the keystore " + file);
    } catch (IOException | GeneralSecurityException e) {
      throw new LaunchFailure("tls: cannot open the keystore " + file + ": " + e.getMessage(), e);
    }
  }

  ServerPlan.Tls forServer() {
    return new ServerPlan.Tls(file, password, keys.getType(), alias);
  }

  /** Trusts this certificate only: for asking our own listener whether it answers. */
  SSLContext trustingItself() {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
      certificates.load(null, null);
      certificates.setCertificateEntry(alias, keys.getCertificate(alias));
      trust.init(certificates);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new LaunchFailure("tls: cannot use the certificate in " + file + ": " + e, e);
    }
  }

  @Override
  public String toString() {
    return "Keystore[" + file + ", ***, " + alias + "]";
  }
}
