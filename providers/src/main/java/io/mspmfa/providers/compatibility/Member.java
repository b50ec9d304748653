// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * A field, method or constructor, as compiled code names it.
 *
 * @param owner the class that it is looked for in, with slashes
 * @param signature its name and descriptor
 */
record Member(String owner, String signature) {
    private static final String CONSTRUCTOR = "<init>";

    static String signature(Field field) {
        return field.getName() + field.getType().descriptorString();
    }

    static String signature(Method method) {
        return method.getName()
                + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .descriptorString();
    }

    static String signature(Constructor<?> constructor) {
        return CONSTRUCTOR
                + MethodType.methodType(void.class, constructor.getParameterTypes())
                        .descriptorString();
    }

    boolean isConstructor() {
        return signature.startsWith(CONSTRUCTOR);
    }

    @Override
    public String toString() {
        return owner.replace('/', '.') + "." + signature;
    }
}
