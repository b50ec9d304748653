<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Set-up, key: registers a security key or passkey. Keycloak's script fills the hidden fields. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign passkey = (mspMfa.kind!) == "webauthn-passwordless">
<#assign title = passkey?then("mspMfaKeySetUpPasskeyTitle", "mspMfaKeySetUpTitle")>
<#assign key = mspMfa.key!{}>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
<@ui.title title/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername title/>
<#elseif section = "form">
<@ui.shell>
<@ui.steps/>
<#if !messagesPerField.existsError("userLabel")><@ui.generalMessage/></#if>
<p class="msp-mfa-lead">${msg(passkey?then("mspMfaKeySetUpPasskey", "mspMfaKeySetUp"), mspMfa.issuer!)}</p>
<ul class="msp-mfa-list">
  <li>${msg("mspMfaKeySetUpBrowser")}</li>
  <li>${msg("mspMfaKeySetUpPhishing")}</li>
</ul>
<@ui.account/>
<form id="register" class="msp-mfa-form" action="${url.loginAction}" method="post">
  <#list ["clientDataJSON", "attestationObject", "publicKeyCredentialId", "authenticatorLabel", "transports", "authenticatorAttachment", "error"] as field>
  <input type="hidden" id="${field}" name="${field}">
  </#list>
  <@ui.deviceName label=msg("mspMfaKeySetUpLabel") hint=msg("mspMfaKeySetUpLabelHelp") focus=messagesPerField.existsError("userLabel")/>
</form>
<noscript><@ui.notice tone="warning"><p>${msg("mspMfaWebauthnNoScript")}</p></@ui.notice></noscript>
<div class="msp-mfa-actions">
  <button type="button" id="registerWebAuthn" hidden
    class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} msp-mfa-button-block msp-mfa-button msp-mfa-button-primary"
    data-challenge="${key.challenge!}" data-userid="${key.userid!}" data-username="${key.username!}" data-rp-entity-name="${key.rpEntityName!}" data-rp-id="${key.rpId!}"
    data-signature-algorithms="<#list key.signatureAlgorithms![] as algorithm>${algorithm?c}<#sep>,</#list>"
    data-attestation="${key.attestationConveyancePreference!"not specified"}" data-attachment="${key.authenticatorAttachment!"not specified"}"
    data-require-resident-key="${key.requireResidentKey!"not specified"}" data-resident-key="${key.residentKey!"not specified"}"
    data-user-verification="${key.userVerificationRequirement!"not specified"}" data-timeout="${(key.createTimeout!0)?c}"
    data-exclude="${key.excludeCredentialIds!}" data-unsupported="${msg("mspMfaWebauthnUnsupported")}">${msg(passkey?then("mspMfaKeySetUpPasskeySubmit", "mspMfaKeySetUpSubmit"))}</button>
</div>
<@ui.form>
  <@ui.actions>
    <#if (mspMfa.otherKind!)?has_content><@ui.button kind="secondary" name="kind" value=mspMfa.otherKind>${msg(passkey?then("mspMfaKeySetUpKeyInstead", "mspMfaKeySetUpPasskeyInstead"))}</@ui.button></#if>
    <@ui.otherMethod/>
  </@ui.actions>
</@ui.form>
</@ui.shell>
<script type="module" src="${url.resourcesPath}/js/msp-mfa-webauthn-setup.js"></script>
</#if>
</@layout.registrationLayout>
