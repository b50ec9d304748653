// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors

// Asks for a security key with Keycloak's own script, which is in the same folder in every theme based on "base".
import { authenticateByWebAuthn } from "./webauthnAuthenticate.js";

const button = document.getElementById("authenticateWebAuthnButton");

function ask() {
  const { challenge, rpId, timeout, userVerification, unsupported } = button.dataset;
  authenticateByWebAuthn({
    isUserIdentified: true,
    challenge,
    rpId,
    createTimeout: Number(timeout),
    userVerification,
    errmsg: unsupported,
  });
}

button.hidden = false;
// once only: whether or not the key responds, the next page is loaded
button.addEventListener("click", ask, { once: true });
button.focus();
