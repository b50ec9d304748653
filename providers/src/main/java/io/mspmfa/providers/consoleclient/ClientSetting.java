// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.consoleclient;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * One thing about a client: what it is, what it should be, and how to make it so.
 *
 * @param is reads it
 * @param wanted what it should be in a realm
 * @param set writes it
 */
record ClientSetting<T>(Function<ClientModel, T> is, Function<RealmModel, T> wanted, BiConsumer<ClientModel, T> set) {

    /** A value that is the same in all realms. */
    static <T> ClientSetting<T> of(Function<ClientModel, T> is, BiConsumer<ClientModel, T> set, T wanted) {
        return new ClientSetting<>(is, realm -> wanted, set);
    }

    /** A value that is absent. */
    static ClientSetting<Boolean> nothing(Function<ClientModel, @Nullable Object> is, Consumer<ClientModel> clear) {
        return of(client -> is.apply(client) == null, (client, absent) -> clear.accept(client), true);
    }

    /** The client has exactly these attributes. */
    static ClientSetting<Map<String, String>> attributes(Map<String, String> wanted, Set<String> ofNoInterest) {
        return of(
                client -> client.getAttributes().entrySet().stream()
                        .filter(attribute -> !ofNoInterest.contains(attribute.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                (client, attributes) -> {
                    Set.copyOf(client.getAttributes().keySet()).stream()
                            .filter(name -> !attributes.containsKey(name) && !ofNoInterest.contains(name))
                            .forEach(client::removeAttribute);
                    attributes.forEach(client::setAttribute);
                },
                wanted);
    }

    /** The client has no mappers of its own. */
    static ClientSetting<Set<String>> noMappers() {
        return of(
                client -> client.getProtocolMappersStream()
                        .map(ProtocolMapperModel::getId)
                        .collect(Collectors.toSet()),
                (client, none) -> client.getProtocolMappersStream().toList().forEach(client::removeProtocolMapper),
                Set.of());
    }

    /** No role is in the client's scope. */
    static ClientSetting<Set<String>> noRoles() {
        return of(
                client -> client.getScopeMappingsStream().map(RoleModel::getId).collect(Collectors.toSet()),
                (client, none) -> client.getScopeMappingsStream().toList().forEach(client::deleteScopeMapping),
                Set.of());
    }

    /** The client's logins go through the flows of the realm. */
    static ClientSetting<Map<String, String>> noFlows() {
        return of(
                ClientModel::getAuthenticationFlowBindingOverrides,
                (client, none) -> Set.copyOf(
                                client.getAuthenticationFlowBindingOverrides().keySet())
                        .forEach(client::removeAuthenticationFlowBindingOverride),
                Map.of());
    }

    /** The client has the scope with this name if the realm has it, and no other. */
    static ClientSetting<Set<String>> onlyScope(String name) {
        return new ClientSetting<>(
                client -> client.getClientScopes(true).keySet(),
                realm -> realm.getClientScopesStream().anyMatch(scope -> name.equals(scope.getName()))
                        ? Set.of(name)
                        : Set.of(),
                ClientSetting::setDefaultScopes);
    }

    /** The client has no scopes that an app may ask for. */
    static ClientSetting<Set<String>> noOptionalScopes() {
        return of(
                client -> client.getClientScopes(false).keySet(),
                (client, none) ->
                        Set.copyOf(client.getClientScopes(false).values()).forEach(client::removeClientScope),
                Set.of());
    }

    private static void setDefaultScopes(ClientModel client, Set<String> names) {
        Map<String, ClientScopeModel> present = Map.copyOf(client.getClientScopes(true));
        present.values().stream()
                .filter(scope -> !names.contains(scope.getName()))
                .forEach(client::removeClientScope);
        client.getRealm()
                .getClientScopesStream()
                .filter(scope -> names.contains(scope.getName()) && !present.containsKey(scope.getName()))
                .toList()
                .forEach(scope -> client.addClientScope(scope, true));
    }

    boolean isRight(ClientModel client) {
        return Objects.equals(is.apply(client), wanted.apply(client.getRealm()));
    }

    void repair(ClientModel client) {
        if (!isRight(client)) {
            set.accept(client, wanted.apply(client.getRealm()));
        }
    }
}
