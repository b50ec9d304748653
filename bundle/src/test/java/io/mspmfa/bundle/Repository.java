// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of the repository as written, for rules about text. */
final class Repository {
    private static final Path ROOT = Path.of("..");

    /** Build output, and packages that npm has fetched. */
    private static final Set<String> NOT_WRITTEN = Set.of("target", "dist", "node_modules");

    private static final SortedSet<String> PATHS = paths();

    /** Comments (group 1) and strings (group 2), matched together since each may contain what looks like the other. */
    private static final Pattern PART = Pattern.compile(
            "(?s)(/\\*.*?\\*/|//[^\n]*)" + "|(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\")|'(?:\\\\.|[^'\\\\\n])*'");

    private Repository() {}

    /** A file, or the part of it that a rule checks, with all lines in their original position. */
    record Text(String path, String content) {
        /** The comments of a Java file. */
        Text comments() {
            return only(1);
        }

        /** The string literals of a Java file. */
        Text strings() {
            return only(2);
        }

        /** The text without what the regular expressions match. */
        Text without(String... regexes) {
            String rest = content;
            for (String regex : regexes) {
                rest = Pattern.compile(regex).matcher(rest).replaceAll(match -> lines(match.group()));
            }
            return new Text(path, rest);
        }

        /** The number, from 1, of the line that contains a position in the text. */
        int line(int place) {
            return lines(content.substring(0, place)).length() + 1;
        }

        private Text only(int group) {
            StringBuilder kept = new StringBuilder();
            int end = 0;
            for (MatchResult part : PART.matcher(content).results().toList()) {
                kept.append(lines(content.substring(end, part.start())));
                boolean wanted = part.group(group) != null;
                kept.append(wanted ? part.group(group) + " " : lines(part.group()));
                end = part.end();
            }
            return new Text(path, kept.toString());
        }

        private static String lines(String text) {
            return "\n".repeat((int) text.chars().filter(c -> c == '\n').count());
        }
    }

    /** The files whose path from the root of the repository matches the regular expression. */
    static List<Text> texts(String regex) {
        return PATHS.stream()
                .filter(path -> path.matches(regex))
                .map(path -> new Text(path, read(ROOT.resolve(path))))
                .collect(Collectors.toList());
    }

    /** All files except hidden folders and what nobody has written. */
    private static SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean skipped = !folder.equals(ROOT) && (name.startsWith(".") || NOT_WRITTEN.contains(name));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    paths.add(ROOT.relativize(file).toString().replace('\\', '/'));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paths;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
