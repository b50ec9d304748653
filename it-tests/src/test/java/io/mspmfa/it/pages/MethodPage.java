// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import com.microsoft.playwright.Locator;
import io.mspmfa.it.browser.Device;
import java.util.List;

/** Setting up is due: asks which method to use and, during grace, whether to do it now or later. */
public final class MethodPage extends Screen {

    public static final String ID = "login-msp-mfa-method";

    public MethodPage(Device device) {
        super(device, ID);
    }

    /** The method that is preselected. */
    public String chosen() {
        return find("input[name='method']:checked").inputValue();
    }

    /** All methods on the page, in order. */
    public List<String> methods() {
        return find("input[name='method']").all().stream()
                .map(Locator::inputValue)
                .toList();
    }

    public MethodPage choose(String method) {
        find("#method-" + method).check();
        return this;
    }

    public boolean isGreyedOut(String method) {
        return find("#method-" + method).isDisabled();
    }

    public Device next() {
        return press("next");
    }

    public Device later() {
        return press("later");
    }
}
