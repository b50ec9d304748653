<#--
  Copyright the Keycloak MSP MFA authors
  SPDX-License-Identifier: Apache-2.0
-->
<#-- Asks for a security key or passkey at login, and again before a change ("confirm"). Keycloak's script fills the hidden fields. -->
<#import "template.ftl" as layout>
<#import "msp-mfa-ui.ftl" as ui>
<#assign confirm = (mspMfa.purpose!) == "confirm">
<#assign title = confirm?then("mspMfaConfirmTitle", "mspMfaWebauthnTitle")>
<#assign locked = mspMfa.lockedSeconds!0>
<#assign key = mspMfa.key!{}>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
<@ui.title title/>
<#elseif section = "show-username">
<@ui.titleInsteadOfUsername title/>
<#elseif section = "form">
<@ui.shell>
<@ui.generalMessage/>
<@ui.obstacles/>
<p class="msp-mfa-lead">${msg(confirm?then("mspMfaWebauthnConfirm", "mspMfaWebauthn"), mspMfa.issuer!)}</p>
<#if locked gt 0><@ui.wait locked>${msg("mspMfaWait")}</@ui.wait></#if>
<#if locked lt 0><@ui.notice tone="danger" title=msg("mspMfaLockedAdminTitle") role="alert"><p>${msg("mspMfaLockedAdmin")}</p></@ui.notice></#if>
<#if (key.labels![])?has_content>
<ul class="msp-mfa-rows">
  <#list key.labels as label>
  <li class="msp-mfa-row"><@ui.icon "key"/><div class="msp-mfa-row-text">${label}</div></li>
  </#list>
</ul>
</#if>
<form id="webauth" action="${url.loginAction}" method="post" hidden>
  <#list ["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"] as field>
  <input type="hidden" id="${field}" name="${field}">
  </#list>
</form>
<form id="authn_select" hidden>
  <#list key.ids![] as id>
  <input type="hidden" name="authn_use_chk" value="${id}">
  </#list>
</form>
<noscript><@ui.notice tone="warning"><p>${msg("mspMfaWebauthnNoScript")}</p></@ui.notice></noscript>
<@ui.rememberDevice form="webauth"/>
<div class="msp-mfa-actions">
  <button type="button" id="authenticateWebAuthnButton" hidden autofocus
    class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} msp-mfa-button-block msp-mfa-button msp-mfa-button-primary"
    data-challenge="${key.challenge!}" data-rp-id="${key.rpId!}" data-timeout="${(key.timeout!0)?c}" data-user-verification="${key.userVerification!}"
    data-unsupported="${msg("mspMfaWebauthnUnsupported")}">${msg("mspMfaWebauthnSubmit")}</button>
</div>
<@ui.form>
  <@ui.actions>
    <@ui.otherWays/>
  </@ui.actions>
</@ui.form>
<#if !(mspMfa.others![])?has_content><p class="msp-mfa-help msp-mfa-foot">${msg("mspMfaWebauthnNoOther")}</p></#if>
</@ui.shell>
<script type="module" src="${url.resourcesPath}/js/msp-mfa-webauthn.js"></script>
</#if>
</@layout.registrationLayout>
