// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors

// Registers a security key with Keycloak's own script, which is in the same folder in every theme based on "base".
import { registerByWebAuthn } from "./webauthnRegister.js";

const button = document.getElementById("registerWebAuthn");

function register() {
  const request = button.dataset;
  // that script asks for the key's name at the end; this page has a field for it
  window.prompt = () => "";
  registerByWebAuthn({
    challenge: request.challenge,
    userid: request.userid,
    username: request.username,
    signatureAlgorithms: request.signatureAlgorithms.split(",").filter(Boolean).map(Number),
    rpEntityName: request.rpEntityName,
    rpId: request.rpId,
    attestationConveyancePreference: request.attestation,
    authenticatorAttachment: request.attachment,
    requireResidentKey: request.requireResidentKey,
    residentKey: request.residentKey,
    userVerificationRequirement: request.userVerification,
    createTimeout: Number(request.timeout),
    excludeCredentialIds: request.exclude,
    errmsg: request.unsupported,
  });
}

button.hidden = false;
// once only: whether or not the key responds, the next page is loaded
button.addEventListener("click", register, { once: true });
// Enter in the field for the name must not send the form without a key
document.getElementById("userLabel").addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    button.click();
  }
});
