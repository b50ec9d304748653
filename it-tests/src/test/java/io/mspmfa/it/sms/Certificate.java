// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for {@code localhost} that no browser trusts, made by the JDK's own tool. */
final class Certificate {
    private static final String PASSWORD = "changeit";

    private final KeyStore store;
    private final Path file;

    /** @param folder where its files go */
    Certificate(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path keys = folder.resolve("gateway.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias=gateway",
                "-keyalg=EC",
                "-dname=CN=localhost",
                "-ext=SAN=dns:localhost",
                "-storetype=PKCS12",
                "-keystore=" + keys,
                "-storepass=" + PASSWORD);
        Process tool = new ProcessBuilder(command.stream()
                        .flatMap(option -> List.of(option.split("=", 2)).stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (tool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        file = folder.resolve("gateway.pem");
        Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(store.getCertificate("gateway").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    /** For the gateway. */
    SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** For whoever is to trust it: a file in PEM. */
    Path file() {
        return file;
    }
}
