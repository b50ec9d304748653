// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.server.KeycloakServer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keycloak's admin REST API, used by its first administrator or by another user. */
public final class AdminApi {

    private final KeycloakServer server;
    private final Supplier<String> login;
    private final String languages;
    private String token = "";

    public AdminApi(KeycloakServer server) {
        this(server, () -> superAdmin(server));
    }

    /**
     * @param login gets an access token whenever the last one is no longer valid
     */
    public AdminApi(KeycloakServer server, Supplier<String> login) {
        this(server, login, "");
    }

    private AdminApi(KeycloakServer server, Supplier<String> login, String languages) {
        this.server = server;
        this.login = login;
        this.languages = languages;
    }

    /**
     * The same person, with another language.
     *
     * @param wanted the header {@code Accept-Language}
     */
    public AdminApi in(String wanted) {
        return new AdminApi(server, login, wanted);
    }

    public JsonNode get(String path) {
        return tryGet(path).ok().json();
    }

    public Answer tryGet(String path) {
        return authorised(path, Http::get);
    }

    public void put(String path, Object json) {
        tryPut(path, json).ok();
    }

    public Answer tryPut(String path, Object json) {
        return authorised(path, call -> call.put(json.toString()));
    }

    /** The id of the created object, from the Location header. */
    public String post(String path, Object json) {
        Answer answer = tryPost(path, json).ok();
        String location = answer.headers().firstValue("Location").orElse("");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    public Answer tryPost(String path, Object json) {
        return authorised(path, call -> call.post(json.toString()));
    }

    /** A call that wants something other than JSON. */
    public Answer tryPost(String path, String contentType, String body) {
        return authorised(path, call -> call.post(contentType, body));
    }

    /** A call that wants a form instead of JSON. */
    public Answer tryForm(String path, Form form) {
        return authorised(path, call -> call.form(form));
    }

    public void delete(String path) {
        tryDelete(path).ok();
    }

    public Answer tryDelete(String path) {
        return authorised(path, Http::delete);
    }

    /** The token expires within a minute, or sooner if a test moves the clock: on 401, gets a new one, once. */
    private Answer authorised(String path, Function<Http, Answer> call) {
        Answer answer = call.apply(request(path));
        if (answer.status() == 401) {
            token = login.get();
            answer = call.apply(request(path));
        }
        return answer;
    }

    private Http request(String path) {
        Http request = Http.to(server.uri("/admin/realms" + path)).bearer(token);
        return languages.isEmpty() ? request : request.header("Accept-Language", languages);
    }

    private static String superAdmin(KeycloakServer server) {
        Form form = Form.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                KeycloakServer.ADMIN,
                "password",
                KeycloakServer.ADMIN);
        return Http.to(server.uri("/realms/master/protocol/openid-connect/token"))
                .form(form)
                .ok()
                .json()
                .path("access_token")
                .asText();
    }
}
