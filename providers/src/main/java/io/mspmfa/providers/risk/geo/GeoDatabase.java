// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk.geo;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import io.mspmfa.core.risk.Address;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.log.LogText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A file in MaxMind's format, which is read again when it changes. If it is missing or broken, every place is unknown,
 * and the log says so once for each state of the file. It is kept in memory as a whole, so that a file which is being
 * overwritten or deleted can't disturb a login.
 */
public final class GeoDatabase {
    private static final Logger LOG = Logger.getLogger(GeoDatabase.class);

    /** How long a change of the file may go unnoticed. */
    private static final long LOOK_SECONDS = 10;

    private static final int IPV4 = 4;
    private static final int IPV4_BYTES = 4;

    private final @Nullable Path file;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Opened opened = new Opened("", null);
    private volatile long lookedAt;

    /** @param file null if there is none */
    public GeoDatabase(@Nullable Path file) {
        this.file = file;
    }

    /**
     * What was read of a state of the file.
     *
     * @param state tells it from others; empty if nothing has been read yet
     * @param reader null if that state can't be read
     */
    private record Opened(String state, @Nullable Reader reader) {}

    /**
     * Where an address is.
     *
     * @param address as in Keycloak's {@code getRemoteAddr()}; null if Keycloak found none
     */
    public Place find(@Nullable String address) {
        Path path = file;
        if (path == null) {
            return Place.UNKNOWN;
        }
        look(path);
        Opened now = opened;
        Reader reader = now.reader();
        Optional<byte[]> bytes = Address.of(address).map(Address::bytes);
        if (reader == null || bytes.isEmpty()) {
            return Place.UNKNOWN;
        }
        return whateverItThrows(() -> find(reader, bytes.get()))
                .exceptionally(failure -> {
                    giveUp(path, now, failure);
                    return Place.UNKNOWN;
                })
                .join();
    }

    /** Reads the file if it has changed, unless another thread is doing so. */
    public void look() {
        if (file != null) {
            look(file);
        }
    }

    private void look(Path path) {
        long now = ServerTime.seconds();
        boolean isDue = opened.state().isEmpty() || Math.abs(now - lookedAt) >= LOOK_SECONDS;
        if (isDue && reading.tryLock()) {
            try {
                lookedAt = now;
                String state = stateOf(path);
                if (!state.equals(opened.state())) {
                    opened = open(path, state);
                }
            } finally {
                reading.unlock();
            }
        }
    }

    private static String stateOf(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "missing";
        }
    }

    private static Opened open(Path path, String state) {
        return whateverItThrows(() -> new Opened(state, read(path)))
                .exceptionally(failure -> {
                    complain(path, failure);
                    return new Opened(state, null);
                })
                .join();
    }

    private static Reader read(Path path) {
        try {
            Reader reader = new Reader(path.toFile(), Reader.FileMode.MEMORY, new CHMCache());
            LOG.infof("The geo database %s has been read", LogText.of(path.toString()));
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place find(Reader reader, byte[] address) {
        if (address.length > IPV4_BYTES && reader.getMetadata().ipVersion() == IPV4) {
            return Place.UNKNOWN;
        }
        try {
            GeoEntry entry = reader.get(InetAddress.getByAddress(address), GeoEntry.class);
            return entry == null ? Place.UNKNOWN : entry.place();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the file changes. */
    private void giveUp(Path path, Opened broken, Throwable failure) {
        reading.lock();
        try {
            if (opened.equals(broken)) {
                opened = new Opened(broken.state(), null);
                complain(path, failure);
            }
        } finally {
            reading.unlock();
        }
    }

    private static void complain(Path path, Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        LOG.warnf(
                "The geo database %s can't be read, so the signals new_country and impossible_travel say nothing: %s",
                LogText.of(path.toString()), LogText.of(String.valueOf(root)));
    }

    /** A broken file may lead the library to anything. A future that runs here and now catches it. */
    private static <T> CompletableFuture<T> whateverItThrows(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Runnable::run);
    }
}
