// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what compiled code refers to and the server doesn't have. Java itself notices each of these only when it is
 * first called, which would be in the middle of somebody's login.
 */
final class LinkCheck {
    private final ClassLoader classes;
    private final String ownPrefix;
    private final Map<Class<?>, Set<String>> known = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    /**
     * @param classes knows the checked code and the server's
     * @param ownPackage begins the names of the classes to check
     */
    LinkCheck(ClassLoader classes, String ownPackage) {
        this.classes = classes;
        this.ownPrefix = ownPackage.replace('.', '/');
    }

    /** What is missing for some classes, and for those of the same package prefix that can be reached from them. */
    Set<String> missing(Collection<String> roots) {
        Set<String> seen = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        roots.forEach(root -> waiting.add(root.replace('.', '/')));
        Set<String> others = new HashSet<>();
        Set<Member> members = new HashSet<>();
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (seen.add(name)) {
                ClassFile file = read(name);
                members.addAll(file.members());
                file.classes().forEach(used -> (used.startsWith(ownPrefix) ? waiting : others).add(used));
            }
        }
        seen.forEach(this::checkOwn);
        others.stream().filter(LinkCheck::isOfServer).forEach(this::load);
        members.stream().filter(member -> isOfServer(member.owner())).forEach(this::check);
        return missing;
    }

    private ClassFile read(String name) {
        try (InputStream in = classes.getResourceAsStream(name + ".class")) {
            if (in != null) {
                return ClassFile.read(in.readAllBytes());
            }
        } catch (IOException e) {
            missing.add("readable class " + name.replace('/', '.'));
        }
        missing.add(name.replace('/', '.'));
        return new ClassFile(Set.of(), Set.of());
    }

    /** Java has its own classes in any case; an array is as good as its elements. */
    private static boolean isOfServer(String name) {
        return !name.startsWith("java/") && !name.startsWith("[");
    }

    /** A class of ours must not leave open what an interface of the server has come to demand. */
    private void checkOwn(String name) {
        Class<?> own = load(name);
        if (own != null && !Modifier.isAbstract(own.getModifiers())) {
            for (Method method : own.getMethods()) {
                if (Modifier.isAbstract(method.getModifiers())) {
                    missing.add(name.replace('/', '.') + "." + Member.signature(method));
                }
            }
        }
    }

    private void check(Member member) {
        Class<?> owner = load(member.owner());
        if (owner == null) {
            return; // which is missing itself
        }
        try {
            if (!has(owner, member)) {
                missing.add(member.toString());
            }
        } catch (LinkageError e) {
            missing.add(member + " (" + e.getMessage() + ")");
        }
    }

    private boolean has(Class<?> owner, Member member) {
        if (declared(owner).contains(member.signature())) {
            return true;
        }
        Class<?> parent = owner.isInterface() ? Object.class : owner.getSuperclass();
        return !member.isConstructor()
                && Stream.concat(Stream.ofNullable(parent), Stream.of(owner.getInterfaces()))
                        .anyMatch(above -> has(above, member));
    }

    private Set<String> declared(Class<?> owner) {
        return known.computeIfAbsent(
                owner,
                aClass -> Stream.of(
                                Stream.of(aClass.getDeclaredFields()).map(Member::signature),
                                Stream.of(aClass.getDeclaredMethods()).map(Member::signature),
                                Stream.of(aClass.getDeclaredConstructors()).map(Member::signature))
                        .flatMap(signatures -> signatures)
                        .collect(Collectors.toSet()));
    }

    private @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name.replace('/', '.'), false, classes);
        } catch (ClassNotFoundException | LinkageError e) {
            missing.add(name.replace('/', '.'));
            return null;
        }
    }
}
