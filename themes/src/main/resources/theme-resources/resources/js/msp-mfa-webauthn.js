// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors

// Asks for a security key by Keycloak's own script, which lies in the same folder in every theme that is built on "base".
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
// once: what the key answers, or that it does not, loads the next page
button.addEventListener("click", ask, { once: true });
button.focus();
