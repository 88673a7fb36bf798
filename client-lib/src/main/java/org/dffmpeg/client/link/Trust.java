package org.dffmpeg.client.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.dffmpeg.common.config.Coordinators;

/** Whom to trust for https. */
public final class Trust {
  private Trust() {}

  /**
   * What the settings say; empty for the JDK's authorities.
   *
   * @throws IOException as {@link #inCertificatesOf}
   */
  public static Optional<SSLSocketFactory> of(Coordinators coordinators) throws IOException {
    Optional<Path> pem = coordinators.caFile();
    return pem.isPresent() ? Optional.of(inCertificatesOf(pem.get())) : Optional.empty();
  }

  /**
   * Trusts these certificates instead of the JDK's authorities.
   *
   * @param pem one or more certificates
   * @throws IOException naming the file, if it cannot be read or holds none
   */
  public static SSLSocketFactory inCertificatesOf(Path pem) throws IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca" + store.size(), c);
      }
      if (store.size() == 0) {
        throw new IOException("no certificate in " + pem);
      }
      return socketsTrusting(store);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot use " + pem + " as CA file: " + e.getMessage(), e);
    }
  }

  private static SSLSocketFactory socketsTrusting(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context.getSocketFactory();
  }
}
