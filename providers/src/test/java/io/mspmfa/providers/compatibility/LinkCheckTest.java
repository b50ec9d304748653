// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.providers.enforcement.listener.MfaEventListenerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Our code is {@link Caller}; the server is {@link Server}, of which a loader provides another version. */
class LinkCheckTest {
    private static final String CALLER = Caller.class.getName();
    private static final String SERVER = Server.class.getName();

    @Test
    void missingWhenTheServerHasEverythingThenNamesNothing() {
        assertThat(check(new OtherServer("", ""))).isEmpty();
    }

    @Test
    void missingWhenAMethodHasAnotherNameThenNamesIt() {
        assertThat(check(new OtherServer("called", "recall"))).containsExactly(SERVER + ".called()I");
    }

    @Test
    void missingWhenAConstantIsGoneThenNamesIt() {
        assertThat(check(new OtherServer("FIELD", "OTHER"))).containsExactly(SERVER + ".FIELDLjava/lang/String;");
    }

    @Test
    void missingWhenAnInterfaceDemandsMoreThenNamesWhatOursLeavesOpen() {
        assertThat(check(new OtherServer("demand", "wishes"))).contains(CALLER + ".wishes()V");
    }

    @Test
    void missingWhenAClassIsGoneThenNamesIt() {
        assertThat(check(new OtherServer("", "") {
                    @Override
                    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                        if (SERVER.equals(name)) {
                            throw new ClassNotFoundException(name);
                        }
                        return super.loadClass(name, resolve);
                    }
                }))
                .containsExactly(SERVER);
    }

    @Test
    void missingWhenCheckedAgainstTheKeycloakOfTheBuildThenNamesNothing() {
        var check = new LinkCheck(LinkCheckTest.class.getClassLoader(), "io.mspmfa.");

        assertThat(check.missing(List.of(MfaEventListenerFactory.class.getName())))
                .isEmpty();
    }

    private static Set<String> check(ClassLoader server) {
        return new LinkCheck(server, CALLER).missing(List.of(CALLER));
    }

    /** Stands for a class of Keycloak's. */
    static class Server {
        static final String FIELD = String.valueOf(1);

        static int called() {
            return FIELD.length();
        }
    }

    /** Stands for an interface of Keycloak's. */
    interface Demands {
        void demand();
    }

    /** Stands for one of our classes. */
    static class Caller implements Demands {
        @Override
        public void demand() {
            assertThat(Server.called() + Server.FIELD.length()).isPositive();
        }
    }

    /** Loads the three classes in such a way that a name in the server's has been replaced by one of the same length. */
    private static class OtherServer extends ClassLoader {
        private final String name;
        private final String replacement;

        OtherServer(String name, String replacement) {
            super(LinkCheckTest.class.getClassLoader());
            this.name = name;
            this.replacement = replacement;
        }

        @Override
        protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
            if (!wanted.startsWith(LinkCheckTest.class.getName() + "$")) {
                return super.loadClass(wanted, resolve);
            }
            Class<?> known = findLoadedClass(wanted);
            return known == null ? define(wanted) : known;
        }

        private Class<?> define(String wanted) {
            try (InputStream in = getResourceAsStream(wanted.replace('.', '/') + ".class")) {
                String file = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                String changed = wanted.equals(CALLER) ? file : file.replace(name, replacement);
                byte[] bytes = changed.getBytes(StandardCharsets.ISO_8859_1);
                return defineClass(wanted, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
