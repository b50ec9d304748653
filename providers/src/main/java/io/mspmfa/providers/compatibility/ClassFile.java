// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What a compiled class refers to: the constant pool of its file (Java Virtual Machine Specification, section 4.4).
 *
 * @param classes the names of all classes, with slashes
 * @param members the fields, methods and constructors
 */
record ClassFile(Set<String> classes, Set<Member> members) {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;

    static ClassFile read(byte[] file) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(file))) {
            in.skipNBytes(8); // magic number and version
            Entry[] pool = new Entry[in.readUnsignedShort()];
            for (int i = 1; i < pool.length; i++) {
                pool[i] = Entry.read(in);
                i += pool[i].width() - 1;
            }
            return of(pool);
        }
    }

    private static ClassFile of(Entry[] pool) {
        Set<String> classes = new HashSet<>();
        Set<Member> members = new HashSet<>();
        for (Entry entry : pool) {
            if (entry == null) {
                continue; // the first, and the second half of a wide one
            }
            if (entry.tag() == CLASS) {
                classes.add(pool[entry.first()].text());
            } else if (entry.tag() >= FIELD && entry.tag() <= INTERFACE_METHOD) {
                Entry owner = pool[pool[entry.first()].first()];
                Entry signature = pool[entry.second()];
                members.add(new Member(owner.text(), pool[signature.first()].text() + pool[signature.second()].text()));
            }
        }
        return new ClassFile(classes, members);
    }

    /** An entry of the constant pool: a text, or one or two references to other entries. */
    private record Entry(int tag, String text, int first, int second) {
        /** Numbers of 64 bits take up two places. */
        int width() {
            return tag == 5 || tag == 6 ? 2 : 1;
        }

        static Entry read(DataInputStream in) throws IOException {
            int tag = in.readUnsignedByte();
            return switch (tag) {
                case UTF8 -> new Entry(tag, in.readUTF(), 0, 0);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> new Entry(tag, "", in.readUnsignedShort(), in.readUnsignedShort());
                case 5, 6 -> {
                    in.skipNBytes(Long.BYTES);
                    yield new Entry(tag, "", 0, 0);
                }
                case CLASS, 8, 16, 19, 20 -> new Entry(tag, "", in.readUnsignedShort(), 0);
                case 15 -> new Entry(tag, "", in.readUnsignedByte(), in.readUnsignedShort());
                default -> throw new IOException("Unknown entry " + tag + " in a class file");
            };
        }
    }
}
