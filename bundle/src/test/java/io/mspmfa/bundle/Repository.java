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
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of the repository as they are written, for rules about text. */
final class Repository {
    private static final Path ROOT = Path.of("..");
    private static final TreeSet<String> PATHS = paths();

    /** A string comes first, so that two slashes in one begin no comment. Groups: comment, content of a string. */
    private static final Pattern PART = Pattern.compile(
            "(?s)(/\\*.*?\\*/|//[^\n]*)" + "|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"|'(?:\\\\.|[^'\\\\\n])*'");

    private Repository() {}

    /** A file, or what a rule looks at in it; the lines stay where they are. */
    record Text(String path, String content) {
        /** The comments of a Java file. */
        Text comments() {
            return only(1);
        }

        /** The string literals of a Java file. */
        Text strings() {
            return only(2, 3);
        }

        private Text only(int... groups) {
            StringBuilder kept = new StringBuilder();
            int end = 0;
            for (MatchResult part : PART.matcher(content).results().toList()) {
                blank(kept, content.substring(end, part.start()));
                for (int group : groups) {
                    kept.append(part.group(group) == null ? "" : part.group(group) + " ");
                }
                if (!holds(part, groups)) {
                    blank(kept, part.group());
                }
                end = part.end();
            }
            return new Text(path, kept.toString());
        }

        private static boolean holds(MatchResult part, int... groups) {
            for (int group : groups) {
                if (part.group(group) != null) {
                    return true;
                }
            }
            return false;
        }

        private static void blank(StringBuilder kept, String left) {
            kept.append("\n".repeat((int) left.chars().filter(c -> c == '\n').count()));
        }
    }

    /** The files whose path from the root of the repository matches the regular expression. */
    static List<Text> texts(String regex) {
        return PATHS.stream()
                .filter(path -> path.matches(regex))
                .map(path -> new Text(path, read(ROOT.resolve(path))))
                .collect(Collectors.toList());
    }

    /** All but hidden folders and what builds make. */
    private static TreeSet<String> paths() {
        TreeSet<String> paths = new TreeSet<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean skipped = !folder.equals(ROOT) && (name.startsWith(".") || name.equals("target"));
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
