// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** A directory in a tenant's realm, to whose users nothing can be written. */
public final class Directory {
    private static final String PASSWORD = "readonly-password";

    private final Tenant tenant;
    private final String path;
    private String domain = "readonly.test";

    private Directory(Tenant tenant, String path) {
        this.tenant = tenant;
        this.path = path;
    }

    /** Adds one to a tenant that has none. */
    public static Directory addTo(Tenant tenant) {
        tenant.addReadOnlyUsers();
        String components = "/" + tenant.name() + "/components";
        String id = tenant.admin()
                .get(components + "?type=org.keycloak.storage.UserStorageProvider")
                .path(0)
                .path("id")
                .asText();
        return new Directory(tenant, components + "/" + id);
    }

    /** One of its users, from 1 to 9. */
    public User user(int number) {
        String name = "readonly" + number;
        String id = path.substring(path.lastIndexOf('/') + 1);
        return new User("f:" + id + ":" + name, name, name + "@" + domain, PASSWORD);
    }

    /** Its addresses count as verified from now on. */
    public void vouchesForAddresses() {
        configure(config -> config.putArray("emailVerified").add("true"));
    }

    /** The addresses of all its users change. */
    public void movesTo(String next) {
        domain = next;
        configure(config -> config.putArray("domain").add(next));
    }

    /** Removes it, with its users. */
    public void remove() {
        tenant.admin().delete(path);
    }

    private void configure(Consumer<ObjectNode> edit) {
        ObjectNode component = (ObjectNode) tenant.admin().get(path);
        edit.accept(component.withObjectProperty("config"));
        tenant.admin().put(path, component);
        tenant.probe().clearCaches();
    }
}
