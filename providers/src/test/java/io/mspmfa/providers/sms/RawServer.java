// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server that does with each connection what a test says, on a free port of this machine. */
public final class RawServer implements Closeable {
    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What becomes of a connection. It is closed afterwards. */
    @FunctionalInterface
    public interface Behaviour {
        void serve(Socket connection, RawServer server) throws IOException, InterruptedException;
    }

    private RawServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    public static RawServer start(Behaviour behaviour) {
        return start(ServerSocketFactory.getDefault(), behaviour);
    }

    public static RawServer start(ServerSocketFactory sockets, Behaviour behaviour) {
        try {
            ServerSocket socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            RawServer server = new RawServer(socket, behaviour);
            inBackground(server::accept);
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads what comes, and never says a word. */
    public static void silence(Socket connection, RawServer server) throws InterruptedException {
        server.closed.await();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** Waits for a moment, unless the server is closed. */
    public void pause() throws InterruptedException {
        closed.await(20, TimeUnit.MILLISECONDS);
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                inBackground(() -> serve(connection));
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            behaviour.serve(connection, this);
        } catch (IOException e) {
            open.remove(connection); // the other side has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }
}
