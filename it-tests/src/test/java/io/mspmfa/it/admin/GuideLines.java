// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The commands in a page of the documentation, run with Keycloak's own command-line clients. */
final class GuideLines {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final int MINUTES = 5;

    private GuideLines() {}

    /** The page's commands, in order. */
    static String of(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1))
                .collect(joining());
    }

    /**
     * Runs commands in an empty home directory, and stops at the first that fails.
     *
     * @param variables for the environment
     * @return the exit code, and -1 after five minutes
     */
    static int run(Path home, Path output, Map<String, String> variables, String lines)
            throws IOException, InterruptedException {
        Path clients = Path.of(System.getProperty("msp.mfa.distribution"), "bin");
        String script = "set -eo pipefail\n" + function(clients, "kcadm.sh") + function(clients, "kcreg.sh") + lines;
        Path file = Files.writeString(home.resolve("lines.sh"), script, StandardCharsets.UTF_8);
        var builder = new ProcessBuilder("bash", file.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_OPTS", "-XX:TieredStopAtLevel=1 -Duser.home=" + home);
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(variables);
        Process process = builder.directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String function(Path clients, String name) {
        return name + "() { bash '" + clients.resolve(name) + "' \"$@\"; }\n";
    }
}
