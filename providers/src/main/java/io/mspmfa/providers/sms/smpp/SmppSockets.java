// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/** Connections that give up soon, and that check whose certificate it is. The library's own do neither. */
final class SmppSockets implements ConnectionFactory {
    private static final int MOST_MILLIS = 2000;

    private final @Nullable SSLContext trust;

    /**
     * @param trust whom to trust; null for no encryption
     */
    SmppSockets(@Nullable SSLContext trust) {
        this.trust = trust;
    }

    @Override
    @SuppressWarnings("AddressSelection") // the connection is to whatever the name stands for
    public Connection createConnection(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), MOST_MILLIS);
            return new SocketConnection(trust == null ? socket : encrypted(trust, socket, host, port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket encrypted(SSLContext trust, Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 2818, which is how names are compared
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(MOST_MILLIS);
        socket.startHandshake();
        return socket;
    }
}
